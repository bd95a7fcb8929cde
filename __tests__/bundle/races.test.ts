import { describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { at } from './support/stall.js';
import type { Run } from './support/step.js';
import { BUCKET, DATABASE, ROLE } from './support/values.js';

const given = useArena();
/** Longer than the other run takes. */
const HELD_MS = 4_000;

describe(`one run builds while another takes down, ${NODE.title}`, () => {
  test.each(['CreateNamespace', 'GrantPermissions'])(
    'a destroy while apply is at %s: apply ends last, and everything is there',
    async (operation) => {
      await enableIntegration(given.arena);
      const [apply, destroy] = await during('apply', operation, 'destroy');
      expect(there()).toEqual(EVERYTHING);
      expect([apply.exitCode, apply.codes, destroy.exitCode]).toEqual([0, [], 0]);
    }
  );

  test.each(['DeleteTable', 'RevokePermissions'])(
    'an apply while destroy is at %s: destroy ends last, and everything is gone',
    async (operation) => {
      await enableIntegration(given.arena);
      await given.arena.run('apply');
      const [destroy, apply] = await during('destroy', operation, 'apply');
      expect(there()).toEqual([]);
      expect([destroy.exitCode, destroy.codes, apply.exitCode]).toEqual([0, [], 0]);
    }
  );

  test('both begin at once: in the end it is whole or gone', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    await arena.run('apply');
    await Promise.all([arena.run('destroy'), arena.run('apply')]);
    expect([EVERYTHING, []]).toContainEqual(there());
  });
});

/** Runs one command, and another while the first waits for the answer to an operation. */
async function during(command: string, operation: string, other: string): Promise<[Run, Run]> {
  const { arena } = given;
  let second: Promise<Run> | undefined;
  at(arena, { operation, ms: HELD_MS }, () => {
    second ??= arena.run(other);
  });
  const first = await arena.run(command);
  if (second === undefined) throw new Error(`${command} never came to ${operation}.`);
  return [first, await second];
}

const EVERYTHING = ['bucket', 'policy', 'namespace', 'table', 'database', 'grant'];

/** What there is of the environment. */
function there(): string[] {
  const { s3tables, glue, lakeFormation } = given.arena.here;
  const bucket = s3tables.buckets.get(BUCKET);
  const namespaces = [...(bucket?.namespaces.values() ?? [])];
  const parts: readonly (readonly [string, unknown])[] = [
    ['bucket', bucket],
    ['policy', bucket?.policy],
    ['namespace', namespaces[0]],
    ['table', namespaces[0]?.tables.size],
    ['database', glue.databases.get(DATABASE)],
    ['grant', [...lakeFormation.grants.values()].some(({ principal }) => principal === ROLE)]
  ];
  return parts.filter(([, present]) => Boolean(present)).map(([name]) => name);
}
