import { describe, expect, test } from '@jest/globals';
import { converge, vanish } from '../../src/engine/converge.js';
import { ActionError } from '../../src/errors.js';
import type { Observation } from '../../src/resource.js';
import { fails } from '../support/account.js';
import { fakeContext } from '../support/context.js';
import { FakeResource } from '../support/resource.js';
import { thrownBy } from '../support/thrown.js';

const notOurs = new ActionError('OWNED_BY_ANOTHER');

/** What `observe` shows, look after look; the last stays. */
function lagging(...looks: readonly Observation<string>[]): () => Promise<Observation<string>> {
  let at = 0;
  return () => Promise.resolve(looks[Math.min(at++, looks.length - 1)] ?? {});
}

describe('a resource is brought to what is declared', () => {
  test('what is not there is created, and what is there then is given back', async () => {
    const resource = new FakeResource('a');
    expect(await converge(fakeContext(), resource, {})).toEqual({ state: 'declared' });
    expect(resource.log).toEqual(['create a']);
  });

  test('what differs is updated', async () => {
    const resource = new FakeResource('a', { there: 'old' });
    expect(await converge(fakeContext(), resource, { state: 'old' })).toEqual({ state: 'declared' });
    expect(resource.log).toEqual(['update a']);
  });

  test('an update is given exactly the difference', async () => {
    const given: unknown[] = [];
    const resource: FakeResource = new FakeResource('a', {
      there: 'old',
      update: (_context, state, changes) => {
        given.push(state, changes);
        resource.there = 'declared';
        return Promise.resolve();
      }
    });
    await converge(fakeContext(), resource, { state: 'old' });
    expect(given).toEqual(['old', [{ path: 'word', from: 'old', to: 'declared' }]]);
  });
});

describe('what is there already, although nothing was found', () => {
  test('as an answer was lost: is ours and as declared, so nothing more is written', async () => {
    const resource = new FakeResource('a', { there: 'declared' });
    expect(await converge(fakeContext(), resource, {})).toEqual({ state: 'declared' });
    expect(resource.log).toEqual(['create a']);
  });

  test('as another run was faster: is taken over and brought to what is declared', async () => {
    const resource = new FakeResource('a', { there: 'old' });
    expect(await converge(fakeContext(), resource, {})).toEqual({ state: 'declared' });
    expect(resource.log).toEqual(['create a', 'update a']);
  });

  test('and is not ours: is left alone', async () => {
    const resource = new FakeResource('a', {
      there: 'old',
      observe: lagging({ state: 'old', applyRefusal: notOurs })
    });
    expect(await thrownBy(() => converge(fakeContext(), resource, {}))).toBe(notOurs);
    expect(resource.log).toEqual(['create a']);
  });

  test('and is gone again when looked at: that is for the next round, soon', async () => {
    const context = fakeContext();
    const begun = context.clock.now();
    const resource = new FakeResource('a', { create: () => Promise.resolve(false) });
    const error = await thrownBy(() => converge(context, resource, {}));
    expect(error).toMatchObject({ code: 'CONFLICT', doing: 'make the Thing a' });
    expect(context.clock.now() - begun).toBeLessThan(5_000);
  });
});

describe('reads lag behind writes', () => {
  test('a new resource is waited for, not created again', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', {
      observe: lagging({}, {}, { state: 'old' }, { state: 'declared' })
    });
    expect(await converge(context, resource, {})).toEqual({ state: 'declared' });
    expect(resource.log).toEqual(['create a']);
    expect(context.clock.sleeps).toEqual([250, 500, 1_000]);
  });

  test("what is another's once it can be seen is refused", async () => {
    const observe = lagging({}, { state: 'old', applyRefusal: notOurs });
    const resource = new FakeResource('a', { observe });
    expect(await thrownBy(() => converge(fakeContext(), resource, {}))).toBe(notOurs);
  });
});

describe('what never becomes as declared', () => {
  test('is tried three times, waiting longer each time, and then told with what differs', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', { there: 'old', observe: lagging({ state: 'old' }) });
    const begun = context.clock.now();
    const error = await thrownBy(() => converge(context, resource, { state: 'old' }));
    expect(error).toMatchObject({
      code: 'NOT_CONVERGED',
      doing: 'bring the Thing a to what is declared',
      found: 'What is there still differs: word.'
    });
    expect(resource.log).toEqual(['update a', 'update a', 'update a']);
    const seconds = (context.clock.now() - begun) / 1_000;
    expect(seconds).toBeGreaterThanOrEqual(80);
    expect(seconds).toBeLessThan(90);
  });

  test('or is never seen is for the next round, soon', async () => {
    const context = fakeContext();
    const begun = context.clock.now();
    const resource = new FakeResource('a', { observe: lagging({}) });
    const error = await thrownBy(() => converge(context, resource, {}));
    expect(error.code).toBe('CONFLICT');
    expect(resource.log).toEqual(['create a']);
    expect(context.clock.now() - begun).toBeLessThan(5_000);
  });

  test('or vanishes when it is updated: the same', async () => {
    const resource = new FakeResource('a', { there: 'old', observe: lagging({}) });
    expect((await thrownBy(() => converge(fakeContext(), resource, { state: 'old' }))).code).toBe('CONFLICT');
  });

  test('before the deadline of the run is too late', async () => {
    const resource = new FakeResource('a', { there: 'old', observe: lagging({ state: 'old' }) });
    const error = await thrownBy(() => converge(fakeContext(30_000), resource, { state: 'old' }));
    expect(error).toMatchObject({ code: 'TIMED_OUT', doing: 'wait for the Thing a to be as declared' });
  });
});

test('what a write throws is thrown, and nothing is tried again', async () => {
  const resource = new FakeResource('a', { create: fails('QUOTA_EXCEEDED') });
  expect((await thrownBy(() => converge(fakeContext(), resource, {}))).code).toBe('QUOTA_EXCEEDED');
});

describe('a resource is removed', () => {
  test('and looked at until it is gone', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', { observe: lagging({ state: 'old' }, { state: 'old' }, {}) });
    await vanish(context, resource, 'old');
    expect(resource.log).toEqual(['remove a']);
    expect(context.clock.sleeps).toEqual([250, 500]);
  });

  test('and, when another run makes it again, once more', async () => {
    const resource: FakeResource = new FakeResource('a', {
      there: 'old',
      remove: () => {
        resource.log.push('remove a');
        resource.there = resource.log.length === 1 ? 'made again' : undefined;
        return Promise.resolve();
      }
    });
    await vanish(fakeContext(), resource, 'old');
    expect(resource.log).toEqual(['remove a', 'remove a']);
  });

  test('but not what somebody else has made there meanwhile', async () => {
    const observe = lagging({ state: 'theirs', removeRefusal: notOurs });
    const resource = new FakeResource('a', { observe });
    expect(await thrownBy(() => vanish(fakeContext(), resource, 'old'))).toBe(notOurs);
    expect(resource.log).toEqual(['remove a']);
  });

  test('gone already is success', async () => {
    const context = fakeContext();
    await vanish(context, new FakeResource('a'), 'old');
    expect(context.clock.sleeps).toEqual([]);
  });

  test('what stays is told as left behind', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', { observe: lagging({ state: 'old' }) });
    const begun = context.clock.now();
    const error = await thrownBy(() => vanish(context, resource, 'old'));
    expect(error).toMatchObject({
      code: 'LEFT_BEHIND',
      doing: 'remove the Thing a',
      cause: { code: 'TIMED_OUT' }
    });
    expect(context.clock.now() - begun).toBe(120_000);
  });

  test('when it cannot be looked at, that is told', async () => {
    const resource = new FakeResource('a', { observe: fails('PERMISSION_DENIED') });
    expect((await thrownBy(() => vanish(fakeContext(), resource, 'old'))).code).toBe('PERMISSION_DENIED');
  });

  test('a run that is stopped meanwhile ends with its reason', async () => {
    const context = fakeContext();
    const reason = new ActionError('CANCELLED');
    const observe = (): Promise<Observation<string>> => {
      context.stop(reason);
      return Promise.resolve({ state: 'old' });
    };
    expect(await thrownBy(() => vanish(context, new FakeResource('a', { observe }), 'old'))).toBe(reason);
  });
});
