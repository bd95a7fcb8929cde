import { fromSource } from '../../glue/federated-home.js';
import { requireSight, type Asking } from '../../lakeformation/access.js';
import { sees } from '../../lakeformation/authority.js';
import { notFound } from '../../s3tables/refusals.js';

/**
 * Lets pass who may ask for what is in a catalog; the answer holds what the asker sees. A table bucket that is hidden
 * is answered as if it were not there.
 * @param catalog its path inside the account
 * Throws EntityNotFoundException for a bucket, AccessDeniedException for another catalog.
 */
export function requireSightOfContents(asking: Asking, catalog: string): void {
  if (catalog === '') return;
  const on = { kind: 'catalog', catalog } as const;
  if (!catalog.includes('/')) {
    requireSight(asking, on);
    return;
  }
  const { region, caller } = asking;
  if (sees(region, caller.principalArn, on)) return;
  fromSource(() => {
    throw notFound('bucket');
  });
}
