import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultRule } from '../../sandbox/control/faults.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ALL_PASSED, SCRATCH, settleEnvironment, statuses, tablesOf } from './support/smoke.js';
import { BUCKET_ARN, TABLE } from './support/values.js';

const given = useArena();
beforeEach(() => settleEnvironment(given.arena));

/** Every kind of call that the smoke test makes of a catalog and of the files. */
const CALLS: readonly [service: string, operation: string][] = [
  ['s3tables', 'IcebergGetConfig'],
  ['s3tables', 'IcebergListNamespaces'],
  ['s3tables', 'IcebergListTables'],
  ['s3tables', 'IcebergLoadTable'],
  ['s3tables', 'IcebergCreateTable'],
  ['s3tables', 'IcebergCommitTable'],
  ['s3tables', 'IcebergDropTable'],
  ['s3', 'GetObject'],
  ['s3', 'PutObject'],
  ['glue', 'GetTable']
];

describe(`a fault that passes, ${NODE.title}`, () => {
  const KINDS: readonly FaultRule[] = [
    { kind: 'error', status: 500 },
    { kind: 'reset' },
    { kind: 'lost-response' }
  ];

  test.each(KINDS)('$kind, once at each kind of call', async (kind) => {
    const { arena } = given;
    arena.sandbox.setFaults(CALLS.map(([service, operation]) => ({ service, operation, nth: 1, ...kind })));
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes, statuses(run)]).toEqual([0, [], ALL_PASSED]);
    expect(tablesOf(arena)).toEqual([TABLE]);
  });

  test.each(['s3tables', 'glue'])('lost answers to every write of %s', async (service) => {
    const { arena } = given;
    const writes = ['IcebergCreateTable', 'IcebergCommitTable', 'IcebergDropTable'];
    // Every other answer, so that the repetition has one.
    arena.sandbox.setFaults(
      writes.flatMap((operation) =>
        [1, 3, 5, 7].map((nth) => ({ service, operation, nth, kind: 'lost-response' as const }))
      )
    );
    const run = await arena.run('smoke-test', { 'smoke-test-via': service });
    expect([run.exitCode, run.codes, statuses(run)]).toEqual([0, [], ALL_PASSED]);
    expect(tablesOf(arena)).toEqual([TABLE]);
  });

  test('a commit that another writer was before is made again on what the table is then', async () => {
    const { arena } = given;
    arena.sandbox.setFaults([
      {
        operation: 'IcebergCommitTable',
        nth: 1,
        times: 3,
        kind: 'error',
        status: 409,
        code: 'CommitFailedException'
      }
    ]);
    const run = await arena.run('smoke-test');
    expect([run.exitCode, statuses(run)]).toEqual([0, ALL_PASSED]);
    const commits = run.calls.filter((call) => call === 's3tables:IcebergCommitTable');
    expect(commits).toHaveLength(3 + 4);
  });

  test('a drop that meets a commit is made again', async () => {
    const { arena } = given;
    const conflict = { kind: 'error', status: 409, code: 'ConflictException' } as const;
    arena.sandbox.setFaults([{ operation: 'IcebergDropTable', nth: 1, times: 2, ...conflict }]);
    const run = await arena.run('smoke-test');
    expect([run.exitCode, statuses(run), tablesOf(arena)]).toEqual([0, ALL_PASSED, [TABLE]]);
  });
});

describe(`a permission is missing, ${NODE.title}`, () => {
  const TABLES = `${BUCKET_ARN}/table/*`;

  test.each([
    ['s3tables', 'IcebergGetConfig', 'catalog', `s3tables:GetTableBucket on ${BUCKET_ARN}`],
    ['s3tables', 'IcebergListNamespaces', 'catalog', `s3tables:ListNamespaces on ${BUCKET_ARN}`],
    ['s3tables', 'IcebergListTables', 'catalog', `s3tables:ListTables on ${BUCKET_ARN}`],
    [
      's3tables',
      'IcebergLoadTable',
      'catalog',
      's3tables:GetTableMetadataLocation and s3tables:GetTableData on'
    ],
    ['s3tables', 'IcebergCreateTable', 'create', 's3tables:CreateTable and s3tables:PutTableData on'],
    [
      's3tables',
      'IcebergCommitTable',
      'append',
      's3tables:UpdateTableMetadataLocation and s3tables:PutTableData'
    ],
    ['s3', 'PutObject', 'append', 's3tables:PutTableData on'],
    ['s3', 'GetObject', 'append', 's3tables:GetTableData on'],
    ['glue', 'GetTable', 'glue', 'glue:GetTable on'],
    ['glue', 'GetCatalog', 'glue', 'glue:GetCatalog on']
  ])('%s:%s fails the step %s, which names %s', async (service, operation, step, allow) => {
    const { arena } = given;
    arena.sandbox.setFaults([
      {
        service,
        operation,
        kind: 'error',
        status: 403,
        code: 'AccessDeniedException',
        message: 'User is not authorized.'
      }
    ]);
    const before = arena.state;
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes]).toEqual([1, ['PERMISSION_DENIED']]);
    expect(statuses(run)[step]).toBe('failed');
    expect(run.error).toContain('Could not pass the smoke test, step "');
    expect(run.error).toContain('User is not authorized. (request id ');
    expect(run.error).toContain(`Allow ${allow}`);
    expect(run.error).toContain('This step needs ');
    expect(arena.state).toEqual(before);
  });

  test('the action that AWS names is named', async () => {
    const { arena } = given;
    const message = `User: arn:aws:iam::1:user/x is not authorized to perform: s3tables:GetTableData on resource: ${TABLES} because no resource-based policy allows it`;
    arena.sandbox.setFaults([
      { operation: 'IcebergCommitTable', kind: 'error', status: 403, code: 'ForbiddenException', message }
    ]);
    const run = await arena.run('smoke-test');
    expect(run.codes).toEqual(['PERMISSION_DENIED']);
    expect(run.error).toContain(
      `Allow s3tables:GetTableData on ${TABLES} for the role of this run: no resource-based policy`
    );
  });

  test.each([
    [
      'IcebergCreateTable',
      'Insufficient Lake Formation permission(s): Required Create Table on river_gauges',
      'CREATE_TABLE'
    ],
    [
      'IcebergCommitTable',
      'Insufficient Lake Formation permission(s): Required Insert on river_gauges',
      'INSERT'
    ]
  ])('%s through Glue, by Lake Formation', async (operation, message, permission) => {
    const { arena } = given;
    arena.sandbox.setFaults([
      { service: 'glue', operation, kind: 'error', status: 403, code: 'AccessDeniedException', message }
    ]);
    const run = await arena.run('smoke-test', { 'smoke-test-via': 'glue' });
    expect([run.exitCode, run.codes]).toEqual([1, ['LAKE_FORMATION_DENIED']]);
    expect(run.error).toContain(`the Lake Formation permission ${permission} on river_gauges`);
    expect(run.error).toMatch(/This step needs glue:.*lakeformation:GetDataAccess/);
    expect(tablesOf(arena)).toEqual([TABLE]);
  });

  test.each([
    ['ExpiredTokenException', 'EXPIRED_CREDENTIALS'],
    ['UnrecognizedClientException', 'INVALID_CREDENTIALS']
  ])('%s is not taken for a missing permission', async (code, expected) => {
    given.arena.sandbox.setFaults([
      { operation: 'IcebergGetConfig', kind: 'error', status: 403, code, message: 'The token is bad.' }
    ]);
    const run = await given.arena.run('smoke-test');
    expect(run.codes).toEqual([expected]);
  });
});

describe(`a fault that stays, ${NODE.title}`, () => {
  test('500 at every commit: it is said, and the scratch table is gone', async () => {
    const { arena } = given;
    arena.sandbox.setFaults([
      {
        operation: 'IcebergCreateTable',
        kind: 'error',
        status: 503,
        code: 'ServiceUnavailable',
        message: 'Busy.'
      }
    ]);
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes]).toEqual([1, ['AWS_FAILED']]);
    expect(run.error).toContain('ServiceUnavailable');
    expect(tablesOf(arena)).toEqual([TABLE]);
  });

  test('a table of our name that we did not make is not touched', async () => {
    const { arena } = given;
    await arena.aws.s3tables.createTable({
      tableBucketARN: BUCKET_ARN,
      namespace: 'river_gauges',
      name: SCRATCH,
      format: 'ICEBERG'
    });
    const before = arena.state;
    const run = await arena.run('smoke-test');
    expect([run.exitCode, run.codes]).toEqual([1, expect.arrayContaining([expect.any(String)])]);
    expect(statuses(run)).toMatchObject({ create: 'failed' });
    expect(run.writes.filter((call) => call.endsWith('DropTable') || call.endsWith('DeleteTable'))).toEqual(
      []
    );
    expect(arena.state).toEqual(before);
  });
});
