import { describe, expect, test } from '@jest/globals';
import { readGitHubContext } from '../../src/inputs/github-context.js';
import type { Command } from '../../src/outcome.js';
import { keepPlanFilesApart, scene, type Scene } from '../support/job.js';

keepPlanFilesApart();
type Marks = Readonly<Record<string, string>>;

const PREFIX = 'arn:aws:s3tables:us-east-1:123456789012:bucket/';
const PAST = { 'iceberg-environment:expires-at': '2020-01-01T00:00:00Z' };
const MARKS = {
  'managed-by': 'iceberg-environment',
  'iceberg-environment:env': 'demo',
  'iceberg-environment:application': 'ledger'
};
const CLOSED = {
  ...MARKS,
  'iceberg-environment:repository': 'octo/lake',
  'iceberg-environment:pull-request': '7'
};
const SHARED = { 'managed-by': 'iceberg-environment', 'iceberg-environment:shared': 'true' };
const EXPIRED = { ...MARKS, ...PAST };
const TEN_ROWS = '{"current-snapshot-id":1,"snapshots":[{"snapshot-id":1,"summary":{"total-records":"10"}}]}';
const NAMES = [
  { bucket: 'finance', namespace: 'sales', table: 'orders', database: 'finance_db' },
  { bucket: 'demo-ledger', namespace: 'ledger', table: 'ledger', database: 'demo_ledger_db' },
  { bucket: 'lake', namespace: 'demo_ledger', table: 'ledger', database: 'demo_ledger_db' }
];
type Place = (typeof NAMES)[number];

/** What somebody has, whose marks are what the others of one service made them. */
interface Theirs {
  readonly bucket?: Marks;
  readonly table?: Marks;
  readonly parameters?: Marks;
  readonly tags?: Marks;
}

function settle(here: Scene, at: Place, theirs: Theirs, tables: readonly string[]): void {
  const { s3tables, glue } = here.aws;
  s3tables.putBucket(at.bucket, theirs.bucket);
  const id = { bucketArn: PREFIX + at.bucket, namespace: at.namespace, name: at.table };
  const { metadataLocation = '' } = s3tables.putTable(id, { tags: theirs.table ?? {} });
  here.aws.files.set(metadataLocation, TEN_ROWS);
  if (theirs.parameters === undefined) return;
  glue.databases.set(at.database, { parameters: theirs.parameters, tags: theirs.tags ?? {}, tables });
}

const named = (at: Place, isolation: string): Marks => ({
  'iceberg-environment:isolation': isolation,
  'iceberg-environment:table-bucket': at.bucket,
  'iceberg-environment:namespace': at.namespace,
  'iceberg-environment:table': at.table
});

/** Every command that could take something away, with what an operator may well have set. */
function commands(at: Place): readonly (readonly [Command, Marks, number?])[] {
  const where = { 'table-bucket-name': at.bucket, namespace: at.namespace, 'glue-database': at.database };
  const demo = { env: 'demo', application: 'ledger', 'table-name': at.table, ...where };
  return [
    ['sweep', {}],
    ['sweep', { 'force-destroy': 'true' }],
    ['sweep', { 'force-destroy': 'true', 'table-bucket-name': at.bucket }],
    ['destroy', demo],
    ['destroy', { ...demo, isolation: 'namespace' }],
    ['auto', demo, 7],
    ['auto', { ...demo, isolation: 'namespace' }, 7]
  ];
}

async function deletionsOf(
  at: Place,
  theirs: Theirs,
  tables: readonly string[] = []
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [command, inputs, pullRequest] of commands(at)) {
    const here = scene();
    settle(here, at, theirs, tables);
    here.pullRequest = 'closed';
    const github = { ...readGitHubContext({}), repository: 'octo/lake', pullRequest };
    const meaning = { does: 'destroy' } as typeof github.meaning;
    here.more = { github: { ...github, meaning } };
    await here.run(command, inputs);
    const label = `${command} ${JSON.stringify(inputs)}`;
    found.push(...here.newWrites().flatMap((write) => (/^delete/.test(write) ? [`${label}: ${write}`] : [])));
  }
  return found;
}

const product = <A, B>(some: readonly A[], others: readonly B[]): [A, B][] =>
  some.flatMap((one) => others.map((other): [A, B] => [one, other]));

describe.each(NAMES)('what holds something stays, in $bucket, $namespace', (at) => {
  const tags = [{}, EXPIRED, CLOSED, SHARED, { ...EXPIRED, ...SHARED }, { ...CLOSED, ...PAST }];

  test.each(product(tags, tags))(
    'when S3 Tables alone says so: %j on bucket, %j on table',
    async (bucket, table) => {
      expect(await deletionsOf(at, { bucket, table })).toEqual([]);
    }
  );

  const records = product([EXPIRED, CLOSED], ['bucket', 'namespace']).map(([marks, isolation]) => ({
    ...marks,
    ...named(at, isolation)
  }));

  test.each(product(records, [{}, EXPIRED, CLOSED]))(
    'when Glue alone says so: parameters %j, tags %j',
    async (parameters, itsTags) => {
      for (const bucket of [{}, SHARED]) {
        expect(await deletionsOf(at, { bucket, parameters, tags: itsTags }, ['orders'])).toEqual([]);
      }
    }
  );

  test.each(product(tags, tags))(
    'when a lasting environment of Glue knows better: %j, %j',
    async (bucket, table) => {
      for (const isolation of ['bucket', 'namespace']) {
        const parameters = { ...MARKS, ...named(at, isolation) };
        const lasting = {
          bucket: { ...MARKS, ...bucket },
          table: { ...MARKS, ...table },
          parameters,
          tags: MARKS
        };
        expect(await deletionsOf(at, lasting)).toEqual([]);
      }
    }
  );

  test('and goes when both say so, by each of the commands that look there', async () => {
    const isolation = at.bucket === 'lake' ? 'namespace' : 'bucket';
    const parameters = { ...CLOSED, ...PAST, ...named(at, isolation) };
    const bucket = isolation === 'namespace' ? SHARED : { ...CLOSED, ...PAST };
    const both = { bucket, table: { ...CLOSED, ...PAST }, parameters, tags: { ...CLOSED, ...PAST } };
    const deletions = await deletionsOf(at, both);
    for (const command of ['sweep {}', 'destroy', 'auto']) {
      expect(deletions.filter((each) => each.startsWith(command))).toContainEqual(
        expect.stringContaining(`deleteTable ${at.namespace}.${at.table}`)
      );
    }
  });
});
