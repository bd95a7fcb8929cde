import { badRequest } from '../s3tables/refusals.js';
import type { TableAddress } from '../s3tables/tables.js';
import type { IcebergCall } from './dialect.js';

/** What stands between the levels of a namespace in a path (REST spec, parameter `namespace`). */
const SEPARATOR = '\u001f';

/** The table bucket of the path. Throws what the service answers when it is not there. */
export function bucketOf({ dialect, region, labels }: IcebergCall): string {
  return dialect.bucketOf(region, labels['warehouse'] ?? '');
}

/** The namespace of the path. Throws BadRequestException when there can be no such namespace. */
export function namespaceOf(call: IcebergCall): string {
  return onlyLevel((call.labels['namespace'] ?? '').split(SEPARATOR));
}

/** The name of a namespace, which has one level only. Throws BadRequestException. */
export function onlyLevel(levels: readonly string[]): string {
  const [name = '', ...deeper] = levels;
  if (deeper.length > 0) throw badRequest('Multipart namespaces are not supported.');
  return checked('namespace', name);
}

/** The table of the path. Throws as {@link bucketOf} and {@link namespaceOf} do. */
export function addressOf(call: IcebergCall): TableAddress {
  const bucket = bucketOf(call);
  return { bucket, namespace: namespaceOf(call), name: checked('table', call.labels['table'] ?? '') };
}

/** A name that a namespace or table may have, AWS's own included. Throws BadRequestException. */
export function checked(what: 'namespace' | 'table', name: string): string {
  if (/^[0-9a-z_]{1,255}$/.test(name)) return name;
  throw badRequest(`The specified ${what} name isn't valid.`);
}
