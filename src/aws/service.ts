import type { Context } from '../context.js';
import { allPages, type Page } from './answer.js';
import { type Call, invoke } from './call.js';
import { isNotThere, isThereAlready } from './classify.js';

/** What the SDK takes besides the input. */
export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/** One request by a client of the SDK. */
export type Request<Client, T> = (client: Client, options: SendOptions) => Promise<T>;

/** The four ways in which the ports call a service. All throw `ActionError`. */
export interface Service<Client> {
  /** A call that has to succeed. */
  readonly ask: <T>(context: Context, call: Call, request: Request<Client, T>) => Promise<T>;
  /** A look at what may not be there: then `undefined`. */
  readonly find: <T>(context: Context, call: Call, request: Request<Client, T>) => Promise<T | undefined>;
  /** False: it was there already, or an answer was lost and the repetition met its own work. */
  readonly create: (context: Context, call: Call, request: Request<Client, unknown>) => Promise<boolean>;
  /** Gone already is success. */
  readonly remove: (context: Context, call: Call, request: Request<Client, unknown>) => Promise<void>;
}

/** Calls a service by the client that `load` gives. */
export function serviceOf<Client>(load: () => Promise<Client>): Service<Client> {
  const ask = <T>(context: Context, call: Call, request: Request<Client, T>): Promise<T> =>
    invoke(context, call, async (options) => request(await load(), options));
  return {
    ask,
    find: (context, call, request) => unless(isNotThere, ask(context, call, request)),
    create: async (context, call, request) => {
      const made = async (client: Client, options: SendOptions): Promise<true> => {
        await request(client, options);
        return true;
      };
      return (await unless(isThereAlready, ask(context, call, made))) ?? false;
    },
    remove: async (context, call, request) => {
      await unless(isNotThere, ask(context, call, request));
    }
  };
}

/** Reads all pages of a list, each by a call of its own. `undefined`: what would hold the list is not there. */
export function findAll<T>(
  call: Call,
  page: (token: string | undefined) => Promise<Page<T>>
): Promise<readonly T[] | undefined> {
  return unless(isNotThere, allPages(call, page));
}

/** Gives what is there; `undefined` when `is` knows the error as one that need not be one. */
export async function unless<T>(is: (error: unknown) => boolean, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (is(error)) return undefined;
    throw error;
  }
}
