import type { Region } from '../account.js';
import { catalogPath } from '../glue/catalog-id.js';

/**
 * The path of a catalog inside the account from the segment of Glue's paths that stands for it:
 * `123456789012:s3tablescatalog:bucket`. Throws EntityNotFoundException for another account's.
 */
export function warehousePath(region: Region, segment: string): string {
  const [account = '', ...path] = segment.split(':');
  return catalogPath(region.account, `${account}:${path.join('/')}`);
}
