import type { Region } from '../account.js';
import type { Caller } from '../service.js';
import { catalogPath } from './catalog-id.js';
import { isFederated, mounted } from './catalogs.js';
import { FederatedHome } from './federated-home.js';
import type { Home } from './home.js';
import { OrdinaryHome } from './ordinary-home.js';
import { invalidInput } from './refusals.js';

/**
 * Where the databases of a catalog are.
 * @param catalogId in any of AWS's forms; absent: the default catalog
 * Throws EntityNotFoundException, and InvalidInputException for a federated catalog without a bucket's name.
 */
export function homeOf(region: Region, caller: Caller, catalogId?: string): Home {
  const path = catalogPath(region.account, catalogId);
  if (path === '') return new OrdinaryHome(region, caller, path, region.glue.databases);
  const { catalog, bucket } = mounted(region, path);
  if (bucket) return new FederatedHome(region, caller, catalog, bucket);
  if (!isFederated(catalog.input)) return new OrdinaryHome(region, caller, path, catalog.databases);
  throw invalidInput(`The catalog ${path} has no databases of its own; name one of the catalogs in it.`);
}
