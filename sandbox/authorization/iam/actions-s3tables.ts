import { contextOf, type Context } from '../../policy/context.js';
import type { Operation, SandboxRequest } from '../../service.js';
import * as need from './need.js';
import type { Need, Target } from './need.js';
import { bucketTarget, tableByArn, tableTarget } from './s3tables-targets.js';

/** What an operation is on, and what else it takes when a member of its body is there. */
interface Row {
  readonly on: keyof typeof targets;
  readonly with?: Readonly<Record<string, readonly [action: string, on: keyof typeof targets]>>;
}

/**
 * S3 Tables' operations that are not on the bucket or the table that their names say (Service Authorization Reference,
 * Amazon S3 Tables; SDK, CreateTable and CreateTableBucket).
 */
const rows: Readonly<Record<string, Row>> = {
  ListTableBuckets: { on: 'nothing' },
  CreateTableBucket: {
    on: 'newBucket',
    with: {
      encryptionConfiguration: ['PutTableBucketEncryption', 'newBucket'],
      storageClassConfiguration: ['PutTableBucketStorageClass', 'newBucket'],
      tags: ['TagResource', 'newBucket']
    }
  },
  CreateNamespace: { on: 'bucket' },
  GetNamespace: { on: 'bucket' },
  ListNamespaces: { on: 'bucket' },
  DeleteNamespace: { on: 'bucket' },
  ListTables: { on: 'bucket' },
  CreateTable: {
    on: 'bucket',
    with: {
      metadata: ['PutTableData', 'newTable'],
      encryptionConfiguration: ['PutTableEncryption', 'newTable'],
      storageClassConfiguration: ['PutTableStorageClass', 'newTable'],
      tags: ['TagResource', 'newTable']
    }
  },
  TagResource: { on: 'tagged' },
  UntagResource: { on: 'tagged' },
  ListTagsForResource: { on: 'tagged' }
};

interface Asked {
  readonly request: SandboxRequest;
  readonly labels: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const targets = {
  nothing: (): Target => ({ arn: '*' }),
  newBucket: ({ request, body }: Asked): Target =>
    bucketTarget(request.region, request.region.arn('s3tables', `bucket/${need.textOf(body['name']) ?? ''}`)),
  bucket: (asked: Asked): Target => bucketTarget(asked.request.region, parameter(asked, 'tableBucketARN')),
  table: (asked: Asked): Target => {
    const { region } = asked.request;
    const arn = asked.request.query.get('tableArn');
    if (arn !== null) return tableByArn(region, arn);
    return tableTarget(region, { ...inNamespace(asked), name: parameter(asked, 'name') });
  },
  newTable: (asked: Asked): Target =>
    tableTarget(asked.request.region, {
      ...inNamespace(asked),
      name: need.textOf(asked.body['name']) ?? ''
    }),
  tagged: (asked: Asked): Target => {
    const arn = parameter(asked, 'resourceArn');
    return arn.includes('/table/')
      ? tableByArn(asked.request.region, arn)
      : bucketTarget(asked.request.region, arn);
  }
};

/** What S3 Tables' operations need. */
export function s3TablesNeeds(request: SandboxRequest, { name, labels = {} }: Operation): readonly Need[] {
  const asked = { request, labels, body: need.jsonBody(request) };
  const { on, with: more = {} } = rows[name] ?? { on: name.includes('TableBucket') ? 'bucket' : 'table' };
  const context = contextOfRequest(asked);
  const one = (action: string, target: Target): Need => ({
    ...target,
    action: `s3tables:${action}`,
    context: need.merged(context, target.context)
  });
  const others = Object.entries(more).filter(([member]) => asked.body[member] !== undefined);
  return [
    one(name, targets[on](asked)),
    ...others.map(([, [action, target]]) => one(action, targets[target](asked)))
  ];
}

function contextOfRequest(asked: Asked): Context {
  const { body, request, labels } = asked;
  const encryption = need.record(body['encryptionConfiguration']);
  const storage = need.record(body['storageClassConfiguration']);
  return need.merged(
    need.requestTags(need.texts(body['tags'])),
    contextOf({
      's3tables:namespace': labels['namespace'] ?? request.query.get('namespace') ?? undefined,
      's3tables:SSEAlgorithm': need.textOf(encryption['sseAlgorithm']),
      's3tables:KMSKeyArn': need.textOf(encryption['kmsKeyArn']),
      's3tables:StorageClass': need.textOf(storage['storageClass']),
      ...(request.query.has('tagKeys') && need.keysOfTags(request.query.getAll('tagKeys')))
    })
  );
}

function inNamespace(asked: Asked): { bucketArn: string; namespace: string } {
  return { bucketArn: parameter(asked, 'tableBucketARN'), namespace: parameter(asked, 'namespace') };
}

/** In the path, or for some operations in the query. */
function parameter({ labels, request }: Asked, name: string): string {
  return labels[name] ?? request.query.get(name) ?? '';
}
