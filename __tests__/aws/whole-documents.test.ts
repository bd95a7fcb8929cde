import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { makeAws } from '../../src/aws/index.js';
import type { Aws, DataLakeSettings } from '../../src/aws/ports.js';
import { thrownBy } from '../support/thrown.js';
import { sentBy } from './sent.js';
import { testContext, withServer } from './support.js';

type Json = Record<string, unknown>;
const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/lake';

/** How an answer is none, or a refusal that passes by itself. */
const FAULTS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  throttling: (response) => json(response, 400, { __type: 'ThrottlingException', message: 'Rate exceeded' }),
  'status 500': (response) => json(response, 500, { __type: 'InternalServiceException', message: 'oops' }),
  'a page with 503': (response) =>
    response.writeHead(503, { 'content-type': 'text/html' }).end('<html>busy</html>'),
  'a reset': (response) => response.destroy(),
  'somebody else': (response) =>
    json(response, 400, { __type: 'ConcurrentModificationException', message: 'busy' })
};

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}

/** `UpdateDatabase`, `PutDataLakeSettings`, or `GET /buckets/…` where the service has paths of things. */
function nameOf({ headers, method, url = '' }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.replace(/^.*\./, '');
  return /^\/\w+$/.test(url) ? url.slice(1) : `${method} ${url}`;
}

/** Gives what was called, in order. `fault` is what the first call of `operation` meets. */
async function calling(
  operation: string,
  fault: (response: ServerResponse) => void,
  answers: (operation: string, body: Json) => unknown,
  work: (aws: Aws) => Promise<unknown>
): Promise<string[]> {
  const calls: string[] = [];
  const listener: RequestListener = (request, response) => {
    void text(request).then((body) => {
      const name = nameOf(request);
      const isFirst = name.startsWith(operation) && !calls.some((call) => call.startsWith(operation));
      calls.push(name);
      if (isFirst) return fault(response);
      const answer = answers(name, body === '' ? {} : (JSON.parse(body) as Json));
      json(response, answer === undefined ? 404 : 200, answer ?? { __type: 'NotFoundException' });
    });
  };
  await withServer(listener, () => work(makeAws({ region: 'us-east-1', env: process.env })));
  return calls;
}

describe.each(Object.entries(FAULTS))('%s', (_name, fault) => {
  test('the settings are read again before they are written again', async () => {
    let settings: DataLakeSettings = { DataLakeAdmins: [] };
    const calls = await calling(
      'PutDataLakeSettings',
      (response) => {
        settings = { ...settings, Theirs: true };
        fault(response);
      },
      (name, body) => {
        if (name === 'PutDataLakeSettings') settings = body['DataLakeSettings'] as DataLakeSettings;
        return { DataLakeSettings: settings };
      },
      async ({ lakeFormation }) => {
        await lakeFormation.changeSettings((there) => ({ ...there, Ours: true }), testContext());
      }
    );
    const once = ['GetDataLakeSettings', 'PutDataLakeSettings'];
    expect(calls).toEqual([...once, ...once]);
    expect(settings).toEqual({ DataLakeAdmins: [], Theirs: true, Ours: true });
  });

  test('a Glue database is read again before it is written again', async () => {
    const database: Json = { Name: 'db', Parameters: { a: '1' } };
    const calls = await calling(
      'UpdateDatabase',
      (response) => {
        database['Parameters'] = { a: '1', theirs: 'x' };
        fault(response);
      },
      (name, body) => {
        if (name === 'UpdateDatabase') Object.assign(database, body['DatabaseInput']);
        return { Database: database };
      },
      ({ glue }) => glue.addParameters('db', { ours: 'y' }, testContext())
    );
    expect(calls).toEqual(['GetDatabase', 'UpdateDatabase', 'GetDatabase', 'UpdateDatabase']);
    expect(database['Parameters']).toEqual({ a: '1', theirs: 'x', ours: 'y' });
  });

  test('the deletion of a Glue database is sent once; the caller looks again', async () => {
    const calls = await calling(
      'DeleteDatabase',
      fault,
      () => ({}),
      async ({ glue }) => {
        await expect(glue.deleteDatabase('db', testContext())).rejects.toMatchObject({ name: 'ActionError' });
      }
    );
    expect(calls).toEqual(['DeleteDatabase']);
  });

  test('the policy of a shared bucket is left to whoever set one meanwhile', async () => {
    let policy: string | undefined;
    const calls = await calling(
      'PUT ',
      (response) => {
        policy = '{}';
        fault(response);
      },
      () => (policy === undefined ? undefined : { resourcePolicy: policy }),
      async ({ s3tables }) => {
        expect(await s3tables.addTableBucketPolicy(BUCKET, '{"ours":1}', testContext())).toBe(false);
      }
    );
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'PUT', 'GET']);
  });
});

test('a table of another format than Iceberg’s is told as such', async () => {
  const table = {
    tableARN: 'arn',
    namespace: ['a'],
    name: 't',
    versionToken: '1',
    warehouseLocation: 's3://w'
  };
  const id = { bucketArn: BUCKET, namespace: 'a', name: 't' };
  const formats: unknown[] = [];
  for (const format of ['ICEBERG', 'DELTA', undefined]) {
    await sentBy(
      () => ({ ...table, format }),
      async ({ s3tables }) => formats.push((await s3tables.getTable(id, testContext()))?.otherFormat)
    );
  }
  expect(formats).toEqual([undefined, 'DELTA', 'unknown']);
});

describe('what the SDK does not know', () => {
  test('is read and written with the settings, at any depth', async () => {
    const settings = {
      DataLakeAdmins: [
        { DataLakePrincipalIdentifier: 'arn:aws:iam::1:role/A', OfTomorrow: { deep: [1, null] } }
      ],
      CreateDatabaseDefaultPermissions: [{ Permissions: ['ALL'], Condition: { Expression: 'x' } }],
      SettingOfTomorrow: { big: 1234567890, empty: {}, none: null }
    };
    const sent = await sentBy(
      ({ operation }) => (operation === 'GetDataLakeSettings' ? { DataLakeSettings: settings } : {}),
      async ({ lakeFormation }) => {
        await lakeFormation.changeSettings((there) => there, testContext());
      }
    );
    expect(sent.at(-1)).toEqual({ operation: 'PutDataLakeSettings', body: { DataLakeSettings: settings } });
  });

  test('is written with a Glue database; what Glue tells of its own accord is not', async () => {
    const kept = { Name: 'db', OfTomorrow: { a: [{ b: 1 }] }, LocationUri: 's3://x/' };
    const told = {
      CreateTime: 1.5,
      CatalogId: '123456789012',
      VersionId: '3',
      UpdateTime: 2,
      CreatedBy: 'x'
    };
    const sent = await sentBy(
      ({ operation }) => (operation === 'GetDatabase' ? { Database: { ...kept, ...told } } : {}),
      ({ glue }) => glue.addParameters('db', { ours: 'y' }, testContext())
    );
    expect(sent.at(-1)?.body).toEqual({ Name: 'db', DatabaseInput: { ...kept, Parameters: { ours: 'y' } } });
  });

  test('and what Glue refuses to take back is named', async () => {
    const error = await thrownBy(() =>
      sentBy(
        ({ operation }) =>
          operation === 'GetDatabase'
            ? { Database: { Name: 'db', OfTomorrow: 1 } }
            : { __type: 'InvalidInputException', Message: 'Unknown member.' },
        ({ glue }) => glue.addParameters('db', { ours: 'y' }, testContext())
      )
    );
    expect(error).toMatchObject({ code: 'AWS_REFUSED' });
    expect(error.found).toContain('OfTomorrow');
  });
});

describe('an answer that is not AWS’s', () => {
  const settings = (answer: unknown): Promise<DataLakeSettings> => {
    let given: DataLakeSettings | undefined;
    return calling(
      'nothing',
      () => undefined,
      () => answer,
      async ({ lakeFormation }) => {
        given = await lakeFormation.getSettings(testContext());
      }
    ).then(() => given ?? {});
  };

  test.each([
    {},
    [],
    { DataLakeSettings: null },
    { DataLakeSettings: {} },
    { DataLakeSettings: [] },
    { DataLakeSettings: { DataLakeAdmins: null } },
    { DataLakeSettings: { DataLakeAdmins: {} } }
  ])('is no empty settings: %j', async (answer) => {
    expect((await thrownBy(() => settings(answer))).code).toBe('GARBLED_ANSWER');
  });
});
