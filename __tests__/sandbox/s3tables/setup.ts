import { S3Client } from '@aws-sdk/client-s3';
import { S3TablesClient } from '@aws-sdk/client-s3tables';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Region } from '../../../sandbox/account.js';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';

/** What a test of the service works with; a new, empty account before each test. */
export interface Fixture {
  readonly client: S3TablesClient;
  readonly s3: S3Client;
  readonly region: Region;
  readonly url: string;
}

/** Starts a sandbox for the tests of a file. */
export function withSandbox(): Fixture {
  let sandbox: Sandbox | undefined;
  let clients: { client: S3TablesClient; s3: S3Client } | undefined;
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
      client: new S3TablesClient(settings),
      s3: new S3Client({ ...settings, forcePathStyle: true })
    };
  });
  beforeEach(() => started(sandbox).reset());
  afterAll(async () => {
    clients?.client.destroy();
    clients?.s3.destroy();
    await sandbox?.close();
  });
  return {
    get client() {
      return started(clients).client;
    },
    get s3() {
      return started(clients).s3;
    },
    get url() {
      return started(sandbox).url;
    },
    get region() {
      return started(sandbox).account.region('us-east-1');
    }
  };
}

/** The ARN of a bucket of the sandbox's account. */
export const bucketArn = (name: string): string => `arn:aws:s3tables:us-east-1:123456789012:bucket/${name}`;

/** What `rejects.toMatchObject` compares an AWS error with. */
export const refusal = (name: string, status: number, message?: string): object => ({
  name,
  $metadata: { httpStatusCode: status },
  ...(message === undefined ? {} : { message })
});
