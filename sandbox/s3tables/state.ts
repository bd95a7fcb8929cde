/** A tag set; order is of no meaning. */
export type Tags = Map<string, string>;

export interface Encryption {
  readonly sseAlgorithm: 'AES256' | 'aws:kms';
  readonly kmsKeyArn?: string;
}

export type StorageClass = 'STANDARD' | 'INTELLIGENT_TIERING';

/** One kind of maintenance: `settings` has one member, named like the kind. */
export interface Maintenance {
  readonly status: 'enabled' | 'disabled';
  readonly settings: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

/** Where a bucket's server access logs are to go. */
export interface Logging {
  readonly targetBucket: string;
  readonly targetPrefix: string;
  readonly targetObjectKeyFormat: {
    readonly partitionedPrefix: { readonly partitionDateSource: 'EventTime' | 'DeliveryTime' };
  };
}

/** A table of a namespace. Its identity is `id`; `name` and `namespace` change with RenameTable. */
export interface Table {
  readonly id: string;
  readonly arn: string;
  name: string;
  namespace: string;
  namespaceId: string;
  /** A new one with every change of the metadata location or the name. */
  versionToken: string;
  /** `s3://<warehouse bucket>`, no trailing slash. The bucket's name is not the table's id. */
  readonly warehouseLocation: string;
  /** Absent while the table has no metadata: it was made without any, and nothing was committed yet. */
  metadataLocation?: string;
  readonly createdAt: Date;
  /** An account id, as `modifiedBy` is. */
  readonly createdBy: string;
  modifiedAt: Date;
  modifiedBy: string;
  readonly tags: Tags;
  readonly encryption: Encryption;
  readonly storageClass: StorageClass;
  policy?: string;
  /** By kind, all kinds there are. */
  readonly maintenance: Map<string, Maintenance>;
}

export interface Namespace {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly ownerAccountId: string;
  /** The one property that the Iceberg catalog lets a namespace have. */
  owner?: string;
  /** By table name. */
  readonly tables: Map<string, Table>;
}

export interface TableBucket {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly ownerAccountId: string;
  readonly createdAt: Date;
  readonly tags: Tags;
  policy?: string;
  encryption: Encryption;
  storageClass: StorageClass;
  /** By kind, all kinds there are. */
  readonly maintenance: Map<string, Maintenance>;
  /** The id of the metrics configuration, while there is one. */
  metricsId?: string;
  /** Absent while nothing is logged. */
  logging?: Logging;
  /** By namespace name. */
  readonly namespaces: Map<string, Namespace>;
}

/** How the Iceberg REST catalog calls the token of a list's next page. */
export type PageToken = 'both' | 'spec' | 'aws';

/** How S3 Tables behaves, as the sandbox was told when it started. */
export interface S3TablesOptions {
  /** Whether AWS's quotas hold. Default true. */
  readonly quotas?: boolean;
  /** For how long the name of a deleted bucket is refused, ms: AWS takes minutes. Default 0. */
  readonly transitionMs?: number;
  /** Default both: what AWS does is reported, and measured by nobody. */
  readonly pageToken?: PageToken;
}

/** What S3 Tables holds in one region. */
export class S3TablesState {
  /** By bucket name. */
  readonly buckets = new Map<string, TableBucket>();
  /** When buckets were deleted, ms since the epoch, by name. */
  readonly deletedAt = new Map<string, number>();
  transitionMs: number;
  enforceQuotas: boolean;
  pageToken: PageToken;

  constructor({ quotas = true, transitionMs = 0, pageToken = 'both' }: S3TablesOptions = {}) {
    this.pageToken = pageToken;
    this.enforceQuotas = quotas;
    this.transitionMs = transitionMs;
  }
}
