import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Region } from '../../sandbox/account.js';
import type { StoredObject } from '../../sandbox/s3/state.js';
import type { SmokeReport } from '../../src/smoke-report.js';
import { enableIntegration, place, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ALL_PASSED, reportOf, SCRATCH, settleEnvironment, statuses, tablesOf } from './support/smoke.js';
import { at } from './support/stall.js';
import { BUCKET, BUCKET_ARN, NAMESPACE, TABLE } from './support/values.js';

const given = useArena();

const counts = ({ steps }: SmokeReport) => steps.map(({ step, rows, files }) => [step, rows, files]);

describe(`the smoke test, ${NODE.title}`, () => {
  test.each(['s3tables', 'glue'])('through the catalog of %s', async (via) => {
    const { arena } = given;
    await settleEnvironment(arena);
    const before = arena.state;
    const run = await arena.run('smoke-test', { 'smoke-test-via': via });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({ command: 'smoke-test', 'smoke-test-result': 'passed' });
    const report = reportOf(run);
    expect(report).toMatchObject({ version: 1, result: 'passed', via, namespace: NAMESPACE, kept: false });
    expect([report.scratchTable, statuses(run)]).toEqual([SCRATCH, ALL_PASSED]);
    expect(counts(report)).toEqual([
      ['catalog', undefined, undefined],
      ['create', undefined, undefined],
      ['append', 100, 1],
      ['append-again', 100, 1],
      ['time-travel', 100, undefined],
      ['add-column', 100, 1],
      ['glue', undefined, undefined],
      ['clean-up', undefined, undefined]
    ]);
    expect(report.steps[2]?.bytes).toBeGreaterThan(1000);
    expect(run.summary).toContain('Smoke test passed');
    for (const { title } of report.steps) expect(run.summary).toContain(title);
    expect(arena.state).toEqual(before);
  });

  test('asks for nothing twice, and for the scratch table anew where it is read', async () => {
    const { arena } = given;
    await settleEnvironment(arena);
    const { calls } = await arena.run('smoke-test');
    const counts = new Map<string, number>();
    for (const call of calls) counts.set(call, (counts.get(call) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'sts:GetCallerIdentity': 1,
      's3tables:ListTagsForResource': 1,
      's3tables:IcebergGetConfig': 1,
      's3tables:IcebergListNamespaces': 1,
      's3tables:IcebergListTables': 1,
      // The environment's own table, and the scratch table for each of the four steps that read it.
      's3tables:IcebergLoadTable': 1 + 4,
      's3tables:IcebergCreateTable': 1,
      's3tables:IcebergCommitTable': 4,
      's3:PutObject': 3 * 3,
      // What is planned by once, three lists and three manifests; the files of rows by each step that reads them.
      's3:GetObject': 2 * 3 + (1 + 2 + 1 + 3),
      'glue:GetCatalog': 1,
      'glue:GetTable': 1,
      's3tables:IcebergDropTable': 1,
      's3tables:GetTable': 2
    });
    expect(calls.length).toBeLessThanOrEqual(44);
  });

  test('apply runs it afterwards', async () => {
    const { arena } = given;
    await settleAccount(arena);
    const run = await arena.run('apply', { 'smoke-test': 'true' });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({ command: 'apply', changed: 'true', 'smoke-test-result': 'passed' });
    expect(statuses(run)).toEqual(ALL_PASSED);
    expect(tablesOf(arena)).toEqual([TABLE]);
  });
});

describe(`what is read is what the catalog has, ${NODE.title}`, () => {
  test.each([
    ['append', 2],
    ['append-again', 3]
  ])('%s: a table that is set back to an older version after the commit is told', async (step, nth) => {
    const { arena } = given;
    await settleEnvironment(arena);
    at(arena, { operation: 'IcebergLoadTable', nth }, () => {
      setBack(arena.here);
    });
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes]).toEqual([1, ['SMOKE_TEST_MISMATCH']]);
    expect(run.error).toMatch(/was written and not read/);
    expect(statuses(run)[step]).toBe('failed');
    expect(tablesOf(arena)).toEqual([TABLE]);
  });
});

describe(`apply with smoke-test, ${NODE.title}`, () => {
  test('that fails has not run it', async () => {
    const run = await given.arena.run('apply', { 'smoke-test': 'true' });
    expect([run.exitCode, run.codes]).toEqual([1, ['INTEGRATION_OFF']]);
    expect(run.calls.filter((call) => call.includes('Iceberg'))).toEqual([]);
  });

  test('whose smoke test fails stays applied, and is a failure', async () => {
    const { arena } = given;
    await settleAccount(arena);
    arena.sandbox.setFaults([
      {
        operation: 'IcebergCommitTable',
        kind: 'error',
        status: 400,
        code: 'BadRequestException',
        message: 'No.'
      }
    ]);
    const run = await arena.run('apply', { 'smoke-test': 'true' });
    expect([run.exitCode, run.codes]).toEqual([1, ['AWS_REFUSED']]);
    expect(run.outputs).toMatchObject({
      changed: 'true',
      'smoke-test-result': 'failed',
      namespace: NAMESPACE
    });
    expect(run.outputs['table-arn']).toContain(BUCKET_ARN);
    expect(reportOf(run).steps[2]).toMatchObject({ status: 'failed', error: { code: 'AWS_REFUSED' } });
    expect(run.summary).toContain('Smoke test failed');
    expect(tablesOf(arena)).toEqual([TABLE]);
    arena.sandbox.setFaults([]);
    expect((await arena.run('apply')).writes).toEqual([]);
  });

  test('is not asked for: it is said to be skipped', async () => {
    await settleAccount(given.arena);
    expect((await given.arena.run('apply')).outputs['smoke-test-result']).toBe('skipped');
  });
});

describe(`smoke-test-rows, ${NODE.title}`, () => {
  beforeEach(() => settleEnvironment(given.arena));

  test.each([0, 1])('%d', async (rows) => {
    const run = await given.arena.run('smoke-test', { 'smoke-test-rows': String(rows) });
    expect([run.exitCode, statuses(run)]).toEqual([0, ALL_PASSED]);
    expect(counts(reportOf(run))[5]).toEqual(['add-column', rows, rows]);
    expect(tablesOf(given.arena)).toEqual([TABLE]);
  });

  // It takes ten seconds, and is the same under every Node.
  const onlyOnce = process.env.BUNDLE_UNDER === 'this-node' ? test.skip : test;
  onlyOnce('100,000', async () => {
    const run = await given.arena.run('smoke-test', { 'smoke-test-rows': '100000' });
    expect([run.exitCode, statuses(run)]).toEqual([0, ALL_PASSED]);
    expect(counts(reportOf(run))[5]).toEqual(['add-column', 100_000, 1]);
    expect(tablesOf(given.arena)).toEqual([TABLE]);
  });

  test('100,001 are refused before any call', async () => {
    const run = await given.arena.run('smoke-test', { 'smoke-test-rows': '100001' });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toMatch(/smoke-test-rows.*100000/s);
  });
});

describe(`the environment has to be there, and ours, ${NODE.title}`, () => {
  test('nothing is there', async () => {
    const run = await given.arena.run('smoke-test');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['NO_ENVIRONMENT'], []]);
    expect(run.error).toContain('Run apply first');
  });

  test.each(['nobody', 'another'] as const)('the bucket of %s', async (whose) => {
    await place(given.arena, 'bucket', whose);
    const run = await given.arena.run('smoke-test');
    const code = whose === 'nobody' ? 'NOT_OURS' : 'OWNED_BY_ANOTHER';
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, [code], []]);
  });

  test.each([
    ['the namespace', `the namespace ${NAMESPACE}`],
    ['the table', `the table ${NAMESPACE}.${TABLE}`]
  ])('without %s', async (what, said) => {
    const { arena } = given;
    await settleEnvironment(arena);
    const { s3tables } = arena.aws;
    await s3tables.deleteTable({ tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE });
    if (what === 'the namespace') {
      await s3tables.deleteNamespace({ tableBucketARN: BUCKET_ARN, namespace: NAMESPACE });
    }
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['NO_ENVIRONMENT'], []]);
    expect(run.error).toContain(said);
    expect(statuses(run)).toMatchObject({ catalog: 'failed', create: 'skipped', 'clean-up': 'skipped' });
  });

  test('a table without metadata: apply gives it its first', async () => {
    const { arena } = given;
    await settleAccount(arena);
    await arena.run('apply', { 'table-schema': 'none' });
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['NO_ENVIRONMENT'], []]);
    expect(run.error).toMatch(/no Iceberg metadata yet.*Run apply with a table-schema other than none/s);
  });
});

describe(`seen through Glue, ${NODE.title}`, () => {
  test('where the integration is off that is said, and no failure', async () => {
    const { arena } = given;
    await arena.run('apply', { 'analytics-integration': 'ignore' });
    const run = await arena.run('smoke-test');
    expect([run.exitCode, statuses(run)]).toEqual([0, { ...ALL_PASSED, glue: 'skipped' }]);
    expect(reportOf(run).steps[6]?.note).toBe('the analytics integration is off');
  });

  test('the catalog of Glue cannot do without', async () => {
    const { arena } = given;
    await arena.run('apply', { 'analytics-integration': 'ignore' });
    const run = await arena.run('smoke-test', { 'smoke-test-via': 'glue' });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['INTEGRATION_OFF'], []]);
  });

  test('what it does not show at once is waited for', async () => {
    const { arena } = given;
    await settleEnvironment(arena);
    const hidden = { operation: 'GetTable', service: 'glue', kind: 'error' } as const;
    arena.sandbox.setFaults([{ ...hidden, nth: 1, times: 3, status: 400, code: 'EntityNotFoundException' }]);
    const run = await arena.run('smoke-test');
    expect([run.exitCode, statuses(run)]).toEqual([0, ALL_PASSED]);
    const ms = Number(/^visible after (\d+) ms$/.exec(reportOf(run).steps[6]?.note ?? '')?.[1]);
    expect(ms).toBeGreaterThan(500);
    expect(run.calls.filter((call) => call === 'glue:GetTable')).toHaveLength(4);
  });
});

describe(`dropped with purge as the catalog wants it, ${NODE.title}`, () => {
  beforeEach(() => settleEnvironment(given.arena));

  test.each(['refused', 'required'] as const)('purge %s by Glue', async (purge) => {
    const { arena } = given;
    arena.here.glue.federatedPurge = purge;
    const run = await arena.run('smoke-test', { 'smoke-test-via': 'glue' });
    expect([run.exitCode, statuses(run), tablesOf(arena)]).toEqual([0, ALL_PASSED, [TABLE]]);
    expect(run.calls).not.toContain('s3tables:DeleteTable');
  });

  test.each(['s3tables', 'glue'])('what %s does not drop at all S3 Tables itself deletes', async (via) => {
    const { arena } = given;
    arena.sandbox.setFaults([
      {
        operation: 'IcebergDropTable',
        kind: 'error',
        status: 400,
        code: 'BadRequestException',
        message: 'No.'
      }
    ]);
    const run = await arena.run('smoke-test', { 'smoke-test-via': via });
    expect([run.exitCode, statuses(run), tablesOf(arena)]).toEqual([0, ALL_PASSED, [TABLE]]);
    expect(run.calls.at(-2)).toBe('s3tables:DeleteTable');
    expect(reportOf(run).steps.at(-1)?.note).toContain('deleted by s3tables:DeleteTable');
  });

  test('what nobody may drop is left behind, and that is a failure', async () => {
    const { arena } = given;
    const denied = { kind: 'error', status: 403, code: 'AccessDeniedException', message: 'No.' } as const;
    arena.sandbox.setFaults([
      { operation: 'IcebergDropTable', ...denied },
      { operation: 'DeleteTable', ...denied }
    ]);
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes]).toEqual([1, ['PERMISSION_DENIED']]);
    expect(run.error).toMatch(
      /Allow s3tables:DeleteTable on arn.*This step needs s3tables:DeleteTable, s3tables:GetTable\./s
    );
    expect(run.error).toContain(`The table ${NAMESPACE}.${SCRATCH} may be left`);
    expect(statuses(run)).toEqual({ ...ALL_PASSED, 'clean-up': 'failed' });
    arena.sandbox.setFaults([]);
    expect((await arena.run('smoke-test')).exitCode).toBe(0);
    expect(tablesOf(arena)).toEqual([TABLE]);
  });

  test('one that is to be kept is kept', async () => {
    const { arena } = given;
    const run = await arena.run('smoke-test', { 'smoke-test-keep': 'true' });
    expect([run.exitCode, tablesOf(arena)]).toEqual([0, [TABLE, SCRATCH].sort()]);
    expect([reportOf(run).kept, statuses(run)['clean-up']]).toEqual([true, undefined]);
    expect(run.summary).toContain('which was kept');
    const later = await arena.run('smoke-test', {}, { env: { GITHUB_RUN_ID: '88001' } });
    expect([later.exitCode, tablesOf(arena)]).toEqual([0, [TABLE, SCRATCH].sort()]);
  });
});

describe(`a damaged file of the table, ${NODE.title}`, () => {
  test.each([
    ['on its way', 'GARBLED_ANSWER'],
    ['before it was stored', 'ICEBERG_CORRUPT']
  ])('%s: %s, and the file is named', async (where, code) => {
    const { arena } = given;
    await settleEnvironment(arena);
    at(arena, { operation: 'GetObject', service: 's3' }, () => {
      for (const objects of arena.here.s3.buckets.values()) damage(objects, where === 'on its way');
    });
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes]).toEqual([1, [code]]);
    expect(run.error).toMatch(/step "Append rows and read them back".*\.parquet/s);
    expect(tablesOf(arena)).toEqual([TABLE]);
  });
});

/** Sets the scratch table back to the version before its last. */
function setBack({ s3, s3tables }: Region): void {
  const table = s3tables.buckets.get(BUCKET)!.namespaces.get(NAMESPACE)!.tables.get(SCRATCH)!;
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(table.metadataLocation ?? '') ?? [];
  const text = s3.buckets.get(bucket)!.get(key)!.body.toString('utf8');
  const log = (JSON.parse(text) as { 'metadata-log': { 'metadata-file': string }[] })['metadata-log'];
  table.metadataLocation = log.at(-1)!['metadata-file'];
}

/** Turns one bit of every data file, and takes the checksum that S3 has of it away unless that is to be kept. */
function damage(objects: Map<string, StoredObject>, keepChecksum: boolean): void {
  for (const [key, { checksum, ...object }] of objects) {
    if (!key.endsWith('.parquet')) continue;
    const body = Buffer.from(object.body);
    body.writeUInt8(body.readUInt8(99) ^ 1, 99);
    objects.set(key, { ...object, body, ...(keepChecksum && checksum && { checksum }) });
  }
}

test('through the catalog of S3 Tables, Glue is asked for nothing but what it shows', async () => {
  const { arena } = given;
  await enableIntegration(arena);
  await arena.run('apply', { 'lake-formation': 'ignore' });
  const { calls } = await arena.run('smoke-test');
  expect(new Set(calls.filter((call) => call.startsWith('glue:')))).toEqual(
    new Set(['glue:GetCatalog', 'glue:GetTable'])
  );
});

describe(`destroy with a scratch table in the namespace, ${NODE.title}`, () => {
  test('that the smoke test kept: it goes as well', async () => {
    const { arena } = given;
    await settleEnvironment(arena);
    await arena.run('smoke-test', { 'smoke-test-keep': 'true', 'smoke-test-rows': '3' });
    expect(tablesOf(arena)).toContain(SCRATCH);
    const run = await arena.run('destroy');
    expect([run.exitCode, run.outputs.destroyed, tablesOf(arena)]).toEqual([0, 'true', []]);
  });

  test("that only has such a name: it is somebody else's", async () => {
    const { arena } = given;
    await settleEnvironment(arena);
    const id = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: SCRATCH };
    await arena.aws.s3tables.createTable({ ...id, format: 'ICEBERG' });
    const run = await arena.run('destroy');
    expect([run.exitCode, run.codes, tablesOf(arena).length]).toEqual([1, ['GUARDED'], 2]);
  });
});
