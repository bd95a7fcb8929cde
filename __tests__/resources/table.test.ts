import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import type { Observation } from '../../src/engine/resource.js';
import { newTableMetadata } from '../../src/iceberg/new-metadata.js';
import { parseMetadata } from '../../src/iceberg/metadata.js';
import { lookAt } from '../../src/observe/look.js';
import { Table } from '../../src/resources/table.js';
import { fails, fakeAccount, type FakeAccount } from '../support/account.js';
import { bring, observed, takeAway } from '../support/bring.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { ANOTHERS_TAGS, specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const spec = specWith();
const ID = { bucketArn: spec.bucketArn, namespace: 'my_app', name: 'my_app' };
const METADATA = 's3://warehouse-of-my_app--table-s3/metadata/00000.metadata.json';
let aws: FakeAccount;
let context: FakeContext;

beforeEach(() => {
  aws = fakeAccount();
  context = fakeContext();
});

const toApply = (given = {}): Table => new Table(specWith(given), aws, false);

describe('the table', () => {
  test('is created with its columns and every tag by the one call', async () => {
    aws.s3tables.putBucket('dev-my-app').namespaces.add('my_app');
    await bring(aws, context, toApply(), await observed(aws, context, toApply()));
    expect(aws.writes).toEqual(['createTable my_app.my_app']);
    expect(aws.s3tables.buckets.get(spec.bucketArn)?.tables.get('my_app.my_app')).toMatchObject({
      tags: spec.lastingTags,
      columns: [
        { name: 'id', type: 'long', required: true },
        { name: 'name', type: 'string', required: false }
      ]
    });
    const { state } = await observed(aws, context, toApply());
    expect(toApply().outputs(state)).toEqual({
      'table-name': 'my_app',
      'table-arn': `${spec.bucketArn}/table/id-of-my_app-my_app`,
      's3tables-table-warehouse-location': 's3://warehouse-of-my_app--table-s3',
      'metadata-location': METADATA
    });
  });

  test('shows before what it will be', () => {
    expect(toApply().diff(undefined).slice(0, 2)).toEqual([
      { path: 'schema.id', to: 'long required' },
      { path: 'schema.name', to: 'string' }
    ]);
    expect(toApply().outputs(undefined)).toEqual({ 'table-name': 'my_app' });
  });

  test('without a schema says that no engine can load it', async () => {
    const given = { 'table-schema': 'none' };
    aws.s3tables.putBucket('dev-my-app').namespaces.add('my_app');
    await bring(aws, context, toApply(given), {});
    const { state, notes } = await observed(aws, context, toApply(given));
    expect(notes).toEqual([expect.stringContaining('has no metadata: no engine can load it')]);
    expect(toApply(given).outputs(state)).not.toHaveProperty('metadata-location');
    expect(
      toApply(given)
        .diff(undefined)
        .map(({ path }) => path)
    ).not.toContain('schema.id');
  });

  describe('that is live', () => {
    const DECLARED = [
      { name: 'id', type: 'long', required: true },
      { name: 'name', type: 'string', required: false }
    ];
    /** What is said of it when it has these columns, and what is in its metadata besides. */
    async function live(
      columns: readonly unknown[],
      given = {},
      more: Record<string, unknown> = {}
    ): Promise<Observation<unknown>> {
      aws.s3tables.putTable(ID, { tags: spec.lastingTags });
      const text = newTableMetadata(columns as typeof DECLARED, { location: 's3://warehouse', nowMs: 1 });
      aws.files.set(METADATA, JSON.stringify({ ...(JSON.parse(text) as object), ...more }));
      const { state, ...rest } = await observed(aws, context, toApply(given));
      expect(toApply(given).diff(state)).toEqual([]);
      return rest;
    }

    test('with the declared columns: nothing differs', async () => {
      expect(await live(DECLARED)).toMatchObject({ differences: [], notes: [] });
      expect(await live(DECLARED, { 'table-schema': 'none' })).toMatchObject({
        differences: [],
        notes: []
      });
    });

    test('with other columns: each difference is shown', async () => {
      const { differences, notes } = await live(DECLARED, { 'table-schema': 'name: long\nother: int' });
      expect(differences).toEqual([
        { path: 'schema.name', from: 'string', to: 'long' },
        { path: 'schema.other', from: undefined, to: 'int' },
        { path: 'schema.id', from: 'long required' }
      ]);
      expect(notes).toEqual([]);
    });

    test('that a column is required or not is a difference as well', async () => {
      const { differences } = await live(DECLARED, { 'table-schema': 'id: long\nname: string' });
      expect(differences).toEqual([{ path: 'schema.id', from: 'long required', to: 'long' }]);
    });

    test('columns that cannot be declared are told with their types', async () => {
      const list = { type: 'list', 'element-id': 9, 'element-required': false, element: 'string' };
      const odd = [
        { name: 'v', type: 'variant', required: false },
        { name: 'tags', type: list, required: false }
      ];
      const { differences, notes } = await live([...DECLARED, ...odd]);
      expect(differences).toEqual([]);
      expect(notes).toEqual([
        'Column v is there as variant, which cannot be declared.',
        'Column tags is there as list<string>, which cannot be declared.'
      ]);
      const declared = { 'table-schema': 'id: long required\nname: string\ntags: string' };
      expect((await live([...DECLARED, ...odd], declared)).differences).toEqual([
        { path: 'schema.tags', from: 'list<string>', to: 'string' }
      ]);
    });

    test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
      'a column called %s is compared like any other',
      async (name) => {
        const { differences } = await live([...DECLARED, { name, type: 'int', required: false }]);
        expect(differences).toEqual([{ path: `schema.${name}`, from: 'int' }]);
      }
    );

    test('names in upper case, at any depth, are told: Glue and Athena do not show it', async () => {
      const place = { type: 'struct', fields: [{ id: 9, name: 'City', required: false, type: 'string' }] };
      const { notes } = await live([
        { name: 'Id', type: 'long', required: true },
        { name: 'place', type: place, required: false }
      ]);
      expect(notes?.at(-1)).toMatch(/^Columns Id, place\.City: .*Glue and Athena do not show the table/);
    });

    test('what is not on main is told, since no query of it shows it', async () => {
      const snapshot = { 'snapshot-id': 7, summary: { 'total-records': '1000' } };
      const more = {
        snapshots: [{ ...snapshot, 'sequence-number': 1, 'timestamp-ms': 1, 'manifest-list': 's3://l' }],
        refs: { audit: { type: 'branch', 'snapshot-id': 7 } }
      };
      expect((await live(DECLARED, {}, more)).notes).toEqual([
        'Holds what a query of it does not show: 1000 rows on the branch audit. destroy counts that as data.'
      ]);
    });
  });

  test.each(['PERMISSION_DENIED', 'AWS_REFUSED', 'ICEBERG_UNSUPPORTED'] as const)(
    'whose metadata this run may not or cannot read (%s) says so, and is no failure',
    async (code) => {
      aws.s3tables.putTable(ID, { tags: spec.lastingTags });
      aws.warehouse.readText = fails(code);
      const { notes } = await observed(aws, context, toApply());
      expect(notes).toEqual([expect.stringContaining('could not be compared with table-schema')]);
      expect((await observed(aws, context, toApply({ 'table-schema': 'none' }))).notes).toEqual([]);
    }
  );

  describe('that is broken', () => {
    beforeEach(() => {
      aws.s3tables.putTable(ID, { tags: spec.lastingTags });
    });

    test.each(['VANISHED', 'ICEBERG_CORRUPT'] as const)('is told as such: %s', async (code) => {
      aws.warehouse.readText = fails(code);
      for (const given of [{}, { 'table-schema': 'none' }]) {
        const error = await thrownBy(() => observed(aws, context, toApply(given)));
        expect(error.code).toBe('TABLE_BROKEN');
        expect(error.message).toContain(METADATA);
      }
    });

    test.each(['', '<html>', '{}', '{"format-version": 2'])('metadata that is none: %s', async (text) => {
      aws.files.set(METADATA, text);
      expect((await thrownBy(() => observed(aws, context, toApply()))).code).toBe('TABLE_BROKEN');
    });

    test('is not, when a writer replaced the metadata that was looked for', async () => {
      const moved = METADATA.replace('00000', '00001');
      const columns = [{ name: 'id', type: 'long', required: true }];
      aws.files.set(moved, newTableMetadata(columns, { location: 's3://warehouse', nowMs: 1 }));
      const readText = aws.warehouse.readText.bind(aws.warehouse);
      aws.warehouse.readText = async (location, of) => {
        if (location === moved) return readText(location, of);
        await aws.s3tables.updateMetadataLocation(ID, { location: moved, versionToken: '1' });
        return fails('VANISHED')();
      };
      expect((await observed(aws, context, toApply())).differences).toEqual([
        { path: 'schema.name', from: undefined, to: 'string' }
      ]);
    });

    test('is not, when another run removed it meanwhile', async () => {
      aws.warehouse.readText = () => {
        aws.s3tables.buckets.clear();
        return fails('VANISHED')();
      };
      expect(await observed(aws, context, toApply())).toEqual({});
    });

    test("another environment's metadata is not even read", async () => {
      aws.s3tables.putTable(ID, { tags: ANOTHERS_TAGS });
      aws.warehouse.readText = fails('VANISHED');
      expect((await observed(aws, context, toApply())).applyRefusal).toMatchObject({
        code: 'OWNED_BY_ANOTHER'
      });
    });
  });

  describe('without metadata', () => {
    beforeEach(() => {
      aws.s3tables.putTable(ID, { tags: spec.lastingTags, metadata: false });
    });

    test('is shown as getting its first, and gets it', async () => {
      const before = await observed(aws, context, toApply());
      expect(toApply().diff(before.state)).toEqual([
        { path: 'metadata', to: 'its first, from table-schema' },
        { path: 'schema.id', to: 'long required' },
        { path: 'schema.name', to: 'string' }
      ]);
      const { state, notes } = await bring(aws, context, toApply(), before);
      expect(aws.writes).toEqual(['updateMetadataLocation my_app.my_app']);
      expect([toApply().diff(state), notes]).toEqual([[], []]);
      const [[location = '', text = ''] = []] = [...aws.files];
      expect(location).toMatch(
        /^s3:\/\/warehouse-of-my_app--table-s3\/metadata\/00000-[\da-f-]{36}\.metadata\.json$/
      );
      expect(parseMetadata(text, location)).toMatchObject({ formatVersion: 2, lastColumnId: 2 });
    });

    test('is left with the metadata that somebody else was faster to give it', async () => {
      const before = await observed(aws, context, toApply());
      await aws.s3tables.updateMetadataLocation(ID, { location: METADATA, versionToken: '1' });
      const { state } = await bring(aws, context, toApply(), before);
      expect(toApply().outputs(state)['metadata-location']).toBe(METADATA);
    });

    test('fails when the table changed and still has none', async () => {
      const before = await observed(aws, context, toApply());
      aws.s3tables.updateMetadataLocation = fails('CONFLICT');
      expect(await thrownBy(() => bring(aws, context, toApply(), before))).toMatchObject({
        code: 'CONFLICT'
      });
    });
  });

  test('only tags that differ are written', async () => {
    aws.s3tables.putTable(ID, { tags: { ...spec.lastingTags, team: 'old' } });
    await bring(aws, context, toApply(), await observed(aws, context, toApply()));
    expect(aws.writes).toEqual(['addTags id-of-my_app-my_app team']);
  });

  test('without marks or of another is left alone', async () => {
    aws.s3tables.putTable(ID);
    expect((await observed(aws, context, toApply())).applyRefusal).toMatchObject({ code: 'NOT_OURS' });
    expect((await observed(aws, context, toApply({ adopt: 'true' }))).applyRefusal).toBeUndefined();
    aws.s3tables.putTable(ID, { tags: ANOTHERS_TAGS });
    expect((await observed(aws, context, toApply({ adopt: 'true' }))).removeRefusal).toMatchObject({
      code: 'OWNED_BY_ANOTHER'
    });
  });

  test('is removed', async () => {
    aws.s3tables.putTable(ID, { tags: spec.lastingTags });
    const { state } = await observed(aws, context, toApply());
    await takeAway(aws, context, toApply(), state);
    expect(aws.writes).toEqual(['deleteTable my_app.my_app']);
  });

  test('is not removed when somebody has written to it since it was looked at', async () => {
    aws.s3tables.putTable(ID, { tags: spec.lastingTags });
    const { state } = await observed(aws, context, toApply());
    await aws.s3tables.updateMetadataLocation(ID, { location: METADATA, versionToken: '1' });
    expect((await thrownBy(() => toApply().remove(lookAt(aws, context), state!))).code).toBe('CONFLICT');
    expect(await aws.s3tables.getTable(ID)).toBeDefined();
  });
});

describe('a table that is to be removed', () => {
  /** What stands against its removal when its metadata is this text. */
  async function refusal(
    metadata: string | undefined,
    given = {},
    tags = {}
  ): Promise<Observation<unknown>['removeRefusal']> {
    aws.s3tables.putTable(ID, { tags: { ...spec.lastingTags, ...tags } });
    if (metadata !== undefined) aws.files.set(METADATA, metadata);
    return (await observed(aws, context, new Table(specWith(given), aws, true))).removeRefusal;
  }
  const withRows = (total: unknown, id = '1'): string =>
    `{"current-snapshot-id":${id},"snapshots":[{"snapshot-id":${id},"summary":{"operation":"append","total-records":${JSON.stringify(total)}}}]}`;

  test.each([
    ['has no snapshot', '{}'],
    ['has no current snapshot', '{"current-snapshot-id":null,"snapshots":[]}'],
    ['has no current snapshot, as version 1 says it', '{"current-snapshot-id":-1}'],
    ['has no rows left', withRows('0')]
  ])('goes when it %s', async (_what, metadata) => {
    expect(await refusal(metadata)).toBeUndefined();
  });

  test('stays when it holds rows, and says how many', async () => {
    expect(await refusal(withRows('1234'))).toMatchObject({
      code: 'GUARDED',
      found: 'The table my_app.my_app holds 1234 rows, so it was not destroyed.'
    });
  });

  test('stays when an id of 64 bits can only be told apart by its last digit', async () => {
    const metadata = `{"current-snapshot-id":9007199254740993,"snapshots":[
      {"snapshot-id":9007199254740992,"summary":{"total-records":"0"}},
      {"snapshot-id":9007199254740993,"summary":{"total-records":"5"}}]}`;
    expect((await refusal(metadata))?.found).toContain('holds 5 rows');
  });

  test.each([
    ['does not count its rows', '{"current-snapshot-id":1,"snapshots":[{"snapshot-id":1,"summary":{}}]}'],
    ['has no summary', '{"current-snapshot-id":1,"snapshots":[{"snapshot-id":1}]}'],
    ['does not list its current snapshot', '{"current-snapshot-id":1,"snapshots":[]}'],
    ['counts no number', withRows('')],
    ['counts what is no number', withRows('many')],
    ['has metadata that is not JSON', '<html>'],
    ['has other metadata', '{"current-snapshot-id":"one"}'],
    ['has metadata that cannot be read', undefined]
  ])('stays when it %s: that counts as data', async (_what, metadata) => {
    expect(await refusal(metadata)).toMatchObject({ code: 'GUARDED' });
  });

  test('goes when another run removes it, and its files, while it is looked at', async () => {
    const readText = (): Promise<never> => {
      aws.s3tables.buckets.clear();
      return fails('VANISHED')();
    };
    const warehouse = { ...aws.warehouse, readText };
    aws.s3tables.putTable(ID, { tags: spec.lastingTags });
    const { removeRefusal } = await observed({ ...aws, warehouse }, context, new Table(spec, aws, true));
    expect(removeRefusal).toBeUndefined();
  });

  test('goes with its rows when that is forced', async () => {
    expect(await refusal(withRows('5'), { 'force-destroy': 'true' })).toBeUndefined();
  });

  test('goes when it never had metadata', async () => {
    aws.s3tables.putTable(ID, { tags: spec.lastingTags, metadata: false });
    expect((await observed(aws, context, new Table(spec, aws, true))).removeRefusal).toBeUndefined();
  });

  test('that is not ours says so, and its metadata is not read', async () => {
    expect(await refusal(withRows('5'), { 'force-destroy': 'true' }, ANOTHERS_TAGS)).toMatchObject({
      code: 'OWNED_BY_ANOTHER'
    });
  });

  test('a run that is stopped while it is read ends with its reason', async () => {
    aws.s3tables.putTable(ID, { tags: spec.lastingTags });
    const reason = new ActionError('CANCELLED');
    aws.warehouse.readText = () => {
      context.stop(reason);
      return Promise.reject(reason);
    };
    expect(await thrownBy(() => observed(aws, context, new Table(spec, aws, true)))).toBe(reason);
  });
});
