import type { CatalogInput, Glue, PrincipalPermissions } from '@aws-sdk/client-glue';
import { required } from './answer.js';
import type { Call } from './call.js';
import type { CatalogAccess, GluePort } from './ports.js';
import type { Service } from './service.js';

type Catalogs = Pick<GluePort, 'getCatalog' | 'createS3TablesCatalog'>;

const CATALOG = 's3tablescatalog';
const EVERYBODY_IAM_ALLOWS = 'IAM_ALLOWED_PRINCIPALS';

const call = (action: string, doing: string): Call => ({ operation: `glue:${action}`, doing });

/** The calls of Glue to the catalog that makes the integration with the analytics services. */
export function makeCatalogs(service: Service<Glue>): Catalogs {
  return {
    async getCatalog(catalogId, context) {
      const look = call('GetCatalog', `look at the Glue catalog ${catalogId}`);
      const answer = await service.find(context, look, (glue, options) =>
        glue.getCatalog({ CatalogId: catalogId }, options)
      );
      if (answer === undefined) return undefined;
      const catalog = required(answer.Catalog, 'Catalog', look);
      required(catalog.Name, 'Name', look);
      return {
        connectionName: catalog.FederatedCatalog?.ConnectionName,
        identifier: catalog.FederatedCatalog?.Identifier,
        iamControlled:
          leavesItToIam(catalog.CreateDatabaseDefaultPermissions) &&
          leavesItToIam(catalog.CreateTableDefaultPermissions)
      };
    },
    createS3TablesCatalog(identifier, access, context) {
      const create = call('CreateCatalog', `switch on the analytics integration (Glue catalog ${CATALOG})`);
      return service.create(context, create, (glue, options) =>
        glue.createCatalog({ Name: CATALOG, CatalogInput: integrationOf(identifier, access) }, options)
      );
    }
  };
}

/**
 * With IAM access control, what the console's button makes today ("Integrating Amazon S3 Tables with AWS analytics
 * services" in the S3 user guide); with Lake Formation's, the same without default permissions ("Enabling S3 Tables
 * integration" in the Lake Formation developer guide).
 */
function integrationOf(identifier: string, access: CatalogAccess): CatalogInput {
  const defaults = (): PrincipalPermissions[] =>
    access === 'iam'
      ? [{ Principal: { DataLakePrincipalIdentifier: EVERYBODY_IAM_ALLOWS }, Permissions: ['ALL'] }]
      : [];
  return {
    FederatedCatalog: { Identifier: identifier, ConnectionName: 'aws:s3tables' },
    CreateDatabaseDefaultPermissions: defaults(),
    CreateTableDefaultPermissions: defaults(),
    AllowFullTableExternalDataAccess: 'True'
  };
}

function leavesItToIam(permissions: readonly PrincipalPermissions[] = []): boolean {
  return permissions.some(
    ({ Principal, Permissions = [] }) =>
      Principal?.DataLakePrincipalIdentifier === EVERYBODY_IAM_ALLOWS && Permissions.includes('ALL')
  );
}
