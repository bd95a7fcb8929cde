import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { appendRows } from '../../src/iceberg/append.js';
import { SCRATCH_OWNER } from '../../src/ownership.js';
import type { Bench } from '../../src/smoke/bench.js';
import { runSmokeTest, type SmokeOutcome } from '../../src/smoke/run.js';
import { MemoryFiles } from '../iceberg/support.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { thrownBy } from '../support/thrown.js';
import { benchOf, failing, type FakeLake, lakeWithOrders, OWN } from './support.js';

/** Files that say when a reading or a writing begins and ends: `read`, `wrote`. */
class WatchedFiles extends MemoryFiles {
  readonly reads: string[] = [];
  readonly events: string[] = [];

  override async read(location: string): Promise<Uint8Array> {
    this.reads.push(location);
    this.events.push('read');
    const bytes = await super.read(location);
    await tick();
    this.events.push('got');
    return bytes;
  }

  override async write(location: string, bytes: Uint8Array): Promise<void> {
    this.events.push('write');
    await tick();
    await super.write(location, bytes);
    this.events.push('wrote');
  }
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const THREE = ['write', 'write', 'write', 'wrote', 'wrote', 'wrote'];

let lake: FakeLake;
let context: FakeContext;
let memory: WatchedFiles;
beforeEach(() => {
  lake = lakeWithOrders();
  context = fakeContext();
  memory = new WatchedFiles();
});

const run = (more: Partial<Bench> = {}, guard?: () => Promise<void>): Promise<SmokeOutcome> =>
  runSmokeTest(benchOf(lake, { memory, ...more }), context, guard);
const statuses = ({ report }: SmokeOutcome): Record<string, string> =>
  Object.fromEntries(report.steps.map(({ step, status }) => [step, status]));
const times = (call: string): number => lake.calls.filter((each) => each === call).length;

describe('what is asked', () => {
  test('of the catalog: each thing once, and the scratch table anew for each step that reads it', async () => {
    expect((await run()).failures).toEqual([]);
    const once = ['config', 'listNamespaces', 'listTables', 'loadTable orders', `createTable ${OWN}`];
    expect(once.map(times)).toEqual([1, 1, 1, 1, 1]);
    expect([`loadTable ${OWN}`, `commit ${OWN}`].map(times)).toEqual([4, 4]);
    expect([`getTable ${OWN}`, `dropTable ${OWN}`].map(times)).toEqual([2, 1]);
    expect(lake.calls).toHaveLength(5 + 4 + 4 + 2 + 1);
  });

  test('of the files: what is planned by once, rows once for each step that compares them', async () => {
    expect((await run()).failures).toEqual([]);
    const counts = memory.written.map((path) => memory.reads.filter((each) => each === path).length);
    const kinds = memory.written.map((path) => (path.endsWith('.parquet') ? 'rows' : 'plan'));
    expect(kinds).toEqual(Array(3).fill(['rows', 'plan', 'plan']).flat());
    expect(counts).toEqual([4, 1, 1, 2, 1, 1, 1, 1, 1]);
    expect(memory.reads).toHaveLength(13);
  });

  test('all files of an append at once, and all of them before the commit', async () => {
    const seen: string[][] = [];
    lake.before.set('commit', () => Promise.resolve(void seen.push(memory.events.splice(0))));
    expect((await run()).failures).toEqual([]);
    const writes = seen.map((events) => events.filter((event) => event.startsWith('w')));
    // The commits of three appends, and before the last of them that of the column.
    expect(writes).toEqual([THREE, THREE, [], THREE]);
  });

  test('all files of a reading at once', async () => {
    const seen: string[][] = [];
    lake.before.set('commit', () => Promise.resolve(void seen.push(memory.events.splice(0))));
    expect((await run()).failures).toEqual([]);
    expect(seen[1]?.slice(0, 6)).toEqual(['read', 'read', 'read', 'got', 'got', 'got']);
    expect(seen[2]?.slice(0, 8)).toEqual(['read', 'read', 'read', 'read', 'got', 'got', 'got', 'got']);
  });
});

describe('what is read is what the catalog has, not what was written', () => {
  /** After the commit with this number something happens to the table. */
  const afterCommit = (nth: number, what: () => Promise<void>): void => {
    let commits = 0;
    lake.after.set('commit', () => (++commits === nth ? what() : Promise.resolve()));
  };
  const expectMismatch = async (step: string, found: RegExp): Promise<void> => {
    const outcome = await run();
    expect(outcome.failures.map(({ code }) => code)).toEqual(['SMOKE_TEST_MISMATCH']);
    expect(outcome.failures[0]?.found).toMatch(found);
    expect(statuses(outcome)[step]).toBe('failed');
    expect([...lake.tables.keys()]).toEqual(['orders']);
  };
  const backTo = (at: number): Promise<void> => {
    const { json } = lake.tables.get(OWN)!;
    const snapshots = json!.snapshots as Record<string, unknown>[];
    json!['current-snapshot-id'] = at < 0 ? -1 : snapshots[at]!['snapshot-id'];
    return Promise.resolve();
  };

  test.each([
    ['append', 1, -1],
    ['append-again', 2, 0],
    ['add-column', 4, 1]
  ])('%s: a table that is back at what it was before is missed rows', async (step, nth, at) => {
    afterCommit(nth, () => backTo(at));
    await expectMismatch(step, /was written and not read/);
  });

  test('rows that another has put in are found', async () => {
    afterCommit(2, async () => {
      const name = { namespace: 'sales', name: OWN };
      await appendRows({ catalog: lake.tables.get(OWN)!, files: memory, name }, [{ id: 7n }], context);
    });
    await expectMismatch('append-again', /The row with the id 7 was read and never written/);
  });

  test('a first snapshot that the table has no more is missed', async () => {
    afterCommit(2, () => {
      const { json } = lake.tables.get(OWN)!;
      (json!.snapshots as unknown[]).shift();
      return Promise.resolve();
    });
    const outcome = await run();
    expect(outcome.failures.map(({ code }) => code)).toEqual(['ICEBERG_NOT_FOUND']);
    expect(statuses(outcome)).toMatchObject({ 'append-again': 'passed', 'time-travel': 'failed' });
  });

  test('a file of rows that is gone after it was read once is missed', async () => {
    afterCommit(2, () => Promise.resolve(void memory.files.delete(memory.written[0]!)));
    const outcome = await run();
    expect(outcome.failures.map(({ code }) => code)).toEqual(['ICEBERG_NOT_FOUND']);
    expect(statuses(outcome)).toMatchObject({ append: 'passed', 'append-again': 'failed' });
  });

  test('a snapshot of another writer is followed, wherever it leads', async () => {
    afterCommit(2, async () => {
      const name = { namespace: 'sales', name: OWN };
      await appendRows({ catalog: lake.tables.get(OWN)!, files: memory, name }, [], context);
    });
    expect((await run()).failures).toEqual([]);
    const lists = memory.written.filter((path) => path.includes('/snap-'));
    expect(lists).toHaveLength(4);
    expect(lists.map((path) => memory.reads.includes(path))).toEqual([true, true, true, true]);
  });
});

describe('steps beside each other', () => {
  const failed = (outcome: SmokeOutcome): Record<string, string> =>
    Object.fromEntries(Object.entries(statuses(outcome)).filter(([, status]) => status !== 'passed'));
  const glue = (hasTable: () => Promise<boolean>): Bench['glue'] => ({
    getCatalog: () => Promise.resolve({ iamControlled: true }),
    hasTable
  });

  test('Glue that refuses at once keeps no other step from passing', async () => {
    const outcome = await run({ glue: glue(() => Promise.reject(new ActionError('PERMISSION_DENIED'))) });
    expect(failed(outcome)).toEqual({ glue: 'failed' });
  });

  test('Glue is waited for no longer when another step has failed', async () => {
    lake.before.set('commit', failing('PERMISSION_DENIED'));
    const outcome = await run({ glue: glue(() => tick().then(() => false)) });
    expect(failed(outcome)).toMatchObject({ append: 'failed', glue: 'skipped' });
    expect(context.clock.now() - Date.UTC(2026, 0, 1)).toBeLessThan(120_000);
  });

  test('a first snapshot that cannot be read ends what went on beside it', async () => {
    let loads = 0;
    lake.before.set('loadTable', () =>
      ++loads === 4 ? Promise.reject(new ActionError('PERMISSION_DENIED')) : tick()
    );
    const outcome = await run();
    expect(failed(outcome)).toEqual({ 'time-travel': 'failed', 'add-column': 'skipped', glue: 'skipped' });
    expect([...lake.tables.keys()]).toEqual(['orders']);
  });

  test('the log has them in their order', async () => {
    const { report } = await run();
    const told = context.reporter.lines.map((line) => /Smoke test: (.*): passed/.exec(line)?.[1]);
    expect(told).toEqual(report.steps.map(({ title }) => title));
  });
});

describe('the guard', () => {
  const refusing = (): Promise<void> => Promise.reject(new ActionError('OWNED_BY_ANOTHER'));

  test('that refuses is what is thrown, and nothing was made', async () => {
    expect((await thrownBy(() => run({}, refusing))).code).toBe('OWNED_BY_ANOTHER');
    lake.before.set('config', failing('UNREACHABLE'));
    expect((await thrownBy(() => run({}, refusing))).code).toBe('OWNED_BY_ANOTHER');
    expect(lake.calls.filter((call) => /create|commit|drop/.test(call))).toEqual([]);
  });

  test('is waited for before anything is made, be it a leftover that goes', async () => {
    lake.put('smoke_7_1', {
      [SCRATCH_OWNER]: 'dev/my-app',
      'iceberg-environment.smoke-test-until': '1000'
    });
    const guard = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) await tick();
      lake.calls.push('allowed');
    };
    expect((await run({}, guard)).failures).toEqual([]);
    const first = lake.calls.findIndex((call) => /create|drop/.test(call));
    expect(lake.calls.indexOf('allowed')).toBeLessThan(first);
    expect(lake.calls.slice(0, 4)).toEqual(['config', 'loadTable orders', 'listNamespaces', 'listTables']);
  });

  test('that is stopped with the run leaves the telling to the step', async () => {
    const stop = (): Promise<void> => {
      const reason = new ActionError('CANCELLED');
      context.stop(reason);
      return Promise.reject(reason);
    };
    const outcome = await run({}, stop);
    expect(outcome.failures.map(({ code }) => code)).toEqual(['CANCELLED']);
    expect(outcome.report.result).toBe('failed');
    expect(lake.calls.filter((call) => /create/.test(call))).toEqual([]);
  });
});
