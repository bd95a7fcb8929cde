import type { Column } from '../column.js';
import type { Context } from '../context.js';
import type { Endpoint } from '../endpoints.js';

/** Who the credentials belong to. */
export interface Identity {
  readonly accountId: string;
  /** As in ARNs: `aws`, `aws-cn` */
  readonly partition: string;
  /** The caller as STS sees it: a user's ARN, or an `assumed-role` one. Absent when STS cannot be asked. */
  readonly callerArn?: string | undefined;
}

/** Keys and values of AWS resource tags. */
export type Tags = Readonly<Record<string, string>>;

/** A table of a table bucket, as `GetTable` shows it. */
export interface TableInfo {
  readonly arn: string;
  readonly namespace: string;
  readonly name: string;
  readonly versionToken: string;
  /** Absent for a table that was made without a schema. */
  readonly metadataLocation?: string | undefined;
  /** `s3://…--table-s3` */
  readonly warehouseLocation: string;
  /** The end of "it is …", where a service keeps the table and nobody else is to write it: `a replica of arn:…`. */
  readonly managed?: string | undefined;
  /** What AWS calls its format, where that is not Iceberg. */
  readonly otherFormat?: string | undefined;
}

/** Which table: by its names. */
export interface TableId {
  readonly bucketArn: string;
  readonly namespace: string;
  readonly name: string;
}

/** A table in a list. */
export interface ListedTable extends TableId {
  readonly arn: string;
}

/** A namespace in a list. */
export interface ListedNamespace {
  readonly name: string;
  /** ms since the epoch, UTC. */
  readonly createdAtMs: number;
}

/** A table bucket in a list. */
export interface ListedBucket {
  readonly name: string;
  readonly arn: string;
}

/** What is to be made of a table. */
export interface NewTable {
  readonly id: TableId;
  /** Absent: no schema, so no metadata. */
  readonly columns?: readonly Column[] | undefined;
  readonly tags: Tags;
}

/**
 * The calls to S3 Tables that the action makes. `undefined` is "there is none"; not being allowed to look is an
 * error. `create…` answers false where it was there already. `delete…` of what is gone is success.
 * All throw `ActionError`.
 */
export interface S3TablesPort {
  /** All table buckets of the account and region, page by page, but for those that AWS manages itself. */
  listTableBuckets(context: Context): Promise<readonly ListedBucket[]>;
  hasTableBucket(bucketArn: string, context: Context): Promise<boolean>;
  /** Waits while the name is in transition, within the deadline. */
  createTableBucket(name: string, tags: Tags, context: Context): Promise<boolean>;
  /** Retries "not empty" for a while, since just deleted children linger. */
  deleteTableBucket(bucketArn: string, context: Context): Promise<void>;
  getTableBucketPolicy(bucketArn: string, context: Context): Promise<string | undefined>;
  putTableBucketPolicy(bucketArn: string, policy: string, context: Context): Promise<void>;
  /** Sets the policy where there is none, which is looked at before every attempt. False: there is one. */
  addTableBucketPolicy(bucketArn: string, policy: string, context: Context): Promise<boolean>;
  deleteTableBucketPolicy(bucketArn: string, context: Context): Promise<void>;
  /** Of a table bucket or a table. `undefined`: there is none. */
  getTags(arn: string, context: Context): Promise<Tags | undefined>;
  addTags(arn: string, tags: Tags, context: Context): Promise<void>;
  hasNamespace(bucketArn: string, namespace: string, context: Context): Promise<boolean>;
  createNamespace(bucketArn: string, namespace: string, context: Context): Promise<boolean>;
  deleteNamespace(bucketArn: string, namespace: string, context: Context): Promise<void>;
  /** All of them, page by page. `undefined`: there is no such bucket. */
  listNamespaces(bucketArn: string, context: Context): Promise<readonly ListedNamespace[] | undefined>;
  /** All tables of the bucket, in one namespace or in every one. `undefined`: there is no such bucket or namespace. */
  listTables(
    bucketArn: string,
    namespace: string | undefined,
    context: Context
  ): Promise<readonly ListedTable[] | undefined>;
  getTable(id: TableId, context: Context): Promise<TableInfo | undefined>;
  /** Gives its ARN; `undefined`: it was there already. Retries "no such namespace", which a new one can cause. */
  createTable(table: NewTable, context: Context): Promise<string | undefined>;
  /** Throws `CONFLICT` when the table is no longer at this version. */
  updateMetadataLocation(
    id: TableId,
    metadata: { readonly location: string; readonly versionToken: string },
    context: Context
  ): Promise<void>;
  /**
   * Deletes the table that was looked at, `versionToken` being what `getTable` gave then. Throws `CONFLICT` when somebody
   * has changed it since: then it has to be looked at again.
   */
  deleteTable(id: TableId, versionToken: string, context: Context): Promise<void>;
}

/** The files of a table: each is got and put whole; the service allows neither listing nor deleting. */
export interface WarehousePort {
  /** The bytes of `s3://bucket/key`. Throws `ActionError` when it is not there or may not be read. */
  read(location: string, context: Context): Promise<Uint8Array>;
  /** The text of a metadata file, which may be compressed. */
  readText(location: string, context: Context): Promise<string>;
  /** A single put. */
  write(location: string, bytes: Uint8Array, context: Context): Promise<void>;
}

/** A database of the Glue Data Catalog. */
export interface GlueDatabase {
  readonly name: string;
  readonly description?: string | undefined;
  readonly parameters: Tags;
}

/** What is to be made of a Glue database. */
export interface NewGlueDatabase {
  readonly name: string;
  readonly description: string;
  readonly parameters: Tags;
  readonly tags: Tags;
}

/** A Glue catalog, as far as the analytics integration needs it. */
export interface GlueCatalog {
  /** `aws:s3tables` for the integration. */
  readonly connectionName?: string | undefined;
  /** `arn:…:bucket/*` for the integration. */
  readonly identifier?: string | undefined;
  /** True: the default permissions are IAM_ALLOWED_PRINCIPALS, so IAM decides; false: Lake Formation does. */
  readonly iamControlled: boolean;
}

/** Who decides over access to what a catalog holds: IAM's policies alone, or Lake Formation's grants as well. */
export type CatalogAccess = 'iam' | 'lake-formation';

/** A table of any catalog, as Glue names it. */
export interface GlueTableId {
  /** `<account>:s3tablescatalog/<bucket>` */
  readonly catalogId: string;
  readonly database: string;
  readonly name: string;
}

/** The calls to Glue. The same promises as {@link S3TablesPort}. */
export interface GluePort {
  /** All databases of the account's default catalog, page by page. */
  listDatabases(context: Context): Promise<readonly GlueDatabase[]>;
  getDatabase(name: string, context: Context): Promise<GlueDatabase | undefined>;
  /** `retryDenied`: the caller has become a Lake Formation administrator in this run, which takes a while to hold. */
  createDatabase(database: NewGlueDatabase, retryDenied: boolean, context: Context): Promise<boolean>;
  /**
   * Adds the parameters to those that are there; everything else of the database stays, also what the action does not
   * know. Read again before every attempt to write.
   */
  addParameters(name: string, parameters: Tags, context: Context): Promise<void>;
  /** Deletes the tables in it as well, as Glue does. */
  deleteDatabase(name: string, context: Context): Promise<void>;
  /** The names of all tables in it, page by page. `undefined`: there is no such database. */
  listTables(database: string, context: Context): Promise<readonly string[] | undefined>;
  /** False also where the catalog or the database is not there, or not yet. */
  hasTable(table: GlueTableId, context: Context): Promise<boolean>;
  getTags(arn: string, context: Context): Promise<Tags | undefined>;
  addTags(arn: string, tags: Tags, context: Context): Promise<void>;
  getCatalog(catalogId: string, context: Context): Promise<GlueCatalog | undefined>;
  /** Makes the catalog that is the integration. False: a catalog of that name is there. */
  createS3TablesCatalog(identifier: string, access: CatalogAccess, context: Context): Promise<boolean>;
}

/** Lake Formation's settings: the whole document of the account and region, as the JSON that AWS gave. */
export type DataLakeSettings = Readonly<Record<string, unknown>> & {
  readonly DataLakeAdmins?:
    readonly { readonly DataLakePrincipalIdentifier?: string | undefined }[] | undefined;
  readonly TrustedResourceOwners?: readonly string[] | undefined;
};

/** What one principal may do with one thing. Permission names are Lake Formation's: `CREATE_TABLE`. */
export interface Grant {
  readonly principal: string;
  readonly permissions: readonly string[];
  /** Which of them it may pass on. */
  readonly grantable: readonly string[];
}

/** What a grant is on; `tables`: all tables of the database. Without `catalogId`: of the account's default catalog. */
export type GrantTarget =
  | { readonly kind: 'catalog'; readonly catalogId?: string | undefined }
  | {
      readonly kind: 'database' | 'tables';
      readonly database: string;
      /** `<account>:s3tablescatalog/<bucket>` */
      readonly catalogId?: string | undefined;
    };

/** A grant, and what it is on. */
export interface TargetedGrant extends Grant {
  readonly on: GrantTarget;
}

/** A location that Lake Formation manages, and how. */
export interface Registration {
  /** The role that Lake Formation takes on to reach it. */
  readonly roleArn: string;
  readonly withFederation: boolean;
  /** True: principals that are not opted in reach it by IAM's policies alone, whatever Lake Formation grants. */
  readonly hybridAccess?: boolean | undefined;
}

/** The calls to Lake Formation. The same promises as {@link S3TablesPort}. */
export interface LakeFormationPort {
  getSettings(context: Context): Promise<DataLakeSettings>;
  /**
   * Reads the whole document, has it changed, and writes what `change` gives; `undefined`: nothing. Every write comes right
   * after a read, also one that is tried again: an old document would undo what others have written since. False: nothing
   * was to be written.
   */
  changeSettings(
    change: (settings: DataLakeSettings) => DataLakeSettings | undefined,
    context: Context
  ): Promise<boolean>;
  /** The explicit grants on the thing itself, all pages. `undefined`: there is no such thing. */
  listGrants(on: GrantTarget, context: Context): Promise<readonly Grant[] | undefined>;
  /** What the principal may do with the thing, whatever it comes from. `undefined`: there is no such thing. */
  effectiveGrant(principal: string, on: GrantTarget, context: Context): Promise<Grant | undefined>;
  /** False: Lake Formation refuses to hear of the principal. */
  knowsPrincipal(principal: string, context: Context): Promise<boolean>;
  /** Adds; what was granted before stays. All are tried; throws what the first one was refused with. */
  grant(grants: readonly TargetedGrant[], context: Context): Promise<void>;
  /** Takes away exactly these. Gives those that were never granted, though AWS may list them. */
  revoke(grants: readonly TargetedGrant[], context: Context): Promise<readonly TargetedGrant[]>;
  getRegistration(resourceArn: string, context: Context): Promise<Registration | undefined>;
  /** With federation and privileged access. Waits while the role is not known everywhere yet. */
  register(resourceArn: string, roleArn: string, context: Context): Promise<boolean>;
}

/** A role of the account. */
export interface IamRole {
  readonly name: string;
  /** With the role's whole path. */
  readonly arn: string;
  /** JSON. */
  readonly trustPolicy: string;
}

/** What is to be made of a role. */
export interface NewIamRole {
  readonly name: string;
  readonly description: string;
  /** JSON. */
  readonly trustPolicy: string;
}

/** The policies that say what a role may do. */
export interface RolePolicies {
  readonly inline: readonly string[];
  readonly attached: readonly string[];
}

/** The calls to IAM. The same promises as {@link S3TablesPort}. */
export interface IamPort {
  /** False at an emulator's endpoint: its IAM need not have every principal that its other services believe in. */
  knowsEverybody(context: Context): Promise<boolean>;
  getRole(name: string, context: Context): Promise<IamRole | undefined>;
  /** Whether there is a user of that name. */
  hasUser(name: string, context: Context): Promise<boolean>;
  /** All roles below a path, page by page: `/aws-reserved/sso.amazonaws.com/`. */
  listRoles(pathPrefix: string, context: Context): Promise<readonly IamRole[]>;
  createRole(role: NewIamRole, context: Context): Promise<boolean>;
  /** The names of the role's inline policies, and the ARNs of the managed ones. `undefined`: there is no such role. */
  listRolePolicies(role: string, context: Context): Promise<RolePolicies | undefined>;
  /** The document of an inline policy, as JSON. */
  getRolePolicy(role: string, policy: string, context: Context): Promise<string | undefined>;
  putRolePolicy(role: string, policy: string, document: string, context: Context): Promise<void>;
}

/** What IAM is asked about: whether each action is allowed on each resource. */
export interface Question {
  readonly actions: readonly string[];
  /** ARNs, or `*`. */
  readonly resources: readonly string[];
  /** What is known of the calls, by condition key: `aws:RequestedRegion`. */
  readonly facts: Readonly<Record<string, string | boolean>>;
}

/** What IAM says of one action on one resource. */
export interface Verdict {
  readonly action: string;
  readonly resource: string;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** Condition keys that policies ask for and that were not told; with any, the decision is a guess. */
  readonly unknownFacts: readonly string[];
}

/** Asking IAM, without doing anything. Throws `ActionError`. */
export interface SimulatorPort {
  /** @param principal the ARN of a user or a role */
  simulate(principal: string, question: Question, context: Context): Promise<readonly Verdict[]>;
}

/** The calls to STS. */
export interface StsPort {
  /** Account from the credentials where they know it, else from STS; partition from the caller's ARN. */
  getIdentity(context: Context): Promise<Identity>;
}

/** Which service's Iceberg REST catalog. */
export type IcebergService = 's3tables' | 'glue';

/** A request to an Iceberg REST catalog. */
export interface IcebergRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  /** From `/v1/`, already percent-encoded: it is sent, and signed, as it stands. */
  readonly path: string;
  /** Not yet encoded. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** JSON. */
  readonly body?: string | undefined;
}

/** An answer of an Iceberg REST catalog, as it came. */
export interface IcebergAnswer {
  readonly status: number;
  readonly text: string;
  readonly requestId?: string | undefined;
}

/**
 * Sends signed requests to `https://<service>.<region>.amazonaws.com/iceberg`. Gives the answer that came, also one
 * that refuses. Throws `ActionError` for what has nothing to do with Iceberg: the caller is not known, or not allowed,
 * 5xx and 429 that stayed when they were repeated, no answer at all.
 */
export interface IcebergHttp {
  request(request: IcebergRequest, context: Context): Promise<IcebergAnswer>;
}

/** Where the run reaches the services. Nothing is called. Throws where the settings contradict each other. */
export interface EndpointsPort {
  s3tables(): Promise<Endpoint>;
  s3(): Promise<Endpoint>;
}

/** Everything the core knows of AWS. A fake of any port is a few lines. */
export interface Aws {
  readonly sts: StsPort;
  readonly s3tables: S3TablesPort;
  readonly warehouse: WarehousePort;
  readonly glue: GluePort;
  readonly lakeFormation: LakeFormationPort;
  readonly iam: IamPort;
  readonly simulator: SimulatorPort;
  readonly endpoints: EndpointsPort;
  /** The Iceberg REST catalog of a service. */
  readonly iceberg: (service: IcebergService) => IcebergHttp;
}
