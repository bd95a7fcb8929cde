import { describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODES } from './support/nodes.js';
import { at } from './support/stall.js';

const given = useArena();

describe.each(NODES)('the action under $title', ({ path: node }) => {
  test('plan, apply, apply again, destroy', async () => {
    const { arena } = given;
    const inputs = { 'analytics-integration': 'enable' };
    const runs = [];
    for (const command of ['plan', 'apply', 'apply', 'destroy']) {
      runs.push(await arena.run(command, inputs, { node }));
    }
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(runs.map(({ outputs }) => outputs['changes-count'])).toEqual(['8', '8', '0', '6']);
    expect(runs.map(({ outputs }) => outputs.destroyed)).toEqual(['false', 'false', 'false', 'true']);
    for (const { summary } of runs) expect(summary).not.toBe('');
    expect(arena.here.s3tables.buckets.size).toBe(0);
  });

  test('a failure', async () => {
    const run = await given.arena.run('apply', {}, { node });
    expect(run.exitCode).toBe(1);
    expect(run.codes).toEqual(['INTEGRATION_OFF']);
    expect(run.writes).toEqual([]);
  });

  test('a cancellation', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    let pid = 0;
    at(arena, { operation: 'CreateTable', ms: 300 }, () => process.kill(pid, 'SIGINT'));
    const run = await arena.run('apply', {}, { node, started: (id) => (pid = id) });
    expect(run.exitCode).toBe(1);
    expect(run.codes.at(-1)).toBe('CANCELLED');
    expect(run.outputs.command).toBe('apply');
    expect(run.summary).toContain('cancelled');
  });
});
