import { type AwsOptions, makeClients } from './clients.js';
import { makeEndpoints } from './endpoints.js';
import { makeCatalogs } from './glue-catalogs.js';
import { makeDatabases, makeGlueTags } from './glue-databases.js';
import { makeGlueTables } from './glue-tables.js';
import { makeIam } from './iam.js';
import { makeSimulator } from './iam-simulate.js';
import { makeIcebergHttp } from './iceberg-http.js';
import { makeRegistrations, makeSettings } from './lake-formation.js';
import { makeGrants } from './lake-formation-grants.js';
import { makeNamespaces } from './namespaces.js';
import type { Aws } from './ports.js';
import { serviceOf } from './service.js';
import { makeSts } from './sts.js';
import { makeBucketList, makePolicies, makeTableBuckets, makeTags } from './table-buckets.js';
import { makeTableMetadata, makeTables } from './tables.js';
import { makeWarehouse } from './warehouse.js';

export { sessionNameFor, type RoleToAssume } from './assume-role.js';
export { makeClients, type AwsOptions, type Clients, type Credentials, type ServiceName } from './clients.js';

/**
 * AWS as the core knows it, by the SDK. Nothing is called before it is needed, and nothing loaded but what `first` names;
 * all ports share one HTTP handler and one chain of credentials.
 */
export function makeAws(options: AwsOptions): Aws {
  const clients = makeClients(options);
  const s3tables = serviceOf(clients.s3tables);
  const glue = serviceOf(clients.glue);
  const lakeFormation = serviceOf(clients.lakeFormation);
  const { single } = clients;
  return {
    sts: makeSts(clients, options.region),
    s3tables: {
      ...makeBucketList(s3tables),
      ...makeTableBuckets(s3tables),
      ...makePolicies(s3tables, serviceOf(single.s3tables)),
      ...makeTags(s3tables),
      ...makeNamespaces(s3tables),
      ...makeTables(s3tables),
      ...makeTableMetadata(s3tables)
    },
    warehouse: makeWarehouse(serviceOf(clients.s3)),
    glue: {
      ...makeDatabases(glue, serviceOf(single.glue)),
      ...makeGlueTables(glue),
      ...makeGlueTags(glue),
      ...makeCatalogs(glue)
    },
    iam: makeIam(serviceOf(clients.iam), clients.iam),
    simulator: makeSimulator(serviceOf(clients.iam)),
    endpoints: makeEndpoints(clients),
    iceberg: (service) => makeIcebergHttp(clients, service),
    lakeFormation: {
      ...makeSettings(lakeFormation, serviceOf(single.lakeFormation)),
      ...makeRegistrations(lakeFormation),
      ...makeGrants(lakeFormation)
    }
  };
}
