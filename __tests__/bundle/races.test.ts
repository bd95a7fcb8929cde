import { beforeEach, describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { useArena } from './support/arena.js';
import { expireDatabase } from './support/expiry.js';
import { NODE } from './support/nodes.js';
import { at } from './support/stall.js';
import type { Run } from './support/step.js';
import { BUCKET, DATABASE, ROLE } from './support/values.js';

const given = useArena();
/** Longer than the other run takes. */
const HELD_MS = 4_000;

const SHARED = { isolation: 'namespace', 'table-bucket-name': 'lake' };

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

describe(`the same in a shared table bucket, ${NODE.title}`, () => {
  beforeEach(() => enableIntegration(given.arena));

  test.each(['CreateTableBucket', 'CreateNamespace', 'CreateTable', 'GrantPermissions'])(
    'a destroy while apply is at %s: apply ends last, and everything is there',
    async (operation) => {
      const [apply, destroy] = await during('apply', operation, 'destroy', SHARED);
      expect([thereInShared(), apply.codes, destroy.codes]).toEqual([IN_SHARED, [], []]);
    }
  );

  test.each(['DeleteTable', 'DeleteNamespace'])(
    'an apply while destroy is at %s: destroy ends last, and everything but the bucket is gone',
    async (operation) => {
      await given.arena.run('apply', SHARED);
      const [destroy, apply] = await during('destroy', operation, 'apply', SHARED);
      expect([thereInShared(), destroy.codes, apply.codes]).toEqual([[], [], []]);
      expect(given.arena.here.s3tables.buckets.has('lake')).toBe(true);
    }
  );

  test('an apply while the database itself is on its way out leaves nothing but a grant on its name', async () => {
    await given.arena.run('apply', SHARED);
    const [destroy, apply] = await during('destroy', 'DeleteDatabase', 'apply', SHARED);
    // Lake Formation lists no grants of a database that is not there.
    expect(thereInShared().filter((part) => part !== 'grant')).toEqual([]);
    expect([destroy.codes, apply.codes]).toEqual([[], []]);
  });

  test.each([{}, SHARED])(
    'two of each at once: in the end it is whole or gone, and nobody fails: %j',
    async (inputs) => {
      const { arena } = given;
      const commands = ['apply', 'destroy', 'apply', 'destroy'];
      const runs = await Promise.all(commands.map((command) => arena.run(command, inputs)));
      expect(runs.map(({ exitCode, error }) => [exitCode, error])).toEqual(runs.map(() => [0, '']));
      expect(inputs === SHARED ? [IN_SHARED, []] : [EVERYTHING, []]).toContainEqual(
        inputs === SHARED ? thereInShared() : there()
      );
    }
  );

  test('two applies at once make one of each, and the first bucket is everybody’s', async () => {
    const { arena } = given;
    const runs = await Promise.all(
      ['qa-7', 'qa-7', 'qa-8'].map((env) => arena.run('apply', { env, ...SHARED }))
    );
    expect(runs.map(({ exitCode, codes }) => [exitCode, codes])).toEqual(runs.map(() => [0, []]));
    const { s3tables, glue } = arena.here;
    expect([...(s3tables.buckets.get('lake')?.namespaces.keys() ?? [])].sort()).toEqual([
      'qa_7_river_gauges',
      'qa_8_river_gauges'
    ]);
    expect([...glue.databases.keys()].sort()).toEqual(['qa_7_river_gauges_db', 'qa_8_river_gauges_db']);
  });

  test.each(['CreateNamespace', 'CreateTable', 'GrantPermissions'])(
    'an apply killed at %s is found by a sweep, and nothing of it is left',
    async (operation) => {
      const { arena } = given;
      let pid = 0;
      at(arena, { operation }, () => void process.kill(pid, 'SIGKILL'));
      const killed = await arena.run('apply', { ttl: '1h', ...SHARED }, { started: (id) => (pid = id) });
      expect(killed.exitCode).toBeNull();
      await expireDatabase(arena, DATABASE);
      const swept = await arena.run('sweep', { env: '', application: '' });
      expect([swept.codes, thereInShared()]).toEqual([[], []]);
    }
  );
});

/** Runs one command, and another while the first waits for the answer to an operation. */
async function during(
  command: string,
  operation: string,
  other: string,
  inputs: Readonly<Record<string, string>> = {}
): Promise<[Run, Run]> {
  const { arena } = given;
  let second: Promise<Run> | undefined;
  at(arena, { operation, ms: HELD_MS }, () => {
    second ??= arena.run(other, inputs);
  });
  const first = await arena.run(command, inputs);
  if (second === undefined) throw new Error(`${command} never came to ${operation}.`);
  return [first, await second];
}

const IN_SHARED = ['namespace', 'table', 'database', 'grant'];
const EVERYTHING = ['bucket', 'policy', ...IN_SHARED];

/** What there is of the environment in a table bucket. */
function there(name = BUCKET): string[] {
  const { s3tables, glue, lakeFormation } = given.arena.here;
  const bucket = s3tables.buckets.get(name);
  const namespaces = [...(bucket?.namespaces.values() ?? [])];
  const parts: readonly (readonly [string, unknown])[] = [
    ['bucket', bucket],
    ['policy', bucket?.policy],
    ['namespace', namespaces[0]],
    ['table', namespaces[0]?.tables.size],
    ['database', glue.databases.get(DATABASE)],
    ['grant', [...lakeFormation.grants.values()].some(({ principal }) => principal === ROLE)]
  ];
  return parts.filter(([, present]) => Boolean(present)).map(([part]) => part);
}

/** The same in a shared one, whose bucket is not its own. */
const thereInShared = (): string[] => there('lake').filter((part) => IN_SHARED.includes(part));
