import { JSONParse, JSONStringify } from 'json-with-bigint';
import * as v from 'valibot';
import { describe } from '../iceberg/invalid.js';
import { pageOf, type Page } from '../input/page.js';
import type { SandboxReply } from '../service.js';
import { badRequest } from '../s3tables/refusals.js';
import type { IcebergCall } from './dialect.js';

const LARGEST_PAGE = 1000;

/** The request's JSON; 64-bit ids come through whole. Throws BadRequestException when it is none. */
export function jsonOf({ body }: IcebergCall): unknown {
  try {
    return JSONParse(body.toString('utf8'));
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
 * The page of a list that a request asks for; all of it when it does not ask for pages (REST spec, PageToken).
 * Throws BadRequestException for a size or a token that is none.
 */
export function pageAskedFor<T>(
  { query }: IcebergCall,
  all: readonly T[],
  nameOf: (item: T) => string
): Page<T> {
  const size = query.get('pageSize');
  const token = query.get('pageToken');
  const most = size === null && token === null ? Math.max(1, all.length) : Number(size ?? LARGEST_PAGE);
  if (!Number.isInteger(most) || most < 1) throw badRequest('The specified page size is not valid.');
  // An empty token asks for the first page.
  const request = { size: most, token: token === '' || token === null ? undefined : token };
  return pageOf(all, nameOf, request, badRequest('The specified page token is not valid.'));
}
