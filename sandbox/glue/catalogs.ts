import type { Region } from '../account.js';
import { checkFederationRole } from '../lakeformation/data-access-role.js';
import { forgetCreation } from '../lakeformation/grants.js';
import { leavesToIam } from '../lakeformation/permissions.js';
import { AwsRefusal } from '../service.js';
import { catalogIdOf, catalogPath } from './catalog-id.js';
import { fromSource, s3TablesConnection } from './federated-home.js';
import { seconds } from './home.js';
import type { CatalogInput } from './model.js';
import { alreadyExists, invalidInput, notFound } from './refusals.js';
import type { GlueCatalog } from './state.js';
import { newTags } from './tags.js';
import { getTableBucket } from '../s3tables/buckets.js';
import type { TableBucket } from '../s3tables/state.js';

/** A catalog as Glue answers it. */
export type CatalogView = Readonly<Record<string, unknown>> & { readonly CatalogId: string };

/**
 * Makes a catalog beside the default one. Without FederatedCatalog it is an ordinary, empty one, whatever its name.
 * One that leaves access to Lake Formation is reached with the role that Lake Formation has for the table buckets.
 * Throws AlreadyExistsException, FederatedResourceAlreadyExistsException, InvalidInputException,
 * EntityNotFoundException for an unknown connection, FederationSourceException.
 */
export function createCatalog(
  region: Region,
  name: string,
  input: CatalogInput,
  tags: Readonly<Record<string, string>>
): void {
  const { catalogs } = region.glue;
  if (catalogs.has(name)) throw alreadyExists('Catalog');
  checkFederation(region, input);
  const identifier = input.FederatedCatalog?.Identifier;
  const taken = [...catalogs.values()].find(({ input: other }) => isSame(other, identifier));
  if (taken) {
    const message = `The federated resource ${identifier} is already the catalog ${taken.name}.`;
    throw new AwsRefusal(400, 'FederatedResourceAlreadyExistsException', message);
  }
  const set = settable(region, input);
  checkIsReached(region, set);
  const now = new Date();
  const catalog = { name, createdAt: now, updatedAt: now, tags: newTags(tags), databases: new Map() };
  catalogs.set(name, { ...catalog, ...set });
}

/**
 * Replaces all of a catalog's input: what it leaves out is gone.
 * Throws EntityNotFoundException, InvalidInputException, FederationSourceException.
 */
export function updateCatalog(region: Region, catalogId: string, input: CatalogInput): void {
  const catalog = ownCatalog(region, catalogId);
  checkFederation(region, input);
  const set = settable(region, input);
  checkIsReached(region, set);
  Object.assign(catalog, set, { updatedAt: new Date() });
}

/** Removes a catalog, not what it is federated with. Throws EntityNotFoundException, InvalidInputException. */
export function deleteCatalog(region: Region, catalogId: string): void {
  const { name } = ownCatalog(region, catalogId);
  region.glue.catalogs.delete(name);
  forgetCreation(region.lakeFormation, { kind: 'catalog', catalog: name });
}

/** Any catalog: the default one, one beside it, or a table bucket. Throws EntityNotFoundException. */
export function catalogView(region: Region, catalogId: string): CatalogView {
  const path = catalogPath(region.account, catalogId);
  if (path === '') return rootView(region);
  const { catalog, bucket } = mounted(region, path);
  return bucket ? bucketView(region, catalog, bucket) : ownView(region, catalog);
}

/** The catalogs under one; of the default catalog only those right below it unless `recursive`. */
export function catalogsUnder(
  region: Region,
  parentId: string | undefined,
  recursive: boolean
): CatalogView[] {
  const path = catalogPath(region.account, parentId);
  if (path !== '') {
    const { catalog, bucket } = mounted(region, path);
    return bucket ? [] : bucketViews(region, catalog);
  }
  return [...region.glue.catalogs.values()].flatMap((catalog) => [
    ownView(region, catalog),
    ...(recursive ? bucketViews(region, catalog) : [])
  ]);
}

/**
 * The catalog, and the table bucket in it, that a path other than the default catalog's leads to.
 * Throws EntityNotFoundException; for a missing bucket it names the federation source.
 */
export function mounted(
  region: Region,
  path: string
): { readonly catalog: GlueCatalog; readonly bucket?: TableBucket } {
  const [name = '', child, ...deeper] = path.split('/');
  const catalog = region.glue.catalogs.get(name);
  if (!catalog || deeper.length > 0) throw notFound(`Catalog ${path}`);
  if (child === undefined) return { catalog };
  if (!isFederated(catalog.input)) throw notFound(`Catalog ${path}`);
  return { catalog, bucket: fromSource(() => getTableBucket(region, child)) };
}

/** Whether a catalog shows the region's table buckets. */
export function isFederated(input: CatalogInput): boolean {
  return input.FederatedCatalog !== undefined;
}

function isSame(other: CatalogInput, identifier: string | undefined): boolean {
  return identifier !== undefined && other.FederatedCatalog?.Identifier === identifier;
}

function ownCatalog(region: Region, catalogId: string): GlueCatalog {
  const path = catalogPath(region.account, catalogId);
  if (path === '') throw invalidInput('The default catalog cannot be changed.');
  const { catalog, bucket } = mounted(region, path);
  if (bucket) throw invalidInput(`The catalog ${path} is changed at its federation source.`);
  return catalog;
}

function checkFederation(region: Region, input: CatalogInput): void {
  if (!input.FederatedCatalog) return;
  const { ConnectionName = '', Identifier = '' } = input.FederatedCatalog;
  if (ConnectionName !== s3TablesConnection) throw notFound(`Connection ${ConnectionName}`);
  const expected = region.arn('s3tables', 'bucket/*');
  if (Identifier !== expected) {
    throw invalidInput(`The federation identifier ${Identifier} is not valid; expected ${expected}.`);
  }
}

type Settable = Pick<
  GlueCatalog,
  'input' | 'createDatabaseDefaultPermissions' | 'createTableDefaultPermissions'
>;

/** With access left to Lake Formation, its role has to reach what the catalog shows. */
function checkIsReached(region: Region, { input, createDatabaseDefaultPermissions }: Settable): void {
  if (isFederated(input) && !leavesToIam(createDatabaseDefaultPermissions)) checkFederationRole(region);
}

/** Default permissions that are not given are Lake Formation's, as for databases; not documented for catalogs. */
function settable(region: Region, input: CatalogInput): Settable {
  const { settings } = region.lakeFormation;
  return {
    input,
    createDatabaseDefaultPermissions:
      input.CreateDatabaseDefaultPermissions ?? settings.CreateDatabaseDefaultPermissions,
    createTableDefaultPermissions:
      input.CreateTableDefaultPermissions ?? settings.CreateTableDefaultPermissions
  };
}

function rootView(region: Region): CatalogView {
  const { settings } = region.lakeFormation;
  const { id } = region.account;
  return {
    CatalogId: id,
    Name: id,
    ResourceArn: region.arn('glue', 'catalog'),
    CreateDatabaseDefaultPermissions: settings.CreateDatabaseDefaultPermissions,
    CreateTableDefaultPermissions: settings.CreateTableDefaultPermissions
  };
}

function ownView(region: Region, catalog: GlueCatalog): CatalogView {
  return { ...catalog.input, ...commonView(region, catalog, catalog.name), Name: catalog.name };
}

function bucketViews(region: Region, catalog: GlueCatalog): CatalogView[] {
  if (!isFederated(catalog.input)) return [];
  return [...region.s3tables.buckets.values()].map((bucket) => bucketView(region, catalog, bucket));
}

function bucketView(region: Region, catalog: GlueCatalog, bucket: TableBucket): CatalogView {
  const { AllowFullTableExternalDataAccess } = catalog.input;
  return {
    ...commonView(region, catalog, `${catalog.name}/${bucket.name}`),
    Name: bucket.name,
    CreateTime: seconds(bucket.createdAt),
    UpdateTime: seconds(bucket.createdAt),
    FederatedCatalog: { Identifier: bucket.arn, ConnectionName: s3TablesConnection },
    ...(AllowFullTableExternalDataAccess === undefined ? {} : { AllowFullTableExternalDataAccess })
  };
}

function commonView(region: Region, catalog: GlueCatalog, path: string): CatalogView {
  return {
    CatalogId: catalogIdOf(region.account, path),
    ResourceArn: region.arn('glue', `catalog/${path}`),
    CreateTime: seconds(catalog.createdAt),
    UpdateTime: seconds(catalog.updatedAt),
    CreateDatabaseDefaultPermissions: catalog.createDatabaseDefaultPermissions,
    CreateTableDefaultPermissions: catalog.createTableDefaultPermissions
  };
}
