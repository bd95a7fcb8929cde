import type * as v from 'valibot';
import type { Account } from '../account.js';
import { readInput } from '../input/constraints.js';
import { pageOf } from '../input/page.js';
import { xmlElements } from '../protocol/xml.js';
import { AwsRefusal, type Caller } from '../service.js';
import { inputs } from './model.js';
import { listXml } from './xml.js';

/** What an operation of IAM works on. */
export interface IamCall {
  readonly account: Account;
  readonly caller: Caller;
  readonly members: Readonly<Record<string, unknown>>;
}

/** Answers one operation: what stands inside its `Result` element. Throws an AwsRefusal. */
export type Handler = (call: IamCall) => string;

type Inputs = typeof inputs;

/** The members of a request. Throws ValidationError. */
export function read<K extends keyof Inputs>(name: K, call: IamCall): v.InferOutput<Inputs[K]> {
  return readInput(inputs[name], call.members, 'ValidationError');
}

/** How a list is answered. */
export interface Listing<T> {
  readonly paging: { readonly MaxItems: number; readonly Marker?: string };
  /** One item, as a `member`. */
  readonly xml: (item: T) => string;
}

/** A page of a list. @param keyOf as for {@link pageOf} */
export function listed<T>(
  name: string,
  all: readonly T[],
  keyOf: (item: T) => string,
  how: Listing<T>
): string {
  const { MaxItems: size, Marker: token } = how.paging;
  const badMarker = new AwsRefusal(400, 'ValidationError', 'Invalid Marker.');
  const { items, next } = pageOf(all, keyOf, { size, token }, badMarker);
  const more = { IsTruncated: String(next !== undefined), Marker: next };
  return listXml(name, items.map(how.xml)) + xmlElements(more);
}
