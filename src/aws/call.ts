import type { Context } from '../context.js';
import { classify } from './classify.js';
import { stoppedBy } from './limit.js';
import { retrying } from './retry.js';
import type { RetryRule } from './retry-rules.js';

/** What is called, for the log and for errors. */
export interface Call {
  /** `s3tables:CreateTableBucket` */
  readonly operation: string;
  /** What it is for, after "Could not": `create the table bucket dev-myapp`. */
  readonly doing: string;
  /** The ARN that the permission is needed on. */
  readonly resource?: string | undefined;
  /** The IAM actions that are needed, where they are not called as the operation is. */
  readonly actions?: readonly string[] | undefined;
  /** The principals that are sent, since Lake Formation does not say which of them it does not know. */
  readonly principals?: readonly string[] | undefined;
  /** Retried besides what the table of `retry.ts` says. */
  readonly retry?: readonly RetryRule[] | undefined;
  /** What is sent was merged with what was read, so it is never sent a second time: the caller reads again first. */
  readonly once?: true;
  /** The answer holds secrets: nothing that came in its place is shown, since it could hold them as well. */
  readonly secret?: true;
}

/** Sends one request by the SDK. */
export type Send<T> = (options: { readonly abortSignal: AbortSignal }) => Promise<T>;

/**
 * The one way to call AWS. Starts nothing once the run is stopped, not even what waits for its turn (`limit.ts`), repeats
 * what passes by itself, and writes the operation, its time and its request id to the debug log, never a body. Nothing repeats what may be sent only once.
 * Throws `ActionError`; the signal's reason when the run is stopped.
 */
export function invoke<T>(context: Context, call: Call, send: Send<T>): Promise<T> {
  const once = (): Promise<T> => attempt(context, call, send);
  return call.once ? once() : retrying(context, call, once);
}

async function attempt<T>(context: Context, call: Call, send: Send<T>): Promise<T> {
  context.signal.throwIfAborted();
  const start = context.clock.now();
  const tell = (how: string): void =>
    context.reporter.debug(`${call.operation}: ${how}, ${context.clock.now() - start} ms`);
  try {
    const answer = await stoppedBy(context.signal, () => send({ abortSignal: context.cut }));
    tell(`ok${requestId(answer)}`);
    return answer;
  } catch (thrown) {
    if (context.cut.aborted) {
      tell('cut');
      throw context.cut.reason;
    }
    const error = classify(thrown, call);
    tell(`${error.answer?.name ?? error.code}${idText(error.answer?.requestId)}`);
    throw error;
  }
}

function requestId(answer: unknown): string {
  const metadata = (answer as { readonly $metadata?: { readonly requestId?: string } } | undefined)
    ?.$metadata;
  return idText(metadata?.requestId);
}

function idText(id: string | undefined): string {
  return id === undefined ? '' : `, request id ${id}`;
}
