import type { CreateTableRequest, GetTableResponse, S3Tables, TableSummary } from '@aws-sdk/client-s3tables';
import { listIn, nameOf, required, someTags } from './answer.js';
import type { Call } from './call.js';
import type { ListedTable, NewTable, S3TablesPort, TableId, TableInfo } from './ports.js';
import { isThereAlready } from './classify.js';
import { findAll, type Service, unless } from './service.js';

type Tables = Pick<S3TablesPort, 'listTables' | 'getTable' | 'createTable' | 'deleteTable'>;
type Metadata = Pick<S3TablesPort, 'updateMetadataLocation'>;

// The ARN of a table has an id in it that only AWS knows, so permissions are named on all tables of the bucket.
const call = (action: string, verb: string, { bucketArn, namespace, name }: TableId): Call => ({
  operation: `s3tables:${action}`,
  doing: `${verb} the table ${namespace}.${name}`,
  resource: `${bucketArn}/table/*`
});

const listOf = (resource: string, doing: string): Call => ({
  operation: 's3tables:ListTables',
  doing,
  resource
});

/** The calls of S3 Tables to tables. */
export function makeTables(service: Service<S3Tables>): Tables {
  return {
    listTables: (bucketArn, namespace, context) => {
      const what = namespace === undefined ? nameOf(bucketArn) : `${namespace} in ${nameOf(bucketArn)}`;
      const list = listOf(bucketArn, `list the tables of ${what}`);
      return findAll(list, (continuationToken) =>
        service.ask(context, list, async (s3tables, options) => {
          const where = { tableBucketARN: bucketArn, namespace, continuationToken };
          const answer = await s3tables.listTables(where, options);
          const tables = listIn(answer.tables, 'tables', list);
          return {
            items: tables.map((table) => listed(bucketArn, table, list)),
            next: answer.continuationToken
          };
        })
      );
    },
    async getTable(id, context) {
      const look = call('GetTable', 'look at', id);
      const answer = await service.find(context, look, (s3tables, options) =>
        s3tables.getTable(keyOf(id), options)
      );
      return answer && asTable(answer, look);
    },
    createTable(table, context) {
      const create = call('CreateTable', 'create', table.id);
      const made = service.ask(context, create, async (s3tables, options) => {
        const answer = await s3tables.createTable(requestFor(table), options);
        return required(answer.tableARN, 'tableARN', create);
      });
      return unless(isThereAlready, made);
    },
    deleteTable(id, versionToken, context) {
      const remove = call('DeleteTable', 'delete', id);
      return service.remove(context, remove, (s3tables, options) =>
        s3tables.deleteTable({ ...keyOf(id), versionToken }, options)
      );
    }
  };
}

/** The calls of S3 Tables to where the metadata of a table is. */
export function makeTableMetadata(service: Service<S3Tables>): Metadata {
  return {
    async updateMetadataLocation(id, { location, versionToken }, context) {
      const update = call('UpdateTableMetadataLocation', 'set the metadata of', id);
      await service.ask(context, update, (s3tables, options) =>
        s3tables.updateTableMetadataLocation(
          { ...keyOf(id), metadataLocation: location, versionToken },
          options
        )
      );
    }
  };
}

function listed(bucketArn: string, { namespace, name, tableARN }: TableSummary, list: Call): ListedTable {
  return {
    bucketArn,
    namespace: required(namespace?.[0], 'namespace', list),
    name: required(name, 'name', list),
    arn: required(tableARN, 'tableARN', list)
  };
}

function keyOf({ bucketArn, namespace, name }: TableId): {
  tableBucketARN: string;
  namespace: string;
  name: string;
} {
  return { tableBucketARN: bucketArn, namespace, name };
}

/** With explicit field ids, so that they are the same whoever assigns them. */
function requestFor({ id, columns, tags }: NewTable): CreateTableRequest {
  const fields = columns?.map(({ name, type, required }, index) => ({ id: index + 1, name, type, required }));
  return {
    ...keyOf(id),
    format: 'ICEBERG',
    ...(fields && { metadata: { iceberg: { schema: { fields } } } }),
    ...someTags('tags', tags)
  };
}

function asTable(answer: GetTableResponse, look: Call): TableInfo {
  return {
    arn: required(answer.tableARN, 'tableARN', look),
    namespace: required(answer.namespace?.[0], 'namespace', look),
    name: required(answer.name, 'name', look),
    versionToken: required(answer.versionToken, 'versionToken', look),
    metadataLocation: answer.metadataLocation,
    warehouseLocation: required(answer.warehouseLocation, 'warehouseLocation', look),
    managed: managedBy(answer),
    ...(answer.format !== 'ICEBERG' && { otherFormat: String(answer.format ?? 'unknown') })
  };
}

/** Replication and migration write the tables that they keep, and nobody else may. */
function managedBy({ managedByService, managedTableInformation }: GetTableResponse): string | undefined {
  const source = managedTableInformation?.replicationInformation?.sourceTableARN;
  if (source !== undefined) return `a replica of ${source}`;
  return managedByService === undefined ? undefined : `managed by the service ${managedByService}`;
}
