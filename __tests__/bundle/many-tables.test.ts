import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CallRecord } from '../../sandbox/control/calls.js';
import { createTable, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { BUCKET_ARN, NAMESPACE } from './support/values.js';

const given = useArena(undefined, { quotas: 'none' });
const LIMIT = 16;
const TABLES = 300;

beforeEach(async () => {
  const { arena } = given;
  await settleAccount(arena);
  await arena.run('apply');
  const place = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE };
  for (let at = 0; at < TABLES; at += 1) await createTable(arena.aws.s3tables, { ...place, name: `t_${at}` });
});

/** The most calls that were under way at the same time. */
function mostAtOnce(calls: readonly CallRecord[]): number {
  return Math.max(
    ...calls.map(({ start }) => calls.filter((call) => call.start <= start && start < call.end).length)
  );
}

describe(`a destroy of ${TABLES} tables, ${NODE.title}`, () => {
  test.each([
    ['as AWS is', []],
    [
      'where AWS throttles now and then',
      [
        {
          service: 's3tables',
          nth: 50,
          times: 10,
          kind: 'error' as const,
          status: 429,
          code: 'TooManyRequestsException'
        },
        {
          service: 's3tables',
          nth: 400,
          kind: 'error' as const,
          status: 429,
          code: 'TooManyRequestsException'
        }
      ]
    ]
  ])('is side by side, and never more than the limit: %s', async (_title, faults) => {
    const { arena } = given;
    // So that calls take long enough to be seen side by side.
    arena.sandbox.setFaults([...faults, { service: 's3tables', kind: 'delay', ms: 10 }]);
    const before = arena.sandbox.calls().length;
    const run = await arena.run('destroy', { 'force-destroy': 'true' });
    expect([run.exitCode, run.outputs.destroyed]).toEqual([0, 'true']);
    expect(arena.here.s3tables.buckets.size).toBe(0);
    const calls = arena.sandbox
      .calls()
      .slice(before)
      .filter(({ service }) => service === 's3tables');
    const most = mostAtOnce(calls);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(LIMIT);
    expect(run.log).not.toContain('MaxListenersExceededWarning');
  });
});
