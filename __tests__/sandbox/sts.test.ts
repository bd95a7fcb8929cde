import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { startSandbox, type Sandbox } from '../../sandbox/server.js';

const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };

describe('STS', () => {
  let sandbox: Sandbox;
  let china: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ account: '000000000042' });
    china = await startSandbox({ region: 'cn-north-1' });
  });
  afterAll(async () => {
    await sandbox.close();
    await china.close();
  });

  function sts(of: Sandbox, region: string): STSClient {
    return new STSClient({ endpoint: of.url, region, credentials, maxAttempts: 1 });
  }

  test('says who the caller is', async () => {
    const identity = await sts(sandbox, 'eu-west-1').send(new GetCallerIdentityCommand());
    expect(identity).toMatchObject({
      Account: '000000000042',
      Arn: 'arn:aws:iam::000000000042:user/sandbox',
      UserId: expect.stringMatching(/^AIDA[A-Z0-9]{16}$/)
    });
    expect(identity.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('puts the partition of the home region into the ARN', async () => {
    const identity = await sts(china, 'cn-northwest-1').send(new GetCallerIdentityCommand());
    expect(identity.Arn).toBe('arn:aws-cn:iam::123456789012:user/sandbox');
  });

  test.each(['us-east-1', 'mars-north-1'])('refuses %s, which is not of its partition', async (region) => {
    await expect(sts(china, region).send(new GetCallerIdentityCommand())).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      message: 'Credential should be scoped to a valid region.',
      $metadata: { httpStatusCode: 403 }
    });
  });

  test('names an operation that it does not have', async () => {
    await expect(sts(sandbox, 'us-east-1').send(new GetSessionTokenCommand())).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'The sandbox does not have the operation GetSessionToken of sts.'
    });
  });
});
