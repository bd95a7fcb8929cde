import * as v from 'valibot';
import { looseObject, record } from '../input/records.js';
import { integer, line, text } from '../input/constraints.js';

const lines = /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\r\n\t]*$/u;

const name = text(1, 255, line);
const catalogId = v.exactOptional(text(1, 255, line));
const description = v.exactOptional(text(0, 2048, lines));
const parameters = v.exactOptional(record(text(1, 255, line), text(0, 512_000)));
const arn = text(1, 10_240, /^arn:aws(-(cn|us-gov|eusc|iso(-[bef])?))?:glue:.*$/);
const tagKey = text(1, 128);
const tags = v.pipe(record(tagKey, text(0, 256)), v.maxEntries(50));
const permission = v.picklist([
  'ALL',
  'SELECT',
  'ALTER',
  'DROP',
  'DELETE',
  'INSERT',
  'CREATE_DATABASE',
  'CREATE_TABLE',
  'DATA_LOCATION_ACCESS'
]);
const defaultPermission = v.object({
  Principal: v.exactOptional(v.object({ DataLakePrincipalIdentifier: v.exactOptional(text(1, 255)) })),
  Permissions: v.exactOptional(v.array(permission))
});
const defaultPermissions = v.exactOptional(v.array(defaultPermission));

const databaseInput = v.object({
  Name: name,
  Description: description,
  LocationUri: v.exactOptional(text(1, 1024, lines)),
  Parameters: parameters,
  CreateTableDefaultPermissions: defaultPermissions,
  TargetDatabase: v.exactOptional(
    v.object({ CatalogId: catalogId, DatabaseName: v.exactOptional(name), Region: v.exactOptional(name) })
  ),
  FederatedDatabase: v.exactOptional(
    v.object({
      Identifier: v.exactOptional(text(1, 512, line)),
      ConnectionName: v.exactOptional(name),
      ConnectionType: v.exactOptional(name)
    })
  )
});

const columns = v.array(
  v.object({
    Name: name,
    Type: v.exactOptional(text(0, 131_072, line)),
    Comment: v.exactOptional(text(0, 255, line)),
    Parameters: parameters
  })
);

const tableInput = v.object({
  Name: name,
  Description: description,
  Owner: v.exactOptional(name),
  LastAccessTime: v.exactOptional(v.number()),
  LastAnalyzedTime: v.exactOptional(v.number()),
  Retention: v.exactOptional(integer(0, 2 ** 31 - 1)),
  StorageDescriptor: v.exactOptional(
    looseObject({
      Columns: v.exactOptional(columns),
      Location: v.exactOptional(text(0, 2056, lines)),
      Parameters: parameters
    })
  ),
  PartitionKeys: v.exactOptional(columns),
  ViewOriginalText: v.exactOptional(text(0, 409_600)),
  ViewExpandedText: v.exactOptional(text(0, 409_600)),
  TableType: v.exactOptional(text(0, 255)),
  Parameters: parameters,
  TargetTable: v.exactOptional(
    v.object({
      CatalogId: catalogId,
      DatabaseName: v.exactOptional(name),
      Name: v.exactOptional(name),
      Region: v.exactOptional(name)
    })
  )
});

/**
 * OverwriteChildResourcePermissionsWithDefault is not kept: children follow their parent's defaults at once.
 */
const catalogInput = v.object({
  Description: description,
  FederatedCatalog: v.exactOptional(
    v.object({
      Identifier: v.exactOptional(text(1, 512, line)),
      ConnectionName: v.exactOptional(name),
      ConnectionType: v.exactOptional(name)
    })
  ),
  Parameters: parameters,
  TargetRedshiftCatalog: v.exactOptional(v.object({ CatalogArn: v.string() })),
  CatalogProperties: v.exactOptional(looseObject({})),
  CreateTableDefaultPermissions: defaultPermissions,
  CreateDatabaseDefaultPermissions: defaultPermissions,
  AllowFullTableExternalDataAccess: v.exactOptional(v.picklist(['True', 'False']))
});

const paging = { NextToken: v.exactOptional(v.string()), MaxResults: v.exactOptional(integer(1, 100), 100) };

/** The inputs of Glue's operations, with the constraints of its service model. */
export const inputs = {
  CreateDatabase: v.object({
    CatalogId: catalogId,
    DatabaseInput: databaseInput,
    Tags: v.exactOptional(tags, {})
  }),
  Database: v.object({ CatalogId: catalogId, Name: name }),
  GetDatabases: v.object({
    CatalogId: catalogId,
    ...paging,
    ResourceShareType: v.exactOptional(v.picklist(['FOREIGN', 'ALL', 'FEDERATED'])),
    AttributesToGet: v.exactOptional(v.array(v.picklist(['NAME', 'TARGET_DATABASE'])))
  }),
  UpdateDatabase: v.object({ CatalogId: catalogId, Name: name, DatabaseInput: databaseInput }),
  CreateTable: v.object({ CatalogId: catalogId, DatabaseName: name, TableInput: tableInput }),
  Table: v.object({ CatalogId: catalogId, DatabaseName: name, Name: name }),
  GetPartitionIndexes: v.object({
    CatalogId: catalogId,
    DatabaseName: name,
    TableName: name,
    NextToken: v.exactOptional(v.string())
  }),
  GetTables: v.object({
    CatalogId: catalogId,
    DatabaseName: name,
    Expression: v.exactOptional(text(0, 2048, line)),
    ...paging,
    AttributesToGet: v.exactOptional(v.array(v.picklist(['NAME', 'TABLE_TYPE'])))
  }),
  UpdateTable: v.object({
    CatalogId: catalogId,
    DatabaseName: name,
    TableInput: tableInput,
    SkipArchive: v.exactOptional(v.boolean()),
    VersionId: v.exactOptional(name)
  }),
  TagResource: v.object({ ResourceArn: arn, TagsToAdd: tags }),
  UntagResource: v.object({ ResourceArn: arn, TagsToRemove: v.pipe(v.array(tagKey), v.maxLength(50)) }),
  GetTags: v.object({ ResourceArn: arn }),
  CreateCatalog: v.object({
    Name: text(1, 64, /^(?!(.*[./\\]|aws:)).*$/),
    CatalogInput: catalogInput,
    Tags: v.exactOptional(tags, {})
  }),
  Catalog: v.object({ CatalogId: text(1, 255, line) }),
  GetCatalogs: v.object({
    ParentCatalogId: catalogId,
    NextToken: v.exactOptional(v.string()),
    MaxResults: v.exactOptional(integer(1, 1000), 100),
    Recursive: v.exactOptional(v.boolean(), false),
    IncludeRoot: v.exactOptional(v.boolean(), false),
    HasDatabases: v.exactOptional(v.boolean())
  }),
  UpdateCatalog: v.object({ CatalogId: text(1, 255, line), CatalogInput: catalogInput })
};

export type DatabaseInput = v.InferOutput<typeof databaseInput>;
export type TableInput = v.InferOutput<typeof tableInput>;
export type CatalogInput = v.InferOutput<typeof catalogInput>;
export type Column = v.InferOutput<typeof columns>[number];

/** Who gets what on something new; also as Lake Formation's settings have it. */
export interface DefaultPermission {
  readonly Principal?: { readonly DataLakePrincipalIdentifier?: string };
  readonly Permissions?: readonly string[];
}
