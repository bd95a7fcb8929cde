import type { Account } from '../account.js';
import { notFound } from './refusals.js';

/**
 * The path of a catalog inside the account: empty for the default catalog, `s3tablescatalog`,
 * `s3tablescatalog/<bucket>`. AWS takes it with or without the account in front.
 * Throws EntityNotFoundException for another account's.
 */
export function catalogPath(account: Account, catalogId: string | undefined): string {
  if (catalogId === undefined) return '';
  const [, owner, path = ''] = /^(?:(\d{12})(?::|$))?(.*)$/.exec(catalogId) ?? [];
  if (owner !== undefined && owner !== account.id) throw notFound(`Catalog ${catalogId}`);
  return path;
}

/** A catalog's path as AWS answers it: `123456789012`, `123456789012:s3tablescatalog/<bucket>`. */
export function catalogIdOf(account: Account, path: string): string {
  return path === '' ? account.id : `${account.id}:${path}`;
}
