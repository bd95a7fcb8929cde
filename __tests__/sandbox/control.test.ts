import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/server.js';
import type { CallRecord } from '../../sandbox/control/calls.js';
import { newObject } from '../../sandbox/s3/objects.js';
import type { StoredObject } from '../../sandbox/s3/state.js';
import { call, send, whoAmI, type Answer } from './client.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function ask(): Promise<Answer> {
  return call(sandbox.url, whoAmI, { service: 'sts' });
}

function control(method: string, path: string, body?: unknown): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return send(sandbox.url, { method, path: `/_sandbox/${path}`, headers: {}, ...(text && { body: text }) });
}

async function faults(...rules: object[]): Promise<void> {
  expect((await control('POST', 'faults', rules)).status).toBe(204);
}

/** The statuses of so many calls; 0 for a connection that was cut. */
async function statuses(count: number): Promise<number[]> {
  const seen: number[] = [];
  for (let at = 0; at < count; at += 1)
    seen.push(
      await ask().then(
        ({ status }) => status,
        () => 0
      )
    );
  return seen;
}

describe('calls', () => {
  test('are recorded, refused ones too, until the reset', async () => {
    const before = Date.now();
    await ask();
    await call(sandbox.url, whoAmI, { service: 'sts', secretAccessKey: 'wrong' });
    const calls = JSON.parse((await control('GET', 'calls')).text) as CallRecord[];
    expect(calls).toEqual([
      {
        service: 'sts',
        operation: 'GetCallerIdentity',
        start: expect.any(Number),
        end: expect.any(Number),
        status: 200
      },
      { service: 'sts', operation: '', start: expect.any(Number), end: expect.any(Number), status: 403 }
    ]);
    for (const { start, end } of calls) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThanOrEqual(start);
    }
    expect(sandbox.calls()).toEqual(calls);
    expect((await control('POST', 'reset')).status).toBe(204);
    expect(sandbox.calls()).toEqual([]);
  });
});

describe('faults', () => {
  test('an error, in the shape of the service', async () => {
    await faults({ kind: 'error', status: 503, code: 'SlowDown', message: 'Please <slow> down.' });
    const answer = await ask();
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('<Code>SlowDown</Code><Message>Please &lt;slow&gt; down.</Message>');
    expect(sandbox.calls()).toMatchObject([{ operation: 'GetCallerIdentity', status: 503 }]);
  });

  test.each([
    [{}, [500, 500, 500, 500]],
    [{ times: 2 }, [500, 500, 200, 200]],
    [{ nth: 2 }, [200, 500, 200, 200]],
    [{ nth: 2, times: 2 }, [200, 500, 500, 200]],
    [{ service: 'sts', operation: 'GetCallerIdentity', nth: 1 }, [500, 200, 200, 200]],
    [{ service: 's3' }, [200, 200, 200, 200]],
    [{ operation: 'GetObject' }, [200, 200, 200, 200]]
  ])('%j', async (rule, expected) => {
    await faults({ kind: 'error', ...rule });
    expect(await statuses(4)).toEqual(expected);
  });

  test('the first rule that is due acts; new rules replace the old ones', async () => {
    await faults({ kind: 'error', status: 503, nth: 2 }, { kind: 'error', status: 429 });
    expect(await statuses(3)).toEqual([429, 503, 429]);
    await faults();
    expect(await statuses(1)).toEqual([200]);
  });

  test('a delay', async () => {
    await faults({ kind: 'delay', ms: 120 });
    expect(await statuses(1)).toEqual([200]);
    const [record] = sandbox.calls();
    expect(record!.end - record!.start).toBeGreaterThanOrEqual(115);
  });

  test('a cut connection, before the call takes effect and after', async () => {
    const objects = new Map<string, StoredObject>();
    sandbox.account.region('us-east-1').s3.buckets.set('abc--table-s3', objects);
    const put = (key: string): Promise<Answer> => {
      const message = { method: 'PUT', path: `/abc--table-s3/${key}`, headers: {}, body: 'x' };
      return call(sandbox.url, message, { service: 's3' });
    };
    await faults({ kind: 'reset', nth: 1 }, { kind: 'lost-response', nth: 2 });
    await expect(put('reset')).rejects.toThrow();
    await expect(put('lost')).rejects.toThrow();
    expect((await put('third')).status).toBe(200);
    expect([...objects.keys()]).toEqual(['lost', 'third']);
    expect(sandbox.calls().map(({ status }) => status)).toEqual([0, 0, 200]);
  });

  test.each([
    ['{', 'The body is not valid JSON.'],
    [{}, 'The body: '],
    [[{}], 'Rule 0, kind: '],
    [[{ kind: 'reset' }, { kind: 'explode' }], 'Rule 1, kind: '],
    [[{ kind: 'error', status: 200 }], 'Rule 0, status: '],
    [[{ kind: 'error', nth: 0 }], 'Rule 0, nth: '],
    [[{ kind: 'error', body: '' }], "Rule 0, kind: body, merge, headers, effect belong to 'answer'"],
    [[{ kind: 'answer', merge: [] }], 'Rule 0, merge: '],
    [[{ kind: 'answer', status: 199 }], 'Rule 0, status: '],
    [[{ kind: 'answer', body: '', merge: {} }], 'Rule 0, merge: '],
    [[{ kind: 'error', sevice: 's3' }], 'Rule 0, sevice: ']
  ])('bad rules are refused: %j', async (rules, problem) => {
    await faults({ kind: 'error' });
    const answer = await control('POST', 'faults', rules);
    expect(answer.status).toBe(400);
    expect((JSON.parse(answer.text) as { message: string }).message).toContain(problem);
    expect(await statuses(1)).toEqual([500]);
  });
});

describe('an answer of its own', () => {
  const settings = 'GetDataLakeSettings';

  function lakeFormation(operation: string, members: object = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const message = { method: 'POST', path: `/${operation}`, headers, body: JSON.stringify(members) };
    return call(sandbox.url, message, { service: 'lakeformation' });
  }

  function held(): unknown {
    return sandbox.account.region('us-east-1').lakeFormation.settings;
  }

  test('an empty one, a page of HTML, JSON, another status', async () => {
    const page = '<html>Bad gateway</html>';
    await faults(
      { kind: 'answer', nth: 1, body: '' },
      { kind: 'answer', nth: 2, body: page, status: 200, headers: { 'content-type': 'text/html' } },
      { kind: 'answer', nth: 3, body: { a: [1] } },
      { kind: 'answer', nth: 4, status: 204 }
    );
    expect(await ask()).toMatchObject({ status: 200, text: '' });
    expect(await ask()).toMatchObject({ text: page, headers: { 'content-type': 'text/html' } });
    expect((await ask()).text).toBe('{"a":[1]}');
    expect((await ask()).status).toBe(204);
    expect(sandbox.calls().map(({ status }) => status)).toEqual([200, 200, 200, 204]);
  });

  test('after the call took effect, or without', async () => {
    const document = { DataLakeSettings: { TrustedResourceOwners: ['111122223333'] } };
    await faults({ kind: 'answer', operation: 'PutDataLakeSettings', nth: 1, body: '', effect: false });
    expect((await lakeFormation('PutDataLakeSettings', document)).text).toBe('');
    expect(held()).toMatchObject({ TrustedResourceOwners: [] });
    await faults({ kind: 'answer', operation: 'PutDataLakeSettings', nth: 1, body: '' });
    expect((await lakeFormation('PutDataLakeSettings', document)).text).toBe('');
    expect(held()).toMatchObject({ TrustedResourceOwners: ['111122223333'] });
  });

  test('merged into the real one: members, items of lists, and what is taken away', async () => {
    const admin = { DataLakePrincipalIdentifier: 'arn:aws:iam::123456789012:role/A' };
    await lakeFormation('PutDataLakeSettings', { DataLakeSettings: { DataLakeAdmins: [admin] } });
    const merge = {
      DataLakeSettings: {
        RowFilters: { On: true },
        DataLakeAdmins: [{ Scope: 'all' }, { Scope: 'none' }],
        Parameters: { SET_CONTEXT: null, CROSS_ACCOUNT_VERSION: '5' }
      }
    };
    await faults({ kind: 'answer', operation: settings, merge });
    const answer = JSON.parse((await lakeFormation(settings)).text) as object;
    expect(answer).toMatchObject({
      DataLakeSettings: {
        RowFilters: { On: true },
        DataLakeAdmins: [{ ...admin, Scope: 'all' }, { Scope: 'none' }],
        Parameters: { CROSS_ACCOUNT_VERSION: '5' },
        TrustedResourceOwners: []
      }
    });
    expect(JSON.stringify(answer)).not.toContain('SET_CONTEXT');
    expect(JSON.stringify(held())).not.toContain('RowFilters');
  });

  test('what was merged in is kept when it is written back', async () => {
    await faults({ kind: 'answer', operation: settings, merge: { DataLakeSettings: { RowFilters: ['x'] } } });
    await lakeFormation('PutDataLakeSettings', JSON.parse((await lakeFormation(settings)).text) as object);
    await faults();
    expect(held()).toMatchObject({ RowFilters: ['x'] });
    expect((await lakeFormation(settings)).text).toContain('"RowFilters":["x"]');
  });

  test('what is not JSON has nothing to merge into, an error stays an error', async () => {
    await faults({ kind: 'answer', merge: { a: 1 } });
    expect((await ask()).text).toContain('<Arn>');
    expect((await lakeFormation('ListPermissions', { MaxResults: 0 })).status).toBe(400);
  });
});

describe('state', () => {
  test('is told as plain JSON, and gone after the reset', async () => {
    const region = sandbox.account.region('eu-west-1');
    const object = newObject(Buffer.from('12345'), 'text/plain');
    region.s3.buckets.set('b--table-s3', new Map([['z', object]]));
    region.s3.buckets.set('a--table-s3', new Map());
    const { text } = await control('GET', 'state');
    expect(JSON.parse(text)).toMatchObject({
      account: '123456789012',
      partition: 'aws',
      regions: {
        'eu-west-1': {
          s3: {
            buckets: {
              'a--table-s3': {},
              'b--table-s3': { z: { body: 5, lastModified: object.lastModified.toISOString() } }
            }
          },
          s3tables: { buckets: {} }
        }
      }
    });
    expect(text.indexOf('a--table-s3')).toBeLessThan(text.indexOf('b--table-s3'));
    const before = sandbox.account;
    await control('POST', 'reset');
    expect(sandbox.account).not.toBe(before);
    expect(JSON.parse((await control('GET', 'state')).text)).toMatchObject({ regions: {} });
  });
});

test('other paths are named as such', async () => {
  const answer = await control('GET', 'reset');
  expect(answer.status).toBe(404);
  expect(answer.text).toContain('POST /_sandbox/reset');
});
