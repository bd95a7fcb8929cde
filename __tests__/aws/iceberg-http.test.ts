import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { makeAws } from '../../src/aws/index.js';
import type { IcebergAnswer, IcebergRequest, IcebergService } from '../../src/aws/ports.js';
import { thrownBy } from '../support/thrown.js';
import { testContext, withEnvironment, withServer } from './support.js';

const ARN = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp';
const PREFIX = encodeURIComponent(ARN);
const LOAD: IcebergRequest = { method: 'GET', path: `/v1/${PREFIX}/namespaces/sales/tables/orders` };

interface Sent {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const iceberg = (status: number, type: string, message = 'Because.'): Reply => ({
  status,
  body: JSON.stringify({ error: { code: status, type, message } }),
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'the-request' }
});

/** Sends a request to a server that gives these answers in turn, the last of them for ever. */
async function ask(
  replies: readonly Reply[],
  request: IcebergRequest = LOAD,
  service: IcebergService = 's3tables'
): Promise<{ readonly sent: readonly Sent[]; readonly answer: Promise<IcebergAnswer> }> {
  const sent: Sent[] = [];
  const reply = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url, headers } = incoming;
    sent.push({ method, url, headers, body: await text(incoming) });
    const { status, body = '', headers: more } = replies[Math.min(sent.length, replies.length) - 1]!;
    response.writeHead(status, more).end(body);
  };
  const outcome = await withServer(
    (incoming, response) => void reply(incoming, response),
    () => {
      const aws = makeAws({ region: 'us-east-1', env: process.env });
      return Promise.allSettled([aws.iceberg(service).request(request, testContext())]);
    }
  );
  const [settled] = outcome;
  const answer =
    settled.status === 'fulfilled' ? Promise.resolve(settled.value) : Promise.reject(settled.reason as Error);
  answer.catch(() => undefined);
  return { sent, answer };
}

describe('what is sent', () => {
  test('the path as it stands, signed for the service, with no body where there is none', async () => {
    const { sent, answer } = await ask([{ status: 200, body: '{"a":9007199254740993}' }]);
    expect(await answer).toMatchObject({ status: 200, text: '{"a":9007199254740993}' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'GET', url: `/iceberg${LOAD.path}`, body: '' });
    expect(sent[0]?.headers.authorization).toMatch(/\/us-east-1\/s3tables\/aws4_request/);
    expect(sent[0]?.headers['content-type']).toBeUndefined();
  });

  test('to Glue, with a query and a body', async () => {
    const request: IcebergRequest = {
      method: 'POST',
      path: '/v1/catalogs/1:s3tablescatalog:b/namespaces/n/tables',
      query: { a: 'b/c d' },
      body: '{"id":9007199254740993}'
    };
    const { sent, answer } = await ask([{ status: 204 }], request, 'glue');
    expect(await answer).toMatchObject({ status: 204, text: '' });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: '/iceberg/v1/catalogs/1:s3tablescatalog:b/namespaces/n/tables?a=b%2Fc%20d',
      body: '{"id":9007199254740993}'
    });
    expect(sent[0]?.headers.authorization).toMatch(/\/us-east-1\/glue\/aws4_request/);
    expect(sent[0]?.headers['content-type']).toBe('application/json');
    expect(sent[0]?.headers['x-amz-target']).toBeUndefined();
  });
});

describe("an endpoint of one's own with a path keeps it", () => {
  const ports = ['s3tables', 'glue'] as const;
  const paths = ['/lake', '/lake/', '/a/buckets', '/', ''];
  test.each(ports.flatMap((service) => paths.map((path) => [service, path] as const)))(
    '%s behind %j',
    async (service, path) => {
      const urls: (string | undefined)[] = [];
      await withServer(
        ({ url }, response) => {
          urls.push(url);
          response.writeHead(200).end('{}');
        },
        (url) =>
          withEnvironment({ AWS_ENDPOINT_URL: `${url}${path}` }, () =>
            makeAws({ region: 'us-east-1', env: process.env }).iceberg(service).request(LOAD, testContext())
          )
      );
      expect(urls).toEqual([`${path.replace(/\/$/, '')}/iceberg${LOAD.path}`]);
    }
  );
});

describe('what comes back', () => {
  test.each<[number, string]>([
    [400, 'BadRequestException'],
    [404, 'NoSuchTableException'],
    [406, 'UnsupportedOperationException'],
    [409, 'CommitFailedException']
  ])('%d %s is an answer, with its request id, and is not repeated', async (status, type) => {
    const { sent, answer } = await ask([iceberg(status, type)]);
    expect(await answer).toEqual({ status, text: expect.stringContaining(type), requestId: 'the-request' });
    expect(sent).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ['500', iceberg(500, 'InternalServerErrorException')],
    ['503', iceberg(503, 'ServiceUnavailableException')],
    ['429', iceberg(429, 'TooManyRequestsException')],
    ['a throttling with status 400', iceberg(400, 'ThrottlingException')]
  ])('%s is repeated', async (_, reply) => {
    const { sent, answer } = await ask([reply, reply, { status: 200, body: '{}' }]);
    expect(await answer).toMatchObject({ status: 200, text: '{}' });
    expect(sent).toHaveLength(3);
  });

  test.each<[string, Reply, string]>([
    ['expired', iceberg(403, 'ExpiredTokenException'), 'EXPIRED_CREDENTIALS'],
    ['expired, with status 400', iceberg(400, 'ExpiredTokenException'), 'EXPIRED_CREDENTIALS'],
    ['unknown', iceberg(403, 'UnrecognizedClientException'), 'INVALID_CREDENTIALS'],
    ['badly signed', iceberg(403, 'InvalidSignatureException'), 'INVALID_CREDENTIALS'],
    ['denied', iceberg(403, 'AccessDeniedException'), 'PERMISSION_DENIED'],
    ['denied, with status 400', iceberg(400, 'AccessDeniedException'), 'PERMISSION_DENIED'],
    [
      'denied, in a form of its own',
      {
        status: 403,
        body: '{"Message":"No."}',
        headers: { 'x-amzn-errortype': 'ForbiddenException:http://x/' }
      },
      'PERMISSION_DENIED'
    ],
    ['denied, without a word', { status: 403 }, 'PERMISSION_DENIED'],
    [
      'denied by Lake Formation',
      iceberg(
        403,
        'AccessDeniedException',
        'Insufficient Lake Formation permission(s): Required Select on t'
      ),
      'LAKE_FORMATION_DENIED'
    ]
  ])('%s is told for what it is', async (_, reply, code) => {
    const { sent, answer } = await ask([reply]);
    expect((await thrownBy(() => answer)).code).toBe(code);
    expect(sent).toHaveLength(1);
  });

  test('a fault that stays is one of AWS, in its own words and with its request id', async () => {
    const { answer } = await ask([iceberg(503, 'ServiceUnavailableException', 'Come back later.')]);
    const error = await thrownBy(() => answer);
    expect(error.code).toBe('AWS_FAILED');
    expect(error.answer).toMatchObject({
      operation: 's3tables:Iceberg loadTable',
      name: 'ServiceUnavailableException',
      message: 'Come back later.',
      requestId: 'the-request'
    });
  });

  test('a page of somebody else is not an answer', async () => {
    const { answer } = await ask([
      { status: 403, body: '<html>Blocked</html>', headers: { 'content-type': 'text/html' } }
    ]);
    expect((await thrownBy(() => answer)).code).toBe('GARBLED_ANSWER');
  });
});

describe('the permission that is missing', () => {
  const TABLES = `/v1/${PREFIX}/namespaces/sales/tables`;
  const ON_TABLES = `${ARN} and ${ARN}/table/*`;

  test.each<[IcebergRequest, string]>([
    [{ method: 'GET', path: '/v1/config', query: { warehouse: ARN } }, `s3tables:GetTableBucket on ${ARN} `],
    [{ method: 'GET', path: `/v1/${PREFIX}/namespaces` }, `s3tables:ListNamespaces on ${ARN} `],
    [{ method: 'GET', path: TABLES }, `s3tables:ListTables on ${ON_TABLES}`],
    [
      { method: 'POST', path: TABLES, body: '{}' },
      `s3tables:CreateTable and s3tables:PutTableData on ${ON_TABLES}`
    ],
    [LOAD, `s3tables:GetTableMetadataLocation and s3tables:GetTableData on ${ON_TABLES}`],
    [{ method: 'HEAD', path: LOAD.path }, `s3tables:GetTable on ${ON_TABLES}`],
    [
      { method: 'POST', path: LOAD.path, body: '{}' },
      's3tables:UpdateTableMetadataLocation and s3tables:PutTableData and s3tables:GetTableData on'
    ],
    [{ method: 'DELETE', path: LOAD.path }, `s3tables:DeleteTable on ${ON_TABLES}`]
  ])('$method $path', async (request, allow) => {
    const { answer } = await ask([iceberg(403, 'AccessDeniedException')], request);
    expect((await thrownBy(() => answer)).todo).toContain(`Allow ${allow}`);
  });

  test.each<[IcebergRequest, string]>([
    [{ method: 'GET', path: '/v1/config', query: { warehouse: '1:x' } }, 'glue:GetCatalog'],
    [{ method: 'GET', path: '/v1/catalogs/1:x/namespaces' }, 'glue:GetDatabases'],
    [{ method: 'POST', path: '/v1/catalogs/1:x/namespaces/n/tables/t', body: '{}' }, 'glue:UpdateTable'],
    [{ method: 'DELETE', path: '/v1/catalogs/1:x/namespaces/n/tables/t' }, 'glue:DeleteTable']
  ])('of Glue: $method $path', async (request, action) => {
    const { answer } = await ask([iceberg(403, 'AccessDeniedException')], request, 'glue');
    expect((await thrownBy(() => answer)).todo).toContain(`Allow ${action} on the Glue catalogs`);
  });
});
