import { beforeEach, describe, expect, test } from '@jest/globals';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';

const given = useArena();

beforeEach(() => settleAccount(given.arena));

describe(`no more table buckets, ${NODE.title}`, () => {
  test('says who holds those there are and until when, and which input helps', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'demo', ttl: '2h' });
    await arena.run('apply', { env: 'prod' });
    for (let at = 1; at <= 8; at += 1) await arena.aws.s3tables.createTableBucket({ name: `finance-${at}` });
    const run = await arena.run('apply');
    expect([run.exitCode, run.codes]).toEqual([1, ['QUOTA_EXCEEDED']]);
    const { tags } = arena.here.s3tables.buckets.get('demo-river-gauges') ?? {};
    const expiry = tags?.get('iceberg-environment:expires-at');
    expect(run.error).toContain('These hold the 10 there are:\n');
    expect(run.error).toMatch(
      new RegExp(`- demo-river-gauges: env "demo" of application "river-gauges".*expires at ${expiry}`)
    );
    expect(run.error).toContain('- finance-8: not of this action');
    expect(run.error).toMatch(/- prod-river-gauges: .*without an expiry/);
    expect(run.error).toContain('isolation: namespace');
    expect(run.error).toContain('sweep');
  });
});
