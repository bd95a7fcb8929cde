import { JSONStringify } from 'json-with-bigint';
import * as v from 'valibot';
import { describe } from '../iceberg/invalid.js';
import { parseWhole } from '../input/json.js';
import { pageOf, type Page } from '../input/page.js';
import type { SandboxReply } from '../service.js';
import { badRequest } from '../s3tables/refusals.js';
import type { IcebergCall } from './dialect.js';

const LARGEST_PAGE = 1000;

/** What both services were seen to stop at unasked (trinodb/trino#25176, estuary/connectors#3513). */
const USUAL_PAGE = 100;

/** The request's JSON; 64-bit ids come through whole. Throws BadRequestException when it is none. */
export function jsonOf({ body }: IcebergCall): unknown {
  try {
    return parseWhole(body.toString('utf8'));
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
}

/** The request's body in that shape. Throws BadRequestException with what is wrong in it. */
export function bodyOf<T>(call: IcebergCall, shape: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(shape, jsonOf(call));
  if (result.success) return result.output;
  throw badRequest(`The request is not valid: ${describe(result.issues)}.`);
}

/** A JSON answer; 64-bit ids go out whole. */
export function losslessReply(value: unknown): SandboxReply {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSONStringify(value) };
}

/**
 * The page of a list that a request asks for, {@link USUAL_PAGE} items where it does not say. Throws BadRequestException
 * for a size or a token that is none.
 */
export function pageAskedFor<T>(
  { query }: IcebergCall,
  all: readonly T[],
  nameOf: (item: T) => string
): Page<T> {
  const size = Number(query.get('pageSize') ?? USUAL_PAGE);
  if (!Number.isInteger(size) || size < 1) throw badRequest('The specified page size is not valid.');
  // An empty token asks for the first page.
  const token = query.get('pageToken') || undefined;
  const page = { size: Math.min(size, LARGEST_PAGE), token };
  return pageOf(all, nameOf, page, badRequest('The specified page token is not valid.'));
}

/** The members of an answer that lead to the next page. */
export function nextPage({ region, dialect }: IcebergCall, { next }: Page<unknown>): Record<string, string> {
  const names = dialect.pageTokens(region);
  return next === undefined ? {} : Object.fromEntries(names.map((name) => [name, next]));
}
