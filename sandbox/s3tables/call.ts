import * as v from 'valibot';
import { describe } from '../iceberg/invalid.js';
import { readJson } from '../protocol/rest-json.js';
import type { SandboxReply, SandboxRequest } from '../service.js';
import { bucketNameOf } from './arns.js';
import { checkLookup } from './names.js';
import { badRequest } from './refusals.js';
import type { TableAddress } from './tables.js';

/** A request whose operation is known. `labels` are the decoded parts of its path. */
export interface Call extends SandboxRequest {
  readonly labels: Readonly<Record<string, string>>;
}

/** Answers one operation, or throws an AwsRefusal. */
export type Handler = (call: Call) => SandboxReply;

/** The request's body in that shape. Throws BadRequestException with what is wrong in it. */
export function bodyOf<T>(call: Call, shape: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(shape, readJson(call));
  if (result.success) return result.output;
  throw badRequest(`The request is not valid: ${describe(result.issues)}.`);
}

/** The name of the bucket whose ARN is in the path. */
export function bucketName(call: Call): string {
  return bucketNameOf(call.region, call.labels['tableBucketARN'] ?? '');
}

/** The namespace in the path. */
export function namespaceName(call: Call): string {
  const name = call.labels['namespace'] ?? '';
  checkLookup('namespace', name);
  return name;
}

/** The table that the path names. */
export function tableAddress(call: Call): TableAddress {
  const name = call.labels['name'] ?? '';
  const address = { bucket: bucketName(call), namespace: namespaceName(call), name };
  checkLookup('table', name);
  return address;
}

/** A query parameter, or nothing. */
export function queryParameter(call: Call, name: string): string | undefined {
  return call.query.get(name) ?? undefined;
}
