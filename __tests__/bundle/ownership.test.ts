import { beforeEach, describe, expect, test } from '@jest/globals';
import { place, settleAccount, type Obstacle } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { BUCKET, DATABASE, MARKS, NAMESPACE, TABLE } from './support/values.js';

const given = useArena();
const OBSTACLES: readonly Obstacle[] = ['bucket', 'table', 'database'];

describe(`ownership, ${NODE.title}`, () => {
  beforeEach(() => settleAccount(given.arena));

  test.each(OBSTACLES)('a %s without tags is left alone, and taken over with adopt', async (what) => {
    const { arena } = given;
    await place(arena, what, 'nobody');
    const before = arena.state;
    for (const command of ['apply', 'destroy']) {
      const refused = await arena.run(command);
      expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['NOT_OURS'], []]);
      expect(refused.error).toContain(nameOf(what));
    }
    expect(arena.state).toEqual(before);
    const identity = identityOf(what);
    const adopted = await arena.run('apply', { adopt: 'true' });
    expect(adopted.exitCode).toBe(0);
    expect(identityOf(what)).toEqual(identity);
    expect(tagsOf(what)).toMatchObject(MARKS);
    const again = await arena.run('apply');
    expect([again.exitCode, again.writes]).toEqual([0, []]);
  });

  test.each(OBSTACLES)("another environment's %s is left alone, even with adopt", async (what) => {
    const { arena } = given;
    await place(arena, what, 'another');
    const before = arena.state;
    for (const command of ['apply', 'destroy']) {
      const run = await arena.run(command, { adopt: 'true', 'force-destroy': 'true' });
      expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['OWNED_BY_ANOTHER'], []]);
      expect(run.error).toContain('"prod"');
    }
    expect(arena.state).toEqual(before);
  });

  test('plan says what is not ours, and does not fail', async () => {
    const { arena } = given;
    await place(arena, 'bucket', 'nobody');
    const run = await arena.run('plan');
    expect([run.exitCode, run.codes, run.writes]).toEqual([0, [], []]);
    expect(run.log).toContain('NOT_OURS');
    expect(run.plan?.counts.blocked).toBe(5);
    expect(run.summary).toContain('NOT&#95;OURS');
  });

  test('another repository’s environment of the same name is another', async () => {
    const { arena } = given;
    await arena.run('apply');
    const run = await arena.run('apply', {}, { env: { GITHUB_REPOSITORY: 'someone/else' } });
    expect(run.exitCode).toBe(1);
    expect(new Set(run.codes)).toEqual(new Set(['OWNED_BY_ANOTHER']));
    expect(run.error).toContain('hydro-ops/gauges');
    expect(run.writes).toEqual([]);
  });
});

function nameOf(what: Obstacle): string {
  return { bucket: BUCKET, table: `${NAMESPACE}.${TABLE}`, database: DATABASE }[what];
}

function found(what: Obstacle): { readonly tags: Map<string, string> } {
  const { s3tables, glue } = given.arena.here;
  const bucket = s3tables.buckets.get(BUCKET);
  const table = bucket?.namespaces.get(NAMESPACE)?.tables.get(TABLE);
  const it = { bucket, table, database: glue.databases.get(DATABASE) }[what];
  if (it === undefined) throw new Error(`There is no ${what}.`);
  return it;
}

/** What would change if it were made anew. */
function identityOf(what: Obstacle): unknown {
  const { id, arn, createdAt } = found(what) as { id?: string; arn?: string; createdAt?: Date };
  return { id, arn, createdAt };
}

function tagsOf(what: Obstacle): unknown {
  return Object.fromEntries(found(what).tags);
}
