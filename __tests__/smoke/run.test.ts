import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError, type ErrorCode } from '../../src/errors.js';
import type { Bench } from '../../src/smoke/bench.js';
import { runSmokeTest, type SmokeOutcome } from '../../src/smoke/run.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { emptyTable, FakeCatalog } from '../iceberg/support.js';
import { benchOf, failing, type FakeLake, lakeWithOrders, NAMESPACE, OWN } from './support.js';

let lake: FakeLake;
let context: FakeContext;
beforeEach(() => {
  lake = lakeWithOrders();
  context = fakeContext();
});

const run = (more: Partial<Bench> = {}): Promise<SmokeOutcome> => runSmokeTest(benchOf(lake, more), context);
const statuses = ({ report }: SmokeOutcome): string[] =>
  report.steps.map(({ step, status }) => `${step} ${status}`);
const codes = ({ failures }: SmokeOutcome): ErrorCode[] => failures.map(({ code }) => code);
const tables = (): string[] => [...lake.tables.keys()];
/** What fails in a step, with all before it passed and all after it skipped, and the table gone. */
const failedAt = (outcome: SmokeOutcome, id: string): void => {
  const steps = statuses(outcome).slice(0, -1);
  const at = steps.indexOf(`${id} failed`);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(steps.slice(0, at).every((step) => step.endsWith('passed'))).toBe(true);
  expect(steps.slice(at + 1).every((step) => step.endsWith('skipped'))).toBe(true);
  expect(tables()).toEqual(['orders']);
};

test.each([0, 1, 20])('%d rows at a time', async (rowCount) => {
  const outcome = await run({ rowCount });
  expect(outcome.failures).toEqual([]);
  expect(outcome.report.steps.map(({ step, rows, files }) => [step, rows, files])).toEqual([
    ['catalog', undefined, undefined],
    ['create', undefined, undefined],
    ['append', rowCount, Math.min(rowCount, 1)],
    ['append-again', rowCount, Math.min(rowCount, 1)],
    ['time-travel', rowCount, undefined],
    ['add-column', rowCount, Math.min(rowCount, 1)],
    ['glue', undefined, undefined],
    ['clean-up', undefined, undefined]
  ]);
  expect(statuses(outcome).every((step) => step.endsWith('passed'))).toBe(true);
  expect(outcome.report).toMatchObject({ result: 'passed', scratchTable: OWN, kept: false });
  expect(tables()).toEqual(['orders']);
  expect(JSON.parse(JSON.stringify(outcome.report))).toEqual(outcome.report);
});

describe('a step that fails', () => {
  test.each<[string, string]>([
    ['config', 'catalog'],
    ['listNamespaces', 'catalog'],
    ['listTables', 'catalog'],
    ['loadTable', 'catalog'],
    ['createTable', 'create'],
    ['commit', 'append']
  ])('%s fails the step %s; the rest is skipped, and the scratch table is gone', async (call, id) => {
    lake.before.set(call, failing('PERMISSION_DENIED'));
    const outcome = await run();
    failedAt(outcome, id);
    expect(codes(outcome)[0]).toBe('PERMISSION_DENIED');
    expect(outcome.report.result).toBe('failed');
    const { title } = outcome.report.steps.find(({ step }) => step === id)!;
    expect(outcome.failures.at(-1)?.message).toContain(
      `Could not pass the smoke test, step "${title}": do it.`
    );
    expect(outcome.failures.at(-1)?.message).toContain('This step needs s3tables:');
  });

  test('through Glue needs what Glue asks for', async () => {
    lake.before.set('commit', failing('LAKE_FORMATION_DENIED'));
    const { failures } = await run({ via: 'glue' });
    expect(failures[0]?.todo).toMatch(
      /This step needs glue:GetTable, glue:UpdateTable, lakeformation:GetDataAccess, s3tables:UpdateTableMetadataLocation/
    );
  });

  test('other than by a denial says nothing of permissions', async () => {
    lake.before.set('commit', failing('ICEBERG_UNSUPPORTED'));
    const outcome = await run();
    failedAt(outcome, 'append');
    expect(outcome.failures[0]?.message).not.toContain('This step needs');
  });

  test('something nobody foresaw is told as that, and the table is gone all the same', async () => {
    lake.before.set('commit', () => Promise.reject(new TypeError('Oops')));
    const outcome = await run();
    failedAt(outcome, 'append');
    expect(codes(outcome)).toEqual(['INTERNAL']);
  });

  test('and a clean-up that fails are both told, the reason last', async () => {
    lake.before.set('commit', failing('ICEBERG_UNSUPPORTED'));
    lake.before.set('getTable', failing('UNREACHABLE'));
    const outcome = await run();
    expect(codes(outcome)).toEqual(['UNREACHABLE', 'ICEBERG_UNSUPPORTED']);
    expect(outcome.failures[0]?.todo).toContain(`The table ${NAMESPACE}.${OWN} may be left`);
  });

  test('before anything was made has nothing to clean up', async () => {
    lake.before.set('config', failing('UNREACHABLE'));
    const outcome = await run();
    expect(statuses(outcome).at(-1)).toBe('clean-up skipped');
    expect(lake.calls.filter((call) => /drop|delete/.test(call))).toEqual([]);
  });
});

describe('the environment', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'without its namespace',
      () => (lake.listNamespaces = () => Promise.resolve(['x'])),
      /find the namespace sales/
    ],
    ['without its table', () => lake.tables.clear(), /find the table sales.orders/],
    [
      'whose table has no metadata',
      () =>
        lake.before.set(
          'loadTable',
          failing('AWS_REFUSED', 1, {
            operation: 'Iceberg loadTable',
            name: 'BadRequestException',
            message: 'The specified metadata location is not valid.'
          })
        ),
      /no Iceberg metadata yet.*Run apply with a table-schema/
    ]
  ])('%s is said to be incomplete', async (_, change, message) => {
    change();
    const outcome = await run();
    expect(codes(outcome)).toEqual(['NO_ENVIRONMENT']);
    expect(outcome.failures[0]?.message).toMatch(message);
    expect(lake.calls.filter((call) => call.startsWith('create'))).toEqual([]);
  });
});

describe('the scratch table', () => {
  test('of which only an answer was lost is ours, and goes', async () => {
    lake.after.set('createTable', failing('UNREACHABLE'));
    const outcome = await run();
    expect([codes(outcome), tables()]).toEqual([[], ['orders']]);
  });

  test('of somebody else with our name is left alone', async () => {
    lake.put(OWN);
    const outcome = await run();
    expect(codes(outcome)).toEqual(['ICEBERG_CONFLICT']);
    expect(outcome.report.steps.at(-1)).toMatchObject({
      status: 'passed',
      note: 'there is no table of this run'
    });
    expect(tables()).toEqual(['orders', OWN]);
  });

  test('that an earlier run left is removed, and that is told', async () => {
    lake.put('smoke_7_1', {
      'iceberg-environment.smoke-test': 'dev/my-app',
      'iceberg-environment.smoke-test-until': '1000'
    });
    const { report } = await run();
    expect(report.steps[1]?.note).toBe('left by an earlier run, removed: smoke_7_1');
    expect(tables()).toEqual(['orders']);
  });

  test('that somebody deletes under way is missed', async () => {
    lake.after.set('commit', () => Promise.resolve(void lake.tables.delete(OWN)));
    const outcome = await run();
    expect(codes(outcome)).toEqual(['ICEBERG_NOT_FOUND']);
    expect(statuses(outcome).at(-1)).toBe('clean-up passed');
  });

  test('is kept where that was asked for, also after a failure, but never said to be where there is none', async () => {
    const kept = await run({ keep: true });
    expect([kept.report.kept, tables(), statuses(kept).at(-1)]).toEqual([
      true,
      ['orders', OWN],
      'glue passed'
    ]);
    lake = lakeWithOrders();
    lake.before.set('createTable', failing('PERMISSION_DENIED'));
    expect((await run({ keep: true })).report.kept).toBe(false);
  });
});

describe('a damaged file', () => {
  test.each(['.parquet', '.avro'])('%s is found, and named', async (kind) => {
    const bench = benchOf(lake);
    const { memory } = bench;
    const read = memory.read.bind(memory);
    memory.read = async (location) => {
      const bytes = Uint8Array.from(await read(location));
      if (location.endsWith(kind)) bytes[40]! ^= 1;
      return bytes;
    };
    const outcome = await runSmokeTest(bench, context);
    failedAt(outcome, 'append');
    expect(codes(outcome)).toEqual(['ICEBERG_CORRUPT']);
    expect(outcome.failures[0]?.message).toContain(kind);
  });
});

describe("the environment's own table is only loaded", () => {
  test('columns that this action does not read are no failure', async () => {
    lake.tables.set('orders', new FakeCatalog(emptyTable([{ id: 1, name: 'v', type: 'variant' }])));
    expect((await run()).failures).toEqual([]);
  });

  test('nor is a format that it does not read; that is told', async () => {
    let loads = 0;
    lake.before.set('loadTable', () =>
      ++loads > 1
        ? Promise.resolve()
        : Promise.reject(new ActionError('ICEBERG_UNSUPPORTED', { found: 'Version 4.' }))
    );
    const { failures, report } = await run();
    expect([failures, report.steps[0]?.note]).toEqual([
      [],
      'not understood by this action, but loaded: Version 4.'
    ]);
  });
});

describe('seen through Glue', () => {
  const glue = (hasTable: () => Promise<boolean>, on = true): Bench['glue'] => ({
    getCatalog: () => Promise.resolve(on ? { iamControlled: true } : undefined),
    hasTable
  });

  test('after a while: how long it took is told', async () => {
    let looks = 0;
    const { report } = await run({ glue: glue(() => Promise.resolve(++looks > 3)) });
    expect(report.steps[6]).toMatchObject({ status: 'passed', note: 'visible after 1750 ms' });
  });

  test('never: that is a failure, with what may be the reason', async () => {
    const outcome = await run({ glue: glue(() => Promise.resolve(false)) });
    failedAt(outcome, 'glue');
    expect(codes(outcome)).toEqual(['TIMED_OUT']);
    expect(outcome.failures[0]?.message).toMatch(/within 120 s.*upper-case.*DESCRIBE/s);
  });

  describe('a table with upper-case letters in its columns', () => {
    const LOCATION = 's3://w/orders/metadata/1.metadata.json';
    const place = { type: 'struct', fields: [{ id: 9, name: 'City', required: false, type: 'string' }] };
    const upper = (): Partial<Bench> => {
      const table = emptyTable([{ id: 1, name: 'place', type: place }]);
      lake.tables.set('orders', new FakeCatalog(table));
      lake.shown.set('orders', { metadataLocation: LOCATION });
      const readText = (): Promise<string> => Promise.resolve(JSON.stringify(table));
      return { files: { readText }, glue: glue(() => Promise.resolve(false)) };
    };

    test('is never shown: at once, with the names', async () => {
      const outcome = await run(upper());
      failedAt(outcome, 'glue');
      expect(codes(outcome)).toEqual(['HIDDEN_FROM_GLUE']);
      expect(outcome.failures[0]?.found).toMatch(
        /^The table is there\. Column place\.City: .*Glue and Athena/
      );
      expect(context.clock.sleeps).toEqual([]);
    });

    test('is not in the catalog of Glue, which is no reason to run apply', async () => {
      const more = upper();
      lake.listTables = () => Promise.resolve([]);
      const outcome = await run({ ...more, via: 'glue' });
      expect(codes(outcome)).toEqual(['HIDDEN_FROM_GLUE']);
      expect(outcome.failures[0]?.message).not.toContain('Run apply');
    });

    test('what cannot be read is no reason', async () => {
      const more = upper();
      lake.listTables = () => Promise.resolve([]);
      const files = { readText: () => Promise.reject(new Error('No.')) };
      expect(codes(await run({ ...more, files, via: 'glue' }))).toEqual(['NO_ENVIRONMENT']);
    });
  });

  test('not at all where the integration is off: that is told; only the catalog of Glue needs it', async () => {
    const off = glue(() => Promise.reject(new Error('Not asked.')), false);
    const { report, failures } = await run({ glue: off });
    expect([failures, report.steps[6]?.note]).toEqual([[], 'the analytics integration is off']);
    expect(codes(await run({ glue: off, via: 'glue' }))).toEqual(['INTEGRATION_OFF']);
  });
});

describe('stopped', () => {
  const stop = (): Promise<void> =>
    Promise.resolve(context.stop(new ActionError('CANCELLED', { found: 'Enough.' })));

  test.each(['config', 'createTable', 'commit'])(
    'after %s: the scratch table goes, and nothing else is begun',
    async (call) => {
      lake.after.set(call, stop);
      const outcome = await run();
      expect(codes(outcome)).toEqual(['CANCELLED']);
      expect(tables()).toEqual(['orders']);
      expect(lake.calls.filter((each) => each.startsWith('commit')).length).toBeLessThanOrEqual(1);
    }
  );

  test('when every step has passed it is a failure of the run, and not of the test', async () => {
    lake.after.set('dropTable', stop);
    const outcome = await run();
    expect([outcome.report.result, codes(outcome)]).toEqual(['passed', ['CANCELLED']]);
  });
});
