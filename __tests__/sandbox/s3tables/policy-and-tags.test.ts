import {
  CreateNamespaceCommand,
  CreateTableBucketCommand,
  CreateTableCommand,
  DeleteTableBucketPolicyCommand,
  DeleteTablePolicyCommand,
  GetTableBucketPolicyCommand,
  GetTablePolicyCommand,
  ListTagsForResourceCommand,
  PutTableBucketPolicyCommand,
  PutTablePolicyCommand,
  TagResourceCommand,
  UntagResourceCommand
} from '@aws-sdk/client-s3tables';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { bucketArn, refusal, withSandbox } from './setup.js';

const fixture = withSandbox();
const tableBucketARN = bucketArn('dev-app');
const table = { tableBucketARN, namespace: 'app', name: 'events' };
let tableArn = '';

beforeEach(async () => {
  const { client } = fixture;
  await client.send(new CreateTableBucketCommand({ name: 'dev-app', tags: { team: 'data' } }));
  await client.send(new CreateNamespaceCommand({ tableBucketARN, namespace: ['app'] }));
  tableArn = (await client.send(new CreateTableCommand({ ...table, format: 'ICEBERG' }))).tableARN ?? '';
});

const statement = {
  Effect: 'Allow',
  Principal: { AWS: '123456789012' },
  Action: 's3tables:GetTable',
  Resource: tableBucketARN
};
const put = (policy: unknown): Promise<unknown> => {
  const resourcePolicy = typeof policy === 'string' ? policy : JSON.stringify(policy);
  return fixture.client.send(new PutTableBucketPolicyCommand({ tableBucketARN, resourcePolicy }));
};
const stored = async (): Promise<unknown> => {
  const { resourcePolicy = '' } = await fixture.client.send(
    new GetTableBucketPolicyCommand({ tableBucketARN })
  );
  return JSON.parse(resourcePolicy);
};

describe('a bucket policy', () => {
  test('comes back with principals as ARNs and lists of one as strings', async () => {
    await put({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowGlueAccess',
          Effect: 'Allow',
          Principal: { Service: ['glue.amazonaws.com'] },
          Action: ['s3tables:*'],
          Resource: [tableBucketARN, `${tableBucketARN}/*`]
        },
        {
          ...statement,
          Principal: { AWS: ['123456789012', 'arn:aws:iam::123456789012:role/path/reader'] },
          Condition: { StringEquals: { 's3tables:namespace': ['app'] } }
        }
      ]
    });
    expect(await stored()).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowGlueAccess',
          Effect: 'Allow',
          Principal: { Service: 'glue.amazonaws.com' },
          Action: 's3tables:*',
          Resource: [tableBucketARN, `${tableBucketARN}/*`]
        },
        {
          ...statement,
          Principal: {
            AWS: ['arn:aws:iam::123456789012:root', 'arn:aws:iam::123456789012:role/path/reader']
          },
          Condition: { StringEquals: { 's3tables:namespace': ['app'] } }
        }
      ]
    });
  });

  test('replaces the one before, and is gone once deleted', async () => {
    await put({ Statement: { ...statement, Sid: 'One' } });
    await put({ Statement: { ...statement, Sid: 'Two' } });
    expect(await stored()).toMatchObject({ Statement: [{ Sid: 'Two' }] });
    await fixture.client.send(new DeleteTableBucketPolicyCommand({ tableBucketARN }));
    const absent = refusal('NotFoundException', 404);
    await expect(stored()).rejects.toMatchObject(absent);
    await expect(
      fixture.client.send(new DeleteTableBucketPolicyCommand({ tableBucketARN }))
    ).rejects.toMatchObject(absent);
  });

  test('is absent at first', async () => {
    await expect(stored()).rejects.toMatchObject(refusal('NotFoundException', 404));
  });

  test.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no statement', { Version: '2012-10-17' }],
    ['an empty list of statements', { Statement: [] }],
    ['an unknown version', { Version: '2020-01-01', Statement: [statement] }],
    ['an unknown member', { Statement: [{ ...statement, Resources: tableBucketARN }] }],
    ['an unknown effect', { Statement: [{ ...statement, Effect: 'Permit' }] }],
    ['no principal', { Statement: [{ ...statement, Principal: undefined }] }],
    ['both Principal and NotPrincipal', { Statement: [{ ...statement, NotPrincipal: '*' }] }],
    ['a principal that is none', { Statement: [{ ...statement, Principal: { AWS: 'bob' } }] }],
    ['an empty principal', { Statement: [{ ...statement, Principal: {} }] }],
    ['a service that is none', { Statement: [{ ...statement, Principal: { Service: 'glue' } }] }],
    ["another service's action", { Statement: [{ ...statement, Action: 's3:GetObject' }] }],
    ['an empty list of actions', { Statement: [{ ...statement, Action: [] }] }],
    ['no resource', { Statement: [{ ...statement, Resource: undefined }] }],
    ["another bucket's resource", { Statement: [{ ...statement, Resource: `${tableBucketARN}-2` }] }],
    [
      'all but some',
      { Statement: [{ ...statement, Principal: undefined, NotPrincipal: { AWS: '123456789012' } }] }
    ],
    [
      'a principal of another partition',
      { Statement: [{ ...statement, Principal: { AWS: 'arn:aws-cn:iam::123456789012:root' } }] }
    ],
    [
      'an unknown operator',
      { Statement: [{ ...statement, Condition: { StringEqual: { 'aws:PrincipalOrgID': 'o-1' } } }] }
    ],
    [
      'resources of every account',
      { Statement: [{ ...statement, Resource: tableBucketARN.replace(/\d{12}/, '*') }] }
    ],
    ['every resource', { Statement: [{ ...statement, Resource: '*' }] }],
    ['more than 20,480 characters', { Id: 'x'.repeat(20_480), Statement: [statement] }]
  ])('with %s is refused', async (_, policy) => {
    await expect(put(policy)).rejects.toMatchObject(refusal('BadRequestException', 400));
    await expect(stored()).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  test('may name buckets by a pattern, as the example of AWS does', async () => {
    const Resource = tableBucketARN.replace(/\/.*$/, '/*');
    await put({
      Statement: { ...statement, Resource: [Resource, `${tableBucketARN.slice(0, -1)}?/table/*`] }
    });
    await expect(
      put({ Statement: { ...statement, Resource: Resource.replace('*', 'zz*') } })
    ).rejects.toMatchObject(refusal('BadRequestException', 400));
  });

  test('on no condition at all is public', async () => {
    await expect(put({ Statement: { ...statement, Principal: '*', Condition: {} } })).rejects.toMatchObject(
      refusal('ForbiddenException', 403)
    );
  });

  test.each(['*', { AWS: '*' }, { AWS: ['123456789012', '*'] }])(
    'that allows %j is public',
    async (Principal) => {
      await expect(put({ Statement: [{ ...statement, Principal }] })).rejects.toMatchObject(
        refusal('ForbiddenException', 403)
      );
    }
  );

  test('may deny everybody, or allow everybody on a condition', async () => {
    await put({ Statement: { ...statement, Effect: 'Deny', Principal: '*' } });
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    await put({ Statement: { ...statement, Principal: '*', Condition } });
    expect(await stored()).toMatchObject({ Statement: [{ Principal: '*', Condition }] });
  });
});

test('a table policy is for its table', async () => {
  const { client } = fixture;
  const send = (Resource: string): Promise<unknown> => {
    const resourcePolicy = JSON.stringify({ Statement: { ...statement, Resource } });
    return client.send(new PutTablePolicyCommand({ ...table, resourcePolicy }));
  };
  await expect(send(tableBucketARN)).rejects.toMatchObject(refusal('BadRequestException', 400));
  await expect(client.send(new GetTablePolicyCommand(table))).rejects.toMatchObject({
    name: 'NotFoundException'
  });
  await send(tableArn);
  const { resourcePolicy } = await client.send(new GetTablePolicyCommand(table));
  expect(resourcePolicy).toContain('arn:aws:iam::123456789012:root');
  await client.send(new DeleteTablePolicyCommand(table));
  await expect(client.send(new GetTablePolicyCommand(table))).rejects.toMatchObject({
    name: 'NotFoundException'
  });
});

describe('tags', () => {
  const tag = (resourceArn: string, tags: Record<string, string>): Promise<unknown> =>
    fixture.client.send(new TagResourceCommand({ resourceArn, tags }));
  const tagsOf = async (resourceArn: string): Promise<unknown> =>
    (await fixture.client.send(new ListTagsForResourceCommand({ resourceArn }))).tags;

  test('are set, changed and removed, on buckets and on tables', async () => {
    expect(await tagsOf(tableBucketARN)).toEqual({ team: 'data' });
    expect(await tagsOf(tableArn)).toEqual({});
    for (const arn of [tableBucketARN, tableArn]) {
      await tag(arn, { team: 'web', 'iceberg-environment:env': 'dev', empty: '' });
      await tag(arn, { more: 'x' });
      await fixture.client.send(
        new UntagResourceCommand({ resourceArn: arn, tagKeys: ['empty', 'never-there'] })
      );
      expect(await tagsOf(arn)).toEqual({ team: 'web', 'iceberg-environment:env': 'dev', more: 'x' });
    }
  });

  test('can be given when a table is made', async () => {
    const input = { ...table, name: 'tagged', format: 'ICEBERG', tags: { a: 'b' } } as const;
    const { tableARN = '' } = await fixture.client.send(new CreateTableCommand(input));
    expect(await tagsOf(tableARN)).toEqual({ a: 'b' });
  });

  const many = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, 'x']));

  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['a reserved key', { 'aws:team': 'x' }],
    ['an empty key', { '': 'x' }],
    ['a key of 129 characters', { ['k'.repeat(129)]: 'x' }],
    ['a value of 257 characters', { k: 'v'.repeat(257) }],
    ['a character that is not allowed', { 'a<b': 'x' }],
    ['one too many', many(50)]
  ])('%s: refused, and nothing changes', async (_, tags) => {
    await expect(tag(tableBucketARN, { ...tags })).rejects.toMatchObject(refusal('BadRequestException', 400));
    expect(await tagsOf(tableBucketARN)).toEqual({ team: 'data' });
  });

  test('are at most 50', async () => {
    await tag(tableBucketARN, many(49));
    expect(Object.keys((await tagsOf(tableBucketARN)) as object)).toHaveLength(50);
  });

  test('are refused at create as they are later', async () => {
    const command = new CreateTableBucketCommand({ name: 'other', tags: {} });
    await expect(fixture.client.send(command)).rejects.toMatchObject(refusal('BadRequestException', 400));
  });

  test.each([
    ['BadRequestException', `${tableBucketARN}/namespace/app`],
    ['NotFoundException', `${tableBucketARN}/table/00000000-0000-0000-0000-000000000000`],
    ['NotFoundException', bucketArn('absent')]
  ])('%s for %s', async (name, arn) => {
    await expect(tagsOf(arn)).rejects.toMatchObject({ name });
  });
});
