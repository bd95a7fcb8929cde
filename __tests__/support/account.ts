import type { Aws, Identity, SimulatorPort } from '../../src/aws/ports.js';
import type { Endpoint } from '../../src/endpoints.js';
import { ActionError, type ErrorCode } from '../../src/errors.js';
import { FakeGlue } from './glue.js';
import { FakeIam } from './iam.js';
import { FakeLakeFormation } from './lake-formation.js';
import { FakeS3Tables } from './s3tables.js';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
export const CALLER = `arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/session`;
export const IDENTITY: Identity = { accountId: ACCOUNT, partition: 'aws', callerArn: CALLER };

/** An AWS account in memory. */
export interface FakeAccount extends Aws {
  readonly s3tables: FakeS3Tables;
  readonly glue: FakeGlue;
  readonly lakeFormation: FakeLakeFormation;
  readonly iam: FakeIam;
  simulator: SimulatorPort;
  /** The files of the warehouses, by `s3://` location. */
  readonly files: Map<string, string>;
  /** Every writing call, in order: `createNamespace myapp`. */
  readonly writes: string[];
}

/** An account with the analytics integration on and nothing else in it. */
export function fakeAccount(): FakeAccount {
  const writes: string[] = [];
  const files = new Map<string, string>();
  const glue = new FakeGlue(writes);
  glue.catalogs.set('s3tablescatalog', {
    connectionName: 'aws:s3tables',
    identifier: `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/*`,
    iamControlled: true
  });
  const readText = (location: string): Promise<string> => {
    const text = files.get(location);
    return text === undefined ? fails('AWS_REFUSED')() : Promise.resolve(text);
  };
  const write = (location: string, bytes: Uint8Array): Promise<void> => {
    files.set(location, Buffer.from(bytes).toString('utf8'));
    return Promise.resolve();
  };
  return {
    sts: { getIdentity: () => Promise.resolve(IDENTITY) },
    s3tables: new FakeS3Tables(writes, `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/`),
    glue,
    lakeFormation: new FakeLakeFormation(writes, glue),
    iam: new FakeIam(writes, ACCOUNT),
    // IAM may not be asked, unless a test lets it be.
    simulator: { simulate: fails('PERMISSION_DENIED') },
    warehouse: { readText, read: fails('AWS_REFUSED'), write },
    endpoints: {
      s3tables: () => Promise.resolve(usual('s3tables')),
      s3: () => Promise.resolve(usual('s3'))
    },
    iceberg: () => ({ request: fails('AWS_REFUSED') }),
    files,
    writes
  };
}

const usual = (service: string): Endpoint => ({
  url: `https://${service}.${REGION}.amazonaws.com`,
  kind: 'usual'
});

/** A call that fails. */
export function fails(code: ErrorCode): () => Promise<never> {
  return () => Promise.reject(new ActionError(code));
}
