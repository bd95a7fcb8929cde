import { beforeEach, describe, expect, test } from '@jest/globals';
import { enableIntegration, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { at, FOREVER_MS } from './support/stall.js';
import { BUCKET, DATABASE } from './support/values.js';

const given = useArena();

const BUILDING = [
  'CreateTableBucket',
  'PutTableBucketPolicy',
  'CreateNamespace',
  'CreateTable',
  'CreateDatabase',
  'GrantPermissions'
];
const TAKING_DOWN = [
  'DeleteTable',
  'RevokePermissions',
  'DeleteNamespace',
  'DeleteDatabase',
  'DeleteTableBucket'
];
/** Killed before the call takes effect, and after it, when the answer is never read. */
const BOTH = (operations: readonly string[]): [string, string, number][] =>
  operations.flatMap((operation) => [
    [operation, 'before', FOREVER_MS],
    [operation, 'after', 0]
  ]);

describe(`killed in the middle, ${NODE.title}`, () => {
  beforeEach(() => settleAccount(given.arena));

  test.each(BOTH(BUILDING))(
    'apply at %s, %s it takes effect: the next one repairs',
    async (operation, _, ms) => {
      const { arena } = given;
      expect((await killedAt('apply', operation, ms)).exitCode).toBeNull();
      const repair = await arena.run('apply');
      expect([repair.exitCode, repair.codes]).toEqual([0, []]);
      expect((await arena.run('apply')).writes).toEqual([]);
    }
  );

  test('apply while it writes the settings: the next one repairs', async () => {
    const { arena } = given;
    arena.reset();
    await enableIntegration(arena);
    expect((await killedAt('apply', 'PutDataLakeSettings', FOREVER_MS)).exitCode).toBeNull();
    expect((await arena.run('apply')).exitCode).toBe(0);
    expect((await arena.run('apply')).writes).toEqual([]);
  });

  test.each(BOTH(TAKING_DOWN))(
    'destroy at %s, %s it takes effect: the next one ends it',
    async (operation, _, ms) => {
      const { arena } = given;
      await arena.run('apply');
      expect((await killedAt('destroy', operation, ms)).exitCode).toBeNull();
      const rest = await arena.run('destroy');
      expect([rest.exitCode, rest.codes]).toEqual([0, []]);
      const { s3tables, glue, lakeFormation } = arena.here;
      const grants = [...lakeFormation.grants.keys()].filter((key) => key.includes(DATABASE));
      expect([s3tables.buckets.size, glue.databases.size, grants]).toEqual([0, 0, []]);
    }
  );
});

describe(`cancelled and too late, ${NODE.title}`, () => {
  beforeEach(() => settleAccount(given.arena));

  test.each(['SIGINT', 'SIGTERM'])(
    '%s: the call in flight is let end, nothing new is begun',
    async (signal) => {
      const { arena } = given;
      let pid = 0;
      at(arena, { operation: 'CreateNamespace', ms: 500 }, () => process.kill(pid, signal));
      const run = await arena.run('apply', {}, { started: (id) => (pid = id) });
      expect(run.exitCode).toBe(1);
      expect(run.codes.at(-1)).toBe('CANCELLED');
      expect(run.error).toContain(signal);
      expect(run.writes).not.toContain('s3tables:CreateTable');
      expect(run.outputs).toMatchObject({ command: 'apply', 'table-bucket-name': BUCKET });
      expect(run.summary).toContain('cancelled');
      expect(arena.here.s3tables.buckets.get(BUCKET)?.namespaces.size).toBe(1);
      expect((await arena.run('apply')).exitCode).toBe(0);
    }
  );

  test('SIGINT, and a call that never ends is cut', async () => {
    const { arena } = given;
    let pid = 0;
    at(arena, { operation: 'CreateNamespace', ms: FOREVER_MS }, () => process.kill(pid, 'SIGINT'));
    const run = await arena.run('apply', {}, { started: (id) => (pid = id) });
    expect([run.exitCode, [...new Set(run.codes)]]).toEqual([1, ['CANCELLED']]);
    expect(run.summary).toContain('cancelled');
  });

  test('a second SIGINT ends it at once', async () => {
    const { arena } = given;
    let pid = 0;
    at(arena, { operation: 'CreateNamespace', ms: FOREVER_MS }, () => {
      process.kill(pid, 'SIGINT');
      // Two signals of one kind that arrive together are one.
      setTimeout(() => process.kill(pid, 'SIGINT'), 500);
    });
    const run = await arena.run('apply', {}, { started: (id) => (pid = id) });
    expect(run.exitCode).toBe(130);
    expect((await arena.run('apply')).exitCode).toBe(0);
  });

  test('SIGINT while it only looks', async () => {
    const { arena } = given;
    let pid = 0;
    at(arena, { operation: 'ListTagsForResource', ms: 300 }, () => process.kill(pid, 'SIGINT'));
    const run = await arena.run('destroy', {}, { started: (id) => (pid = id) });
    expect([run.exitCode, [...new Set(run.codes)], run.writes]).toEqual([1, ['CANCELLED'], []]);
    expect(run.outputs.command).toBe('destroy');
    expect(run.summary).toContain('cancelled');
  });

  test('the deadline', async () => {
    const { arena } = given;
    at(arena, { operation: 'CreateNamespace', ms: FOREVER_MS }, () => undefined);
    const run = await arena.run('apply', { 'timeout-minutes': '0.05' });
    expect([run.exitCode, [...new Set(run.codes)]]).toEqual([1, ['TIMED_OUT']]);
    expect(run.error).toContain('timeout-minutes');
    expect(run.outputs).toMatchObject({ command: 'apply', 'table-bucket-name': BUCKET });
    expect(run.summary).not.toBe('');
    arena.sandbox.setFaults([]);
    expect((await arena.run('apply')).exitCode).toBe(0);
  });
});

/** Runs a command and kills it at the moment when a call has come in. */
async function killedAt(
  command: string,
  operation: string,
  ms: number
): Promise<{ exitCode: number | null }> {
  let pid = 0;
  at(given.arena, { operation, ms }, () => process.kill(pid, 'SIGKILL'));
  const run = await given.arena.run(command, {}, { started: (id) => (pid = id) });
  given.arena.sandbox.setFaults([]);
  return run;
}
