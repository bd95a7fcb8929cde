import { beforeEach, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { dropScratch, lookAtScratch } from '../../src/smoke/drop.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { thrownBy } from '../support/thrown.js';
import { benchOf, failing, FakeLake, NAMESPACE, OWN } from './support.js';

const TABLE = { namespace: NAMESPACE, name: OWN };
let lake: FakeLake;
let context: FakeContext;
beforeEach(() => {
  lake = new FakeLake();
  lake.put(OWN);
  context = fakeContext();
});

async function drop(): Promise<ActionError | undefined> {
  const { space } = benchOf(lake);
  const seen = await lookAtScratch(space, TABLE, context);
  lake.calls.length = 0;
  return dropScratch(space, { table: TABLE, seen }, context);
}

test('by the catalog, and seen to be gone', async () => {
  expect(await drop()).toBeUndefined();
  expect(lake.calls).toEqual([`dropTable ${OWN}`, `getTable ${OWN}`]);
});

test.each(['ICEBERG_CONFLICT', 'AWS_FAILED', 'THROTTLED'] as const)('%s is tried again', async (code) => {
  lake.before.set('dropTable', failing(code, 2));
  expect(await drop()).toBeUndefined();
  expect([lake.tables.size, context.clock.sleeps]).toEqual([0, [100, 200]]);
});

test('an answer that was lost is no failure where the table is gone', async () => {
  lake.after.set('dropTable', failing('UNREACHABLE'));
  expect(await drop()).toBeUndefined();
});

test.each(['AWS_REFUSED', 'PERMISSION_DENIED'] as const)(
  '%s: S3 Tables itself deletes it, and why is told',
  async (code) => {
    lake.before.set('dropTable', failing(code));
    expect((await drop())?.code).toBe(code);
    expect([lake.tables.size, lake.calls.at(-2)]).toEqual([0, `deleteTable ${OWN}`]);
  }
);

test('a catalog that only takes it off its list: S3 Tables itself deletes it', async () => {
  lake.dropTable = () => Promise.resolve();
  expect(await drop()).toBeUndefined();
  expect([lake.tables.size, lake.calls.at(-2)]).toEqual([0, `deleteTable ${OWN}`]);
});

test('written to while S3 Tables deletes it: it is looked at again, and deleted as it is then', async () => {
  lake.before.set('dropTable', failing('AWS_REFUSED'));
  let tries = 0;
  lake.before.set('deleteTable', () => {
    tries += 1;
    if (tries === 1) lake.shown.set(OWN, { versionToken: '2' });
    return Promise.resolve();
  });
  expect((await drop())?.code).toBe('AWS_REFUSED');
  expect(lake.calls.slice(2)).toEqual([
    `deleteTable ${OWN}`,
    `getTable ${OWN}`,
    `deleteTable ${OWN}`,
    `getTable ${OWN}`
  ]);
});

test.each([undefined, 'AWS_REFUSED' as const])(
  'another table that has come under its name is left alone (%s)',
  async (code) => {
    lake.dropTable = () => {
      lake.shown.set(OWN, { arn: 'another' });
      return code === undefined ? Promise.resolve() : Promise.reject(new ActionError(code));
    };
    expect(await drop()).toBeUndefined();
    expect([lake.tables.size, lake.calls]).toEqual([1, [`getTable ${OWN}`]]);
  }
);

test('what was never seen is not deleted by S3 Tables, which would have to be told which it is', async () => {
  const { space } = benchOf(lake);
  lake.before.set('dropTable', failing('AWS_REFUSED'));
  const error = await thrownBy(() => dropScratch(space, { table: TABLE, seen: undefined }, context));
  expect([error.code, lake.tables.size]).toEqual(['AWS_REFUSED', 1]);
});

test('neither may delete it: why S3 Tables does not', async () => {
  lake.before.set('dropTable', failing('AWS_REFUSED'));
  lake.before.set('deleteTable', failing('PERMISSION_DENIED'));
  expect((await thrownBy(drop)).code).toBe('PERMISSION_DENIED');
});

test('it stays, whatever anybody says', async () => {
  lake.dropTable = () => Promise.resolve();
  lake.deleteTable = () => Promise.resolve();
  const error = await thrownBy(drop);
  expect([error.code, error.doing]).toEqual([
    'LEFT_BEHIND',
    `wait for the table ${NAMESPACE}.${OWN} to be gone`
  ]);
});

test('who may not ask S3 Tables believes the catalog; not being reachable is an error', async () => {
  lake.before.set('getTable', failing('PERMISSION_DENIED'));
  expect(await drop()).toBeUndefined();
  expect(lake.calls.at(-1)).toBe(`tableExists ${OWN}`);
  lake.before.set('getTable', failing('UNREACHABLE'));
  expect((await thrownBy(drop)).code).toBe('UNREACHABLE');
});

test('stopped, it begins nothing new', async () => {
  lake.before.set('dropTable', () => {
    context.stop(new ActionError('CANCELLED'));
    return Promise.reject(new ActionError('CANCELLED'));
  });
  expect((await thrownBy(drop)).code).toBe('CANCELLED');
  expect(lake.calls).toEqual([`dropTable ${OWN}`]);
});
