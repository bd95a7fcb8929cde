import type { Account } from '../account.js';
import { invalidInput, notAuthorized } from './refusals.js';

/**
 * Checks a request's own CatalogId, beside the one inside its resource: it names an account, never a catalog in it.
 * Throws InvalidInputException, and AccessDeniedException for another account.
 */
export function checkCatalogId(account: Account, catalogId: string | undefined): void {
  if (catalogId === undefined || catalogId === account.id) return;
  if (!/^\d{12}$/.test(catalogId)) throw invalidInput('Catalog id must be a valid AWS account id.');
  throw notAuthorized();
}
