import type {
  ListedBucket,
  ListedNamespace,
  ListedTable,
  NewTable,
  S3TablesPort,
  TableId,
  TableInfo,
  Tags
} from '../../src/aws/ports.js';
import { ActionError } from '../../src/errors.js';

interface Bucket {
  tags: Tags;
  policy?: string;
  readonly namespaces: Set<string>;
  readonly tables: Map<string, { info: TableInfo; tags: Tags; columns: NewTable['columns'] }>;
}

const lastOf = (arn: string): string => arn.split('/').at(-1) ?? arn;

/** S3 Tables in memory. Every writing call is written down in `writes`. */
export class FakeS3Tables implements S3TablesPort {
  readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly writes: string[],
    private readonly arnPrefix: string
  ) {}

  /** Puts a bucket there without it counting as a call. */
  putBucket(name: string, tags: Tags = {}): Bucket {
    const bucket: Bucket = { tags, namespaces: new Set(), tables: new Map() };
    this.buckets.set(`${this.arnPrefix}${name}`, bucket);
    return bucket;
  }

  /** Puts a table there, with its bucket and namespace, without it counting as a call. */
  putTable(id: TableId, { tags = {}, metadata = true }: { tags?: Tags; metadata?: boolean } = {}): TableInfo {
    const bucket = this.buckets.get(id.bucketArn) ?? this.putBucket(lastOf(id.bucketArn));
    bucket.namespaces.add(id.namespace);
    const warehouseLocation = `s3://warehouse-of-${id.name}--table-s3`;
    const info: TableInfo = {
      arn: `${id.bucketArn}/table/id-of-${id.namespace}-${id.name}`,
      namespace: id.namespace,
      name: id.name,
      versionToken: '1',
      warehouseLocation,
      ...(metadata && { metadataLocation: `${warehouseLocation}/metadata/00000.metadata.json` })
    };
    bucket.tables.set(`${id.namespace}.${id.name}`, { info, tags, columns: undefined });
    return info;
  }

  listTableBuckets(): Promise<readonly ListedBucket[]> {
    return Promise.resolve([...this.buckets.keys()].map((arn) => ({ name: lastOf(arn), arn })));
  }

  hasTableBucket(arn: string): Promise<boolean> {
    return Promise.resolve(this.buckets.has(arn));
  }

  createTableBucket(name: string, tags: Tags): Promise<boolean> {
    this.writes.push(`createTableBucket ${name}`);
    if (this.buckets.has(`${this.arnPrefix}${name}`)) return Promise.resolve(false);
    this.putBucket(name, tags);
    return Promise.resolve(true);
  }

  deleteTableBucket(arn: string): Promise<void> {
    this.writes.push(`deleteTableBucket ${lastOf(arn)}`);
    const bucket = this.buckets.get(arn);
    if (bucket && bucket.namespaces.size > 0) return Promise.reject(new ActionError('NOT_EMPTY'));
    this.buckets.delete(arn);
    return Promise.resolve();
  }

  getTableBucketPolicy(arn: string): Promise<string | undefined> {
    return Promise.resolve(this.buckets.get(arn)?.policy);
  }

  putTableBucketPolicy(arn: string, policy: string): Promise<void> {
    this.writes.push(`putTableBucketPolicy ${lastOf(arn)}`);
    this.bucket(arn).policy = policy;
    return Promise.resolve();
  }

  async addTableBucketPolicy(arn: string, policy: string): Promise<boolean> {
    if (this.buckets.get(arn)?.policy !== undefined) return false;
    await this.putTableBucketPolicy(arn, policy);
    return true;
  }

  deleteTableBucketPolicy(arn: string): Promise<void> {
    this.writes.push(`deleteTableBucketPolicy ${lastOf(arn)}`);
    delete this.buckets.get(arn)?.policy;
    return Promise.resolve();
  }

  getTags(arn: string): Promise<Tags | undefined> {
    return Promise.resolve(this.tagged(arn)?.tags);
  }

  addTags(arn: string, tags: Tags): Promise<void> {
    this.writes.push(`addTags ${lastOf(arn)} ${Object.keys(tags).join(',')}`);
    const tagged = this.tagged(arn);
    if (tagged) tagged.tags = { ...tagged.tags, ...tags };
    return Promise.resolve();
  }

  hasNamespace(arn: string, namespace: string): Promise<boolean> {
    return Promise.resolve(this.buckets.get(arn)?.namespaces.has(namespace) ?? false);
  }

  createNamespace(arn: string, namespace: string): Promise<boolean> {
    this.writes.push(`createNamespace ${namespace}`);
    const { namespaces } = this.bucket(arn);
    const there = namespaces.has(namespace);
    namespaces.add(namespace);
    return Promise.resolve(!there);
  }

  deleteNamespace(arn: string, namespace: string): Promise<void> {
    this.writes.push(`deleteNamespace ${namespace}`);
    const bucket = this.buckets.get(arn);
    const tables = [...(bucket?.tables.keys() ?? [])];
    if (tables.some((name) => name.startsWith(`${namespace}.`)))
      return Promise.reject(new ActionError('NOT_EMPTY'));
    bucket?.namespaces.delete(namespace);
    return Promise.resolve();
  }

  listNamespaces(arn: string): Promise<readonly ListedNamespace[] | undefined> {
    const bucket = this.buckets.get(arn);
    return Promise.resolve(bucket && [...bucket.namespaces].map((name) => ({ name, createdAtMs: 0 })));
  }

  listTables(bucketArn: string, only: string | undefined): Promise<readonly ListedTable[] | undefined> {
    const bucket = this.buckets.get(bucketArn);
    const all = [...(bucket?.tables.values() ?? [])];
    const tables = all.filter(({ info }) => only === undefined || info.namespace === only);
    const ids = tables.map(({ info: { namespace, name, arn } }) => ({ bucketArn, namespace, name, arn }));
    return Promise.resolve(bucket && ids);
  }

  getTable({ bucketArn, namespace, name }: TableId): Promise<TableInfo | undefined> {
    return Promise.resolve(this.buckets.get(bucketArn)?.tables.get(`${namespace}.${name}`)?.info);
  }

  createTable({ id, columns, tags }: NewTable): Promise<string | undefined> {
    const key = `${id.namespace}.${id.name}`;
    this.writes.push(`createTable ${key}`);
    const bucket = this.bucket(id.bucketArn);
    if (!bucket.namespaces.has(id.namespace))
      return Promise.reject(new ActionError('AWS_REFUSED', { found: 'no such namespace' }));
    if (bucket.tables.has(key)) return Promise.resolve(undefined);
    const info = this.putTable(id, { metadata: columns !== undefined });
    bucket.tables.set(key, { info, tags, columns });
    return Promise.resolve(info.arn);
  }

  updateMetadataLocation(id: TableId, metadata: { location: string; versionToken: string }): Promise<void> {
    this.writes.push(`updateMetadataLocation ${id.namespace}.${id.name}`);
    const table = this.buckets.get(id.bucketArn)?.tables.get(`${id.namespace}.${id.name}`);
    if (table?.info.versionToken !== metadata.versionToken) {
      return Promise.reject(new ActionError('CONFLICT'));
    }
    table.info = {
      ...table.info,
      metadataLocation: metadata.location,
      versionToken: `${metadata.versionToken}+`
    };
    return Promise.resolve();
  }

  deleteTable({ bucketArn, namespace, name }: TableId, versionToken: string): Promise<void> {
    this.writes.push(`deleteTable ${namespace}.${name}`);
    const tables = this.buckets.get(bucketArn)?.tables;
    const table = tables?.get(`${namespace}.${name}`);
    if (table !== undefined && table.info.versionToken !== versionToken)
      return Promise.reject(new ActionError('CONFLICT'));
    tables?.delete(`${namespace}.${name}`);
    return Promise.resolve();
  }

  private tagged(arn: string): { tags: Tags } | undefined {
    const tables = [...this.buckets.values()].flatMap((bucket) => [...bucket.tables.values()]);
    return this.buckets.get(arn) ?? tables.find(({ info }) => info.arn === arn);
  }

  private bucket(arn: string): Bucket {
    const bucket = this.buckets.get(arn);
    if (bucket === undefined) throw new ActionError('AWS_REFUSED', { found: 'no such bucket' });
    return bucket;
  }
}
