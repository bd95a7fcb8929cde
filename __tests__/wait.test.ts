import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../src/errors.js';
import { waitUntil, type Wait } from '../src/wait.js';
import { fakeContext } from './support/context.js';
import { thrownBy } from './support/thrown.js';

type Look = Awaited<ReturnType<Wait<string>['probe']>>;

/** Looks that are shown one after the other; the last one stays. */
function looks(
  ...shown: readonly string[]
): Pick<Wait<string>, 'what' | 'probe' | 'capMs'> & { count: number } {
  const wait = {
    what: 'the thing',
    capMs: 60_000,
    count: 0,
    probe: (): Promise<Look> => {
      const seen = shown[Math.min(wait.count, shown.length - 1)] ?? '';
      wait.count += 1;
      return Promise.resolve(seen === 'done' ? { done: true, value: 'value' } : { done: false, seen });
    }
  };
  return wait;
}

test('what is there at once is not waited for', async () => {
  const context = fakeContext();
  await expect(waitUntil(context, looks('done'))).resolves.toBe('value');
  expect(context.clock.sleeps).toEqual([]);
});

test('the pauses double, from the first to the longest', async () => {
  const context = fakeContext();
  const wait = { ...looks('a', 'b', 'c', 'd', 'e', 'done'), firstMs: 100, maxMs: 500 };
  await waitUntil(context, wait);
  expect(context.clock.sleeps).toEqual([100, 200, 400, 500, 500]);
});

describe('waiting ends', () => {
  test('at the cap, after a last look, with what was seen last', async () => {
    const context = fakeContext();
    const wait = { ...looks('nothing', 'half of it'), capMs: 1_000, firstMs: 400 };
    const error = await thrownBy(() => waitUntil(context, wait));
    expect(error).toMatchObject({ code: 'TIMED_OUT', doing: 'wait for the thing' });
    expect(error.found).toBe('It did not happen within 1 s. Last seen: half of it.');
    expect(context.clock.sleeps).toEqual([400, 600]);
  });

  test('at the deadline of the run, when that is earlier, and says so', async () => {
    const context = fakeContext(700);
    const error = await thrownBy(() => waitUntil(context, { ...looks('nothing'), firstMs: 400 }));
    expect(error.code).toBe('TIMED_OUT');
    expect(error.found).toBe('It did not happen before the deadline of the run. Last seen: nothing.');
    expect(context.clock.sleeps).toEqual([400, 300]);
  });

  test('when the run is stopped: with its reason, and without another look', async () => {
    const context = fakeContext();
    const reason = new ActionError('CANCELLED');
    const wait = looks('nothing');
    const probe = (): Promise<Look> => {
      context.stop(reason);
      return wait.probe();
    };
    expect(await thrownBy(() => waitUntil(context, { ...wait, probe }))).toBe(reason);
    expect(wait.count).toBe(1);
  });

  test('before the first look, when the run was stopped already', async () => {
    const context = fakeContext();
    const wait = looks('done');
    context.stop(new ActionError('TIMED_OUT'));
    expect((await thrownBy(() => waitUntil(context, wait))).code).toBe('TIMED_OUT');
    expect(wait.count).toBe(0);
  });

  test('with what the look throws', async () => {
    const reason = new ActionError('PERMISSION_DENIED');
    const wait = { ...looks(), probe: () => Promise.reject(reason) };
    expect(await thrownBy(() => waitUntil(fakeContext(), wait))).toBe(reason);
  });
});
