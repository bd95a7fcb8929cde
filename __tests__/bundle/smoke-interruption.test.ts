import { beforeEach, describe, expect, test } from '@jest/globals';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ALL_PASSED, reportOf, SCRATCH, settleEnvironment, statuses, tablesOf } from './support/smoke.js';
import { at, FOREVER_MS, type Moment } from './support/stall.js';
import type { Run } from './support/step.js';
import { TABLE } from './support/values.js';

const given = useArena();
beforeEach(() => settleEnvironment(given.arena));

const MOMENTS: readonly Moment[] = [
  { operation: 'IcebergGetConfig' },
  { operation: 'IcebergCreateTable' },
  { operation: 'PutObject' },
  { operation: 'IcebergCommitTable' },
  { operation: 'GetObject' },
  { operation: 'IcebergCommitTable', nth: 3 },
  { operation: 'GetTable', service: 'glue' },
  { operation: 'IcebergDropTable' }
];

/** Runs the smoke test and sends it a signal when a call has come in, which takes effect `ms` later. */
async function signalled(signal: string, moment: Moment, env = {}): Promise<Run> {
  const { arena } = given;
  let pid = 0;
  at(arena, moment, () => process.kill(pid, signal));
  const run = await arena.run('smoke-test', {}, { env, started: (id) => (pid = id) });
  arena.sandbox.setFaults([]);
  return run;
}

describe.each(['SIGINT', 'SIGTERM'])(`%s, ${NODE.title}`, (signal) => {
  test.each(MOMENTS)('at $operation: the scratch table is dropped', async (moment) => {
    const run = await signalled(signal, { ...moment, ms: 300 });
    expect(tablesOf(given.arena)).toEqual([TABLE]);
    expect([run.exitCode, [...new Set(run.codes)]]).toEqual([1, ['CANCELLED']]);
    // That every step had passed by then is no failure of the test.
    const passed = moment.operation === 'IcebergDropTable';
    expect(run.outputs['smoke-test-result']).toBe(passed ? 'passed' : 'failed');
    expect(Object.values(statuses(run)).filter((status) => status === 'failed')).toHaveLength(passed ? 0 : 1);
  });
});

describe(`a call that never ends, ${NODE.title}`, () => {
  const STALLED = MOMENTS.filter(({ operation }) => operation !== 'IcebergDropTable');

  test.each(STALLED)('SIGINT at $operation: it is cut, and there is time to drop', async (moment) => {
    const run = await signalled('SIGINT', { ...moment, ms: FOREVER_MS });
    expect([run.exitCode, [...new Set(run.codes)]]).toEqual([1, ['CANCELLED']]);
    expect(tablesOf(given.arena)).toEqual([TABLE]);
  });

  test('the deadline: it is cut, and there is time to drop', async () => {
    const { arena } = given;
    at(arena, { operation: 'IcebergCommitTable', ms: FOREVER_MS }, () => undefined);
    const run = await arena.run('smoke-test', { 'timeout-minutes': '0.05' });
    expect([run.exitCode, [...new Set(run.codes)]]).toEqual([1, ['TIMED_OUT']]);
    expect(run.error).toContain('timeout-minutes');
    expect(statuses(run)).toMatchObject({ append: 'failed', 'clean-up': 'passed' });
    expect(tablesOf(arena)).toEqual([TABLE]);
  });

  test('the drop itself: what may be left is named', async () => {
    const run = await signalled('SIGINT', { operation: 'IcebergDropTable', ms: FOREVER_MS });
    expect([run.exitCode, run.codes]).toEqual([1, ['CANCELLED']]);
    expect(run.error).toContain(`${SCRATCH} may be left`);
  });
});

describe(`SIGKILL, ${NODE.title}`, () => {
  test.each([{ operation: 'IcebergCommitTable' }, { operation: 'IcebergDropTable', ms: FOREVER_MS }])(
    'at $operation: the same run finds and removes what is left',
    async (moment) => {
      const { arena } = given;
      expect((await signalled('SIGKILL', moment)).exitCode).toBeNull();
      expect(tablesOf(arena)).toContain(SCRATCH);
      const next = await arena.run('smoke-test');
      expect([next.exitCode, statuses(next), tablesOf(arena)]).toEqual([0, ALL_PASSED, [TABLE]]);
      expect(reportOf(next).steps[1]?.note).toBe(`left by an earlier run, removed: ${SCRATCH}`);
    }
  );

  test('another run leaves it alone while its maker may still be going', async () => {
    const { arena } = given;
    await signalled('SIGKILL', { operation: 'IcebergCommitTable' });
    const other = await arena.run('smoke-test', {}, { env: { GITHUB_RUN_ID: '88001' } });
    expect([other.exitCode, statuses(other)]).toEqual([0, ALL_PASSED]);
    expect(tablesOf(arena)).toContain(SCRATCH);
  });
});
