import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { createScratch, removeLeftovers, scratchName } from '../../src/smoke/scratch.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { thrownBy } from '../support/thrown.js';
import { benchOf, failing, FakeLake, NAMESPACE, OWN } from './support.js';

const OWNER = 'iceberg-environment.smoke-test';
const UNTIL = 'iceberg-environment.smoke-test-until';
const MARK = 'iceberg-environment.smoke-test-mark';
const TABLE = { namespace: NAMESPACE, name: OWN };

let lake: FakeLake;
let context: FakeContext;
beforeEach(() => {
  lake = new FakeLake();
  context = fakeContext();
});

const space = () => benchOf(lake).space;
const remove = () => removeLeftovers(space(), [...lake.tables.keys()], OWN, context);

test.each([
  ['123-4', 'smoke_123_4'],
  ['123', 'smoke_123_1'],
  [undefined, 'smoke_5000_1'],
  ['', 'smoke_5000_1'],
  ['abc-1', 'smoke_5000_1'],
  ['1-x', 'smoke_5000_1']
])('the run %s has the scratch table %s', (run, name) => {
  expect(scratchName(run, 5000)).toBe(name);
});

describe('making it', () => {
  test('marks it as ours, of this run, and until when it is in use', async () => {
    await createScratch(space(), TABLE, false, context);
    const { [UNTIL]: until, ...marks } = lake.propertiesOf(OWN) ?? {};
    expect(marks).toEqual({ [OWNER]: 'dev/my-app', [MARK]: 'this-run' });
    expect(Number(until)).toBeGreaterThan(context.deadline);
  });

  test('one that is to be kept is in use for ever', async () => {
    await createScratch(space(), TABLE, true, context);
    expect(Object.keys(lake.propertiesOf(OWN) ?? {})).not.toContain(UNTIL);
  });

  test.each(['UNREACHABLE', 'AWS_FAILED', 'GARBLED_ANSWER', 'ICEBERG_CONFLICT'] as const)(
    'of which the answer came to %s is recognised',
    async (code) => {
      lake.after.set('createTable', failing(code));
      await createScratch(space(), TABLE, false, context);
      expect([...lake.tables.keys()]).toEqual([OWN]);
    }
  );

  test.each([{}, { [OWNER]: 'dev/my-app' }, { [OWNER]: 'dev/my-app', [MARK]: 'another-run' }])(
    'where there is one with %j is refused',
    async (properties) => {
      lake.put(OWN, properties);
      const error = await thrownBy(() => createScratch(space(), TABLE, false, context));
      expect(error.code).toBe('ICEBERG_CONFLICT');
      expect(error.message).toContain(`There is a table ${NAMESPACE}.${OWN}, and this run did not make it.`);
    }
  );

  test('that failed before anything was made fails so', async () => {
    lake.before.set('createTable', failing('AWS_FAILED'));
    expect((await thrownBy(() => createScratch(space(), TABLE, false, context))).code).toBe('AWS_FAILED');
    lake.before.set('createTable', failing('PERMISSION_DENIED'));
    expect((await thrownBy(() => createScratch(space(), TABLE, false, context))).code).toBe(
      'PERMISSION_DENIED'
    );
  });
});

describe('what earlier runs left behind', () => {
  const ours = { [OWNER]: 'dev/my-app', [MARK]: 'another-run' };
  const over = (): Record<string, string> => ({ ...ours, [UNTIL]: String(context.clock.now() - 1) });
  const going = (): Record<string, string> => ({ ...ours, [UNTIL]: String(context.clock.now() + 1) });

  test('is removed when it is ours and its time is over, or when it has our name', async () => {
    lake.put('smoke_1_1', over());
    lake.put(OWN, going());
    const leftovers = await remove();
    expect(leftovers).toEqual({ removed: ['smoke_1_1', OWN], stuck: [] });
    expect([...lake.tables.keys()]).toEqual([]);
  });

  test.each<[string, string, () => Record<string, string>]>([
    ['without our mark', 'smoke_1_1', () => ({})],
    ['of our own name without our mark', OWN, () => ({})],
    ['of another environment', 'smoke_1_1', () => ({ ...over(), [OWNER]: 'prod/my-app' })],
    ['of our own name and of another environment', OWN, () => ({ ...over(), [OWNER]: 'prod/my-app' })],
    ['of a run that may be going on', 'smoke_1_1', going],
    ['that is to be kept', 'smoke_1_1', () => ours],
    ['with a time that is none', 'smoke_1_1', () => ({ ...ours, [UNTIL]: 'soon' })],
    ['with our mark and another name', 'smoke_data', over],
    ['with our mark and a longer name', 'smoke_1_1_copy', over]
  ])('is not a table %s', async (_, name, properties) => {
    lake.put(name, properties());
    expect(await remove()).toEqual({ removed: [], stuck: [] });
    expect([...lake.tables.keys()]).toEqual([name]);
    expect(lake.calls.filter((call) => /drop|delete/.test(call))).toEqual([]);
  });

  test('cannot be seen in a table that cannot be loaded, and that is no failure', async () => {
    lake.put('smoke_1_1', over());
    lake.before.set('loadTable', failing('ICEBERG_UNSUPPORTED'));
    expect(await remove()).toEqual({ removed: [], stuck: [] });
  });

  test('and cannot be removed is told, and that is no failure', async () => {
    lake.put('smoke_1_1', over());
    lake.before.set('dropTable', failing('PERMISSION_DENIED'));
    lake.before.set('deleteTable', failing('PERMISSION_DENIED'));
    expect(await remove()).toEqual({ removed: [], stuck: ['smoke_1_1'] });
    expect(context.reporter.lines.join()).toContain('warning: Could not do it.');
  });

  test('is left alone when the run is stopped', async () => {
    lake.put('smoke_1_1', over());
    lake.after.set('loadTable', () => Promise.resolve(context.stop(new ActionError('CANCELLED'))));
    expect((await thrownBy(() => remove())).code).toBe('CANCELLED');
    expect([...lake.tables.keys()]).toEqual(['smoke_1_1']);
  });
});
