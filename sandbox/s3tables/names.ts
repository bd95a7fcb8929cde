import { badRequest } from './refusals.js';

const RESERVED_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-', 'aws'];
const RESERVED_SUFFIXES = ['-s3alias', '--ol-s3', '--x-s3', '--table-s3'];

/**
 * The rules are those of the page "Amazon S3 table bucket, table, and namespace naming rules".
 * Throws BadRequestException.
 */
export function checkBucketName(name: string): void {
  const shaped = /^[0-9a-z][0-9a-z-]{1,61}[0-9a-z]$/.test(name);
  const reserved =
    RESERVED_PREFIXES.some((prefix) => name.startsWith(prefix)) ||
    RESERVED_SUFFIXES.some((suffix) => name.endsWith(suffix));
  if (!shaped || reserved) throw badRequest('The specified bucket name is not valid.');
}

/** As {@link checkBucketName}, for a new namespace. */
export function checkNamespaceName(name: string): void {
  if (!isIdentifier(name) || name.startsWith('aws'))
    throw badRequest('The specified namespace name is not valid.');
}

/** As {@link checkBucketName}, for a new table. */
export function checkTableName(name: string): void {
  if (!isIdentifier(name)) throw badRequest('The specified table name is not valid.');
}

/** Checks the name of a namespace or table that may exist, AWS's own included. Throws BadRequestException. */
export function checkLookup(what: 'namespace' | 'table', name: string): void {
  if (!/^[0-9a-z_]{1,255}$/.test(name)) throw badRequest(`The specified ${what} name is not valid.`);
}

function isIdentifier(name: string): boolean {
  return /^[0-9a-z][0-9a-z_]{0,254}$/.test(name);
}
