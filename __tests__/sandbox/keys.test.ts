import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/server.js';
import { call, type Answer } from './client.js';

const account = '123456789012';
const bucketArn = `arn:aws:s3tables:us-east-1:${account}:bucket/keys`;
const segment = encodeURIComponent(bucketArn);

/** As JSON text, since a literal with `__proto__` is no object with such a key. */
const odd = '{"constructor":"c","prototype":"p","__proto__":"q","toString":"t","plain":"x"}';
const oddKeys = ['__proto__', 'constructor', 'plain', 'prototype', 'toString'];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

async function ask(service: string, target: string, body?: string, more = {}): Promise<Answer> {
  const [method = '', path = ''] = target.split(' ');
  const headers = { 'content-type': 'application/json', ...more };
  const message = { method, path, headers, ...(body !== undefined && { body }) };
  const answer = await call(sandbox.url, message, { service });
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

function glue(operation: string, body: string): Promise<Answer> {
  return ask('glue', 'POST /', body, { 'x-amz-target': `AWSGlue.${operation}` });
}

/** The keys of a member of an answer, whatever they are called. */
function keysOf(answer: Answer, ...path: readonly string[]): string[] {
  const value = path.reduce<unknown>(
    (within, name) => (within as Record<string, unknown>)[name],
    JSON.parse(answer.text)
  );
  return Object.keys(value as object).sort();
}

describe('keys that an object of JavaScript has anyway are kept', () => {
  test('in the tags of S3 Tables', async () => {
    await ask('s3tables', 'PUT /buckets', `{"name":"keys","tags":${odd}}`);
    const tags = (): Promise<Answer> => ask('s3tables', `GET /tag/${segment}`);
    expect(keysOf(await tags(), 'tags')).toEqual(oddKeys);
    for (const key of ['__proto__', 'constructor']) {
      await ask('s3tables', `DELETE /tag/${segment}?tagKeys=${key}`);
    }
    expect(keysOf(await tags(), 'tags')).toEqual(['plain', 'prototype', 'toString']);
    await ask('s3tables', `POST /tag/${segment}`, `{"tags":${odd}}`);
    expect(keysOf(await tags(), 'tags')).toEqual(oddKeys);
    const state = await ask('sts', 'GET /_sandbox/state');
    expect(state.text).toContain('"__proto__":"q"');
  });

  test('in the properties of tables, at first and by commits', async () => {
    await ask('s3tables', 'PUT /buckets', '{"name":"keys"}');
    await ask('s3tables', `PUT /namespaces/${segment}`, '{"namespace":["app"]}');
    const schema = '{"fields":[{"name":"constructor","type":"int"},{"name":"__proto__","type":"int"}]}';
    const metadata = `{"iceberg":{"schema":${schema},"properties":${odd}}}`;
    const body = `{"name":"t","format":"ICEBERG","metadata":${metadata}}`;
    await ask('s3tables', `PUT /tables/${segment}/app`, body);
    const path = `/iceberg/v1/${segment}/namespaces/app/tables/t`;
    expect(keysOf(await ask('s3tables', `GET ${path}`), 'metadata', 'properties')).toEqual(oddKeys);
    const commit = async (...updates: string[]): Promise<Answer> =>
      ask('s3tables', `POST ${path}`, `{"requirements":[],"updates":[${updates.join()}]}`);
    const removed = '{"action":"remove-properties","removals":["__proto__","constructor"]}';
    expect(keysOf(await commit(removed), 'metadata', 'properties')).toEqual([
      ...['plain', 'prototype', 'toString']
    ]);
    const set = `{"action":"set-properties","updates":${odd}}`;
    expect(keysOf(await commit(set), 'metadata', 'properties')).toEqual(oddKeys);
    const before = (await ask('s3tables', `GET ${path}`)).text;
    await commit('{"action":"remove-snapshot-ref","ref-name":"__proto__"}');
    expect((await ask('s3tables', `GET ${path}`)).text).toBe(before);
  });

  test('in the parameters and tags of Glue', async () => {
    await glue('CreateDatabase', `{"DatabaseInput":{"Name":"d","Parameters":${odd}},"Tags":${odd}}`);
    const database = (): Promise<Answer> => glue('GetDatabase', '{"Name":"d"}');
    expect(keysOf(await database(), 'Database', 'Parameters')).toEqual(oddKeys);
    const arn = `arn:aws:glue:us-east-1:${account}:database/d`;
    expect(keysOf(await glue('GetTags', `{"ResourceArn":"${arn}"}`), 'Tags')).toEqual(oddKeys);
    await glue('UntagResource', `{"ResourceArn":"${arn}","TagsToRemove":["__proto__"]}`);
    await glue('TagResource', `{"ResourceArn":"${arn}","TagsToAdd":{"__proto__":"again"}}`);
    expect((await glue('GetTags', `{"ResourceArn":"${arn}"}`)).text).toContain('"__proto__":"again"');
    const input = `{"Name":"t","Parameters":${odd},"StorageDescriptor":{"Parameters":${odd}}}`;
    await glue('CreateTable', `{"DatabaseName":"d","TableInput":${input}}`);
    const table = await glue('GetTable', '{"DatabaseName":"d","Name":"t"}');
    expect(keysOf(table, 'Table', 'Parameters')).toEqual(oddKeys);
    expect(keysOf(table, 'Table', 'StorageDescriptor', 'Parameters')).toEqual(oddKeys);
  });

  test('in the settings of Lake Formation, and refused among their parameters as any other', async () => {
    const settings = await ask('lakeformation', 'POST /GetDataLakeSettings', '{}');
    const document = settings.text.replace('"DataLakeSettings":{', `"DataLakeSettings":{"__proto__":["x"],`);
    await ask('lakeformation', 'POST /PutDataLakeSettings', document);
    const read = await ask('lakeformation', 'POST /GetDataLakeSettings', '{}');
    expect(keysOf(read, 'DataLakeSettings')).toContain('__proto__');
    const bad = '{"DataLakeSettings":{"Parameters":{"constructor":"5"}}}';
    await expect(ask('lakeformation', 'POST /PutDataLakeSettings', bad)).rejects.toThrow(
      'Invalid parameter, constructor'
    );
  });

  test('in the tags of IAM', async () => {
    const trust =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}';
    const tags = Object.fromEntries(
      oddKeys.flatMap((key, at) => [
        [`Tags.member.${at + 1}.Key`, key],
        [`Tags.member.${at + 1}.Value`, 'x']
      ])
    );
    const iam = (Action: string, members: Record<string, string>): Promise<Answer> =>
      ask(
        'iam',
        'POST /',
        new URLSearchParams({ Action, Version: '2010-05-08', RoleName: 'r', ...members }).toString(),
        { 'content-type': 'application/x-www-form-urlencoded' }
      );
    await iam('CreateRole', { AssumeRolePolicyDocument: trust, ...tags });
    const { text } = await iam('ListRoleTags', {});
    for (const key of oddKeys) expect(text).toContain(`<Key>${key}</Key>`);
  });

  test('in the conditions of policies', async () => {
    await ask('s3tables', 'PUT /buckets', '{"name":"keys"}');
    const condition = '{"StringEquals":{"constructor":"x","__proto__":"y"}}';
    const policy = `{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3tables:*","Resource":"${bucketArn}","Condition":${condition}}]}`;
    const path = `/buckets/${segment}/policy`;
    await ask('s3tables', `PUT ${path}`, JSON.stringify({ resourcePolicy: policy }));
    const { resourcePolicy } = JSON.parse((await ask('s3tables', `GET ${path}`)).text) as {
      resourcePolicy: string;
    };
    expect(resourcePolicy).toContain('"constructor":"x"');
    expect(resourcePolicy).toContain('"__proto__":"y"');
  });

  test('and held against the limits as any other', async () => {
    await expect(
      glue('CreateDatabase', '{"DatabaseInput":{"Name":"d","Parameters":{"__proto__":5}}}')
    ).rejects.toThrow('SerializationException');
    const long = 'x'.repeat(257);
    await expect(
      glue('CreateDatabase', `{"DatabaseInput":{"Name":"d"},"Tags":{"constructor":"${long}"}}`)
    ).rejects.toThrow(/tags\.constructor.*less than or equal to 256/);
  });
});
