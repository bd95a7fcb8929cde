import { GlueClient } from '@aws-sdk/client-glue';
import { LakeFormationClient } from '@aws-sdk/client-lakeformation';
import { S3TablesClient } from '@aws-sdk/client-s3tables';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Region } from '../../../sandbox/account.js';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';

export const account = '123456789012';

/** Who signs the calls of the tests. */
export const caller = `arn:aws:iam::${account}:user/sandbox`;

export const everyone = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL' as const] }
];

/** The catalog of all table buckets, as the console makes it. */
export const federated = {
  FederatedCatalog: {
    Identifier: `arn:aws:s3tables:us-east-1:${account}:bucket/*`,
    ConnectionName: 'aws:s3tables'
  },
  CreateDatabaseDefaultPermissions: everyone,
  CreateTableDefaultPermissions: everyone
};

/** What a test works with; a new, empty account before each test. */
export interface Fixture {
  readonly glue: GlueClient;
  readonly lakeFormation: LakeFormationClient;
  readonly s3tables: S3TablesClient;
  readonly region: Region;
}

/** Starts a sandbox for the tests of a file. */
export function withSandbox(): Fixture {
  let sandbox: Sandbox | undefined;
  let clients: Omit<Fixture, 'region'> | undefined;
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the sandbox has not been started');
    return value;
  };
  beforeAll(async () => {
    sandbox = await startSandbox();
    const settings = {
      endpoint: sandbox.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
      maxAttempts: 1
    };
    clients = {
      glue: new GlueClient(settings),
      lakeFormation: new LakeFormationClient(settings),
      s3tables: new S3TablesClient(settings)
    };
  });
  beforeEach(() => started(sandbox).reset());
  afterAll(async () => {
    clients?.glue.destroy();
    clients?.lakeFormation.destroy();
    clients?.s3tables.destroy();
    await sandbox?.close();
  });
  return {
    get glue() {
      return started(clients).glue;
    },
    get lakeFormation() {
      return started(clients).lakeFormation;
    },
    get s3tables() {
      return started(clients).s3tables;
    },
    get region() {
      return started(sandbox).account.region('us-east-1');
    }
  };
}

/** What `rejects.toMatchObject` compares an AWS error with. */
export const refusal = (name: string, message: string | RegExp): object => ({
  name,
  message: typeof message === 'string' ? message : matching(message)
});

function matching(pattern: RegExp): unknown {
  return { asymmetricMatch: (text: unknown) => typeof text === 'string' && pattern.test(text) };
}
