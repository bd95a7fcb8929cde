import { beforeEach, describe, expect, test } from '@jest/globals';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { BUCKET } from './support/values.js';

const given = useArena();

beforeEach(async () => {
  await settleAccount(given.arena);
  await given.arena.run('apply');
  await given.arena.run('destroy');
});

describe(`a table bucket name in transition, ${NODE.title}`, () => {
  test('is waited for with a clock to see, and then everything is made', async () => {
    given.arena.here.s3tables.transitionMs = 18_000;
    const run = await given.arena.run('apply');
    expect([run.codes, run.exitCode]).toEqual([[], 0]);
    expect(run.log).toContain(`Waiting to create the table bucket ${BUCKET}: S3 Tables is still removing`);
    expect(run.log).toMatch(/Still waiting to create .*: 0:\d\d waited, at most 14:\d\d left\./);
    expect(run.log).toMatch(/It took 0:\d\d until it was possible to create the table bucket/);
  });

  test('that does not end before the deadline is explained at last', async () => {
    given.arena.here.s3tables.transitionMs = Infinity;
    const run = await given.arena.run('apply', { 'timeout-minutes': '0.15' });
    expect([run.exitCode, run.codes.at(-1)]).toEqual([1, 'NAME_IN_TRANSITION']);
    expect(run.error).toContain('raise timeout-minutes');
  });
});
