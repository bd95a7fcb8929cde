import * as v from 'valibot';
import { looseObject, record } from '../input/records.js';
import { integer, line, text } from '../input/constraints.js';

/** Lake Formation's permissions, of all kinds of resources. */
export const permissionNames = [
  'ALL',
  'SELECT',
  'ALTER',
  'DROP',
  'DELETE',
  'INSERT',
  'DESCRIBE',
  'CREATE_DATABASE',
  'CREATE_TABLE',
  'DATA_LOCATION_ACCESS',
  'CREATE_LF_TAG',
  'ASSOCIATE',
  'GRANT_WITH_LF_TAG_EXPRESSION',
  'CREATE_LF_TAG_EXPRESSION',
  'CREATE_CATALOG',
  'SUPER_USER'
] as const;

export type Permission = (typeof permissionNames)[number];

const name = text(1, 255, line);
const catalogId = v.exactOptional(name);
const principalMembers = { DataLakePrincipalIdentifier: text(1, 255) };
const principal = v.object(principalMembers);
const principals = v.exactOptional(v.pipe(v.array(looseObject(principalMembers)), v.maxLength(30)), []);
/** Permissions are checked by the operations: the service has a sentence of its own for unknown ones. */
const permissions = v.array(v.string());
const defaultPermissions = v.exactOptional(
  v.array(v.object({ Principal: principal, Permissions: v.array(v.picklist(permissionNames)) })),
  []
);

/** Loose: a member that this model does not know yet is kept, as by an AWS that is newer than its clients. */
const settings = looseObject({
  DataLakeAdmins: principals,
  ReadOnlyAdmins: principals,
  CreateDatabaseDefaultPermissions: defaultPermissions,
  CreateTableDefaultPermissions: defaultPermissions,
  Parameters: v.exactOptional(record(text(1, 255, line), text(0, 512_000)), {}),
  TrustedResourceOwners: v.exactOptional(v.array(name), []),
  AllowExternalDataFiltering: v.exactOptional(v.boolean(), false),
  AllowFullTableExternalDataAccess: v.exactOptional(v.boolean(), false),
  ExternalDataFilteringAllowList: principals,
  AuthorizedSessionTagValueList: v.exactOptional(v.array(name), [])
});

const columnNames = v.array(name);
const table = { CatalogId: catalogId, DatabaseName: name };
const tagResource = v.exactOptional(looseObject({}));

const resource = v.object({
  Catalog: v.exactOptional(v.object({ Id: catalogId })),
  Database: v.exactOptional(v.object({ CatalogId: catalogId, Name: name })),
  Table: v.exactOptional(
    v.object({ ...table, Name: v.exactOptional(name), TableWildcard: v.exactOptional(v.object({})) })
  ),
  TableWithColumns: v.exactOptional(
    v.object({
      ...table,
      Name: name,
      ColumnNames: v.exactOptional(columnNames),
      ColumnWildcard: v.exactOptional(v.object({ ExcludedColumnNames: v.exactOptional(columnNames) }))
    })
  ),
  DataLocation: v.exactOptional(v.object({ CatalogId: catalogId, ResourceArn: v.string() })),
  DataCellsFilter: tagResource,
  LFTag: tagResource,
  LFTagPolicy: tagResource,
  LFTagExpression: tagResource
});

const condition = v.exactOptional(v.object({ Expression: v.exactOptional(text(0, 3000)) }));
const grantable = v.exactOptional(permissions, []);

const change = v.object({
  CatalogId: catalogId,
  Principal: principal,
  Resource: resource,
  Permissions: permissions,
  Condition: condition,
  PermissionsWithGrantOption: grantable
});

/** In a batch, what a single call requires is checked entry by entry. */
const entry = looseObject({ Id: text(1, 255) });

const paging = {
  NextToken: v.exactOptional(v.string()),
  MaxResults: v.exactOptional(integer(1, 1000), 1000)
};
const arn = v.string();
const owner = v.exactOptional(text(12, 12, /^\d{12}$/));

/** The inputs of Lake Formation's operations, with the constraints of its service model. */
export const inputs = {
  GetDataLakeSettings: v.object({ CatalogId: catalogId }),
  PutDataLakeSettings: v.object({ CatalogId: catalogId, DataLakeSettings: settings }),
  Change: change,
  Batch: v.object({ CatalogId: catalogId, Entries: v.array(entry) }),
  ListPermissions: v.object({
    CatalogId: catalogId,
    Principal: v.exactOptional(principal),
    ResourceType: v.exactOptional(
      v.picklist([
        'CATALOG',
        'DATABASE',
        'TABLE',
        'DATA_LOCATION',
        'LF_TAG',
        'LF_TAG_POLICY',
        'LF_TAG_POLICY_DATABASE',
        'LF_TAG_POLICY_TABLE',
        'LF_NAMED_TAG_EXPRESSION'
      ])
    ),
    Resource: v.exactOptional(resource),
    ...paging,
    IncludeRelated: v.exactOptional(text(1, 5, line))
  }),
  RegisterResource: v.object({
    ResourceArn: arn,
    UseServiceLinkedRole: v.exactOptional(v.boolean(), false),
    RoleArn: v.exactOptional(v.string()),
    WithFederation: v.exactOptional(v.boolean(), false),
    HybridAccessEnabled: v.exactOptional(v.boolean(), false),
    WithPrivilegedAccess: v.exactOptional(v.boolean(), false),
    ExpectedResourceOwnerAccount: owner
  }),
  UpdateResource: v.object({
    ResourceArn: arn,
    RoleArn: v.string(),
    WithFederation: v.exactOptional(v.boolean()),
    HybridAccessEnabled: v.exactOptional(v.boolean()),
    ExpectedResourceOwnerAccount: owner
  }),
  Resource: v.object({ ResourceArn: arn }),
  ListResources: v.object({
    FilterConditionList: v.exactOptional(
      v.pipe(
        v.array(
          v.object({
            Field: v.picklist(['RESOURCE_ARN', 'ROLE_ARN', 'LAST_MODIFIED']),
            ComparisonOperator: v.picklist([
              'EQ',
              'NE',
              'LE',
              'LT',
              'GE',
              'GT',
              'CONTAINS',
              'NOT_CONTAINS',
              'BEGINS_WITH',
              'IN',
              'BETWEEN'
            ]),
            StringValueList: v.exactOptional(v.array(v.string()), [])
          })
        ),
        v.minLength(1),
        v.maxLength(20)
      )
    ),
    ...paging
  })
};

export type SettingsInput = v.InferOutput<typeof settings>;
export type ResourceInput = v.InferOutput<typeof resource>;
export type ChangeInput = v.InferOutput<typeof change>;
export type BatchEntry = v.InferOutput<typeof entry>;
export type ListPermissionsInput = v.InferOutput<(typeof inputs)['ListPermissions']>;
export type FilterCondition = NonNullable<
  v.InferOutput<(typeof inputs)['ListResources']>['FilterConditionList']
>[number];
