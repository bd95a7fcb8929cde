import { CreateCatalogCommand, GlueClient } from '@aws-sdk/client-glue';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTableBucketCommand, S3TablesClient } from '@aws-sdk/client-s3tables';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { JSONParse, JSONStringify } from 'json-with-bigint';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';
import type { TableMetadata } from '../../../sandbox/iceberg/model.js';
import { call, type Answer } from '../client.js';

export const account = '123456789012';
export const bucketArn = `arn:aws:s3tables:us-east-1:${account}:bucket/dev-app`;
export const prefix = `/iceberg/v1/${encodeURIComponent(bucketArn)}`;
export const gluePrefix = `/iceberg/v1/catalogs/${account}:s3tablescatalog:dev-app`;

const everyone = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL' as const] }
];

/** An answer with its JSON read, 64-bit ids whole. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** What the catalog answers for a table. */
export interface Loaded {
  readonly 'metadata-location': string;
  readonly metadata: TableMetadata;
}

/** What a test works with; an empty bucket `dev-app` and the federated catalog before each test. */
export class Fixture {
  sandbox!: Sandbox;
  s3tables!: S3TablesClient;
  s3!: S3Client;
  glue!: GlueClient;

  /** Signs and sends. */
  async send(service: string, method: string, path: string, body?: unknown): Promise<Reply> {
    const text = typeof body === 'string' ? body : JSONStringify(body);
    const message = {
      method,
      path,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: text })
    };
    const answer: Answer = await call(this.sandbox.url, message, { service });
    const isJson = answer.text !== '' && answer.headers['content-type'] === 'application/json';
    return { status: answer.status, text: answer.text, json: isJson ? JSONParse(answer.text) : undefined };
  }

  /** A call to S3 Tables' catalog, the path below the bucket's prefix. */
  rest(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.send('s3tables', method, `${prefix}${path}`, body);
  }

  /** A call to Glue's catalog, the path below the bucket's prefix. */
  glueRest(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.send('glue', method, `${gluePrefix}${path}`, body);
  }

  /** Makes the namespace `app` and in it the table `events`. */
  async table(change: object = {}): Promise<Loaded> {
    await this.rest('POST', '/namespaces', { namespace: ['app'] });
    const reply = await this.rest('POST', '/namespaces/app/tables', { ...newTable, ...change });
    return loaded(reply);
  }

  /** Commits to the table `events`. */
  commit(updates: readonly object[], requirements: readonly object[] = []): Promise<Reply> {
    return this.rest('POST', '/namespaces/app/tables/events', { requirements, updates });
  }

  async load(): Promise<Loaded> {
    return loaded(await this.rest('GET', '/namespaces/app/tables/events'));
  }

  /** Puts a file into a table's location and returns where it is. */
  async put(location: string, key: string): Promise<string> {
    await this.s3.send(new PutObjectCommand({ Bucket: new URL(location).host, Key: key, Body: 'file' }));
    return `${location}/${key}`;
  }
}

/** The body of createTable. */
export const newTable = {
  name: 'events',
  'stage-create': false,
  schema: {
    type: 'struct',
    'schema-id': 0,
    fields: [
      { id: 7, name: 'id', type: 'long', required: true },
      { id: 9, name: 'name', type: 'string', required: false },
      { id: 3, name: 'day', type: 'date', required: false },
      { id: 4, name: 'count', type: 'int', required: false }
    ]
  }
};

/** What is in an answer that must be a table. */
export function loaded({ status, text, json }: Reply): Loaded {
  if (status !== 200) throw new Error(`${status} ${text}`);
  return json as Loaded;
}

/** What `toMatchObject` compares a refusal with. */
export const refusal = (status: number, type: string, message?: string): object => ({
  status,
  json: { error: { code: status, type, ...(message === undefined ? {} : { message }) } }
});

/** Starts a sandbox for the tests of a file. */
export function withCatalog(): Fixture {
  const fixture = new Fixture();
  beforeAll(async () => {
    const sandbox = await startSandbox();
    const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
    const settings = { endpoint: sandbox.url, region: 'us-east-1', credentials, maxAttempts: 1 };
    Object.assign(fixture, {
      sandbox,
      s3tables: new S3TablesClient(settings),
      s3: new S3Client({ ...settings, forcePathStyle: true }),
      glue: new GlueClient(settings)
    });
  });
  beforeEach(async () => {
    fixture.sandbox.reset();
    await fixture.s3tables.send(new CreateTableBucketCommand({ name: 'dev-app' }));
    const FederatedCatalog = {
      Identifier: `arn:aws:s3tables:us-east-1:${account}:bucket/*`,
      ConnectionName: 'aws:s3tables'
    };
    const CatalogInput = {
      FederatedCatalog,
      CreateDatabaseDefaultPermissions: everyone,
      CreateTableDefaultPermissions: everyone
    };
    await fixture.glue.send(new CreateCatalogCommand({ Name: 's3tablescatalog', CatalogInput }));
  });
  afterAll(async () => {
    for (const client of [fixture.s3tables, fixture.s3, fixture.glue]) client.destroy();
    await fixture.sandbox.close();
  });
  return fixture;
}
