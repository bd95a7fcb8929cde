import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Observation } from '../../src/engine/resource.js';
import { Table } from '../../src/resources/table.js';
import { fakeAccount, type FakeAccount } from '../support/account.js';
import { observed } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { ANOTHERS_TAGS, specWith } from '../support/environment.js';

const spec = specWith();
const ID = { bucketArn: spec.bucketArn, namespace: 'my_app', name: 'my_app' };
const FIVE_ROWS = '{"current-snapshot-id":1,"snapshots":[{"snapshot-id":1,"summary":{"total-records":"5"}}]}';
const context = fakeContext();
let aws: FakeAccount;

beforeEach(() => {
  aws = fakeAccount();
});

/** What stands against the removal of a table with five rows and these tags. */
async function refusal(
  tags: Readonly<Record<string, string>>
): Promise<Observation<unknown>['removeRefusal']> {
  const { metadataLocation = '' } = aws.s3tables.putTable(ID, { tags: { ...spec.lastingTags, ...tags } });
  aws.files.set(metadataLocation, FIVE_ROWS);
  return (await observed(aws, context, new Table(spec, aws, true))).removeRefusal;
}

describe.each([
  ['belongs to a pull request', { 'iceberg-environment:pull-request': '12' }],
  ['has an expiry', { 'iceberg-environment:expires-at': '2026-01-01T00:00:00Z' }]
])('a table that %s', (_what, tags) => {
  const remember = (marks: Readonly<Record<string, string>>): void => {
    const parameters = { ...spec.lastingTags, ...spec.placeMarks, ...marks };
    aws.glue.databases.set(spec.names.glueDatabase, { parameters, tags: {} });
  };

  test('goes with its rows when its Glue database says so as well', async () => {
    remember(tags);
    expect(await refusal(tags)).toBeUndefined();
  });

  test.each([
    ['says that it lasts', {}],
    ['is of another environment', { ...tags, ...ANOTHERS_TAGS }],
    ['remembers another place', { ...tags, 'iceberg-environment:table-bucket': 'other' }]
  ])('stays with its rows when its Glue database %s, and says which', async (_how, marks) => {
    remember(marks);
    const held = await refusal(tags);
    expect(held).toMatchObject({ code: 'GUARDED' });
    expect(held?.found).toContain('holds 5 rows');
    expect(held?.found).toContain(`the Glue database ${spec.names.glueDatabase} does not say the same`);
  });

  test('stays with its rows when there is no Glue database', async () => {
    expect(await refusal(tags)).toMatchObject({ code: 'GUARDED' });
  });
});

test('a table stays when its format is another than Iceberg’s, of which nobody can tell what it holds', async () => {
  const info = aws.s3tables.putTable(ID, { tags: spec.lastingTags, metadata: false });
  aws.s3tables.getTable = () => Promise.resolve({ ...info, otherFormat: 'DELTA' });
  const { removeRefusal } = await observed(aws, context, new Table(spec, aws, true));
  expect(removeRefusal).toMatchObject({ code: 'GUARDED' });
  expect(removeRefusal?.found).toContain('its format is DELTA');
  const toApply = new Table(spec, aws, false);
  const { state, notes } = await observed(aws, context, toApply);
  expect([toApply.diff(state), notes]).toEqual([[], [expect.stringContaining('Its format is DELTA')]]);
});
