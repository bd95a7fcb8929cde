import { describe, expect, test } from '@jest/globals';
import type { Observation } from '../../src/engine/resource.js';
import { carryThrough, type Carried } from '../../src/engine/rounds.js';
import { findObstacles, survey } from '../../src/engine/survey.js';
import { BUILDING, TAKING_DOWN } from '../../src/engine/ways.js';
import { ActionError } from '../../src/errors.js';
import { fails } from '../support/account.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { emptyLook } from '../support/look.js';
import { FakeResource } from '../support/resource.js';

async function carry(
  way: typeof BUILDING,
  resources: readonly FakeResource[],
  context: FakeContext = fakeContext()
): Promise<Carried> {
  const look = emptyLook(context);
  const findings = await survey(look, resources);
  return carryThrough(look, way, way.plan(findings), findings);
}

const statuses = ({ done }: Carried): Record<string, string> =>
  Object.fromEntries([...done].map(([id, { result }]) => [id, result.status]));

/** Does something once, the first time it is called. */
function once(work: () => void): () => void {
  let over = false;
  return () => {
    if (over) return;
    over = true;
    work();
  };
}

describe('a run that builds', () => {
  test('looks at everything once more, and is done when nothing was undone', async () => {
    const log: string[] = [];
    const resources = [new FakeResource('a', { log }), new FakeResource('b', { log, needs: ['a'] })];
    const carried = await carry(BUILDING, resources);
    expect(log).toEqual(['create a', 'create b']);
    expect(statuses(carried)).toEqual({ a: 'done', b: 'done' });
    expect(carried.stopped).toBeUndefined();
  });

  test('makes again what another run has removed meanwhile, and says so', async () => {
    const context = fakeContext();
    const log: string[] = [];
    const first: FakeResource = new FakeResource('a', { log });
    const second: FakeResource = new FakeResource('b', {
      log,
      needs: ['a'],
      create: () => {
        log.push('create b');
        second.there = 'declared';
        undo();
        return Promise.resolve(true);
      }
    });
    const undo = once(() => (first.there = undefined));
    const carried = await carry(BUILDING, [first, second], context);
    expect(log).toEqual(['create a', 'create b', 'create a']);
    expect(statuses(carried)).toEqual({ a: 'done', b: 'done' });
    expect(context.reporter.lines.join()).toMatch(/Looked again.*another run.*Thing a/);
  });

  test('makes again what it found there and needs, when another run has removed it meanwhile', async () => {
    const log: string[] = [];
    const record: FakeResource = new FakeResource('record', { log, there: 'declared' });
    const unneeded = new FakeResource('unneeded', { log, there: 'declared' });
    const made: FakeResource = new FakeResource('made', {
      needs: ['record'],
      create: () => {
        made.there = 'declared';
        record.there = undefined;
        return Promise.resolve(true);
      }
    });
    const carried = await carry(BUILDING, [record, unneeded, made]);
    expect(log).toEqual(['create record']);
    expect(statuses(carried)).toEqual({ record: 'done', unneeded: 'done', made: 'done' });
  });

  test.each(['CONFLICT', 'VANISHED'] as const)(
    'that fails with %s, as when another run removes what it needs, goes on from what is there',
    async (code) => {
      const first: FakeResource = new FakeResource('a', {});
      const results = [new ActionError(code)];
      const second: FakeResource = new FakeResource('b', {
        needs: ['a'],
        create: () => {
          const error = results.shift();
          first.there = error === undefined ? first.there : undefined;
          if (error !== undefined) return Promise.reject(error);
          second.there = 'declared';
          return Promise.resolve(true);
        }
      });
      const carried = await carry(BUILDING, [first, second]);
      expect(statuses(carried)).toEqual({ a: 'done', b: 'done' });
      expect([first.there, second.there]).toEqual(['declared', 'declared']);
    }
  );

  test('counts as done what another run did, although it failed here', async () => {
    const resource: FakeResource = new FakeResource('a', {
      create: () => {
        resource.there = 'declared';
        return Promise.reject(new ActionError('CONFLICT'));
      }
    });
    const carried = await carry(BUILDING, [resource]);
    expect(statuses(carried)).toEqual({ a: 'done' });
    expect(carried.done.get('a')?.result.error).toBeUndefined();
  });

  test('gives up after some rounds, and says what another run keeps undoing', async () => {
    const resource: FakeResource = new FakeResource('a', {
      create: () => Promise.reject(new ActionError('CONFLICT'))
    });
    const { stopped } = await carry(BUILDING, [resource]);
    expect(stopped).toMatchObject({ code: 'NOT_CONVERGED' });
    expect(stopped?.message).toContain('Thing a');
  });

  test('makes again at once what is removed before the first look at it, three times over', async () => {
    const context = fakeContext();
    const begun = context.clock.now();
    const log: string[] = [];
    let removals = 3;
    const first: FakeResource = new FakeResource('a', {
      log,
      create: () => {
        log.push('create a');
        first.there = removals-- > 0 ? undefined : 'declared';
        return Promise.resolve(true);
      }
    });
    const second = new FakeResource('b', { log, needs: ['a'] });
    const carried = await carry(BUILDING, [first, second], context);
    expect(statuses(carried)).toEqual({ a: 'done', b: 'done' });
    expect(log).toEqual(['create a', 'create b', 'create a', 'create a', 'create a']);
    expect(context.clock.now() - begun).toBeLessThan(30_000);
  });

  test('waits out looks that are late for a minute, though each time it is there already', async () => {
    const context = fakeContext();
    const visibleAt = context.clock.now() + 60_000;
    const resource: FakeResource = new FakeResource('a', {
      create: () => {
        const isNew = resource.there === undefined;
        resource.there = 'declared';
        return Promise.resolve(isNew);
      },
      observe: () => Promise.resolve(context.clock.now() < visibleAt ? {} : { state: resource.there })
    });
    const carried = await carry(BUILDING, [resource], context);
    expect([statuses(carried), carried.stopped]).toEqual([{ a: 'done' }, undefined]);
  });

  test('does not repeat what fails for a reason that stays', async () => {
    const log: string[] = [];
    const resource = new FakeResource('a', { log, create: fails('QUOTA_EXCEEDED') });
    expect(statuses(await carry(BUILDING, [resource]))).toEqual({ a: 'failed' });
  });

  test('leaves alone what is not ours any more', async () => {
    const notOurs = new ActionError('OWNED_BY_ANOTHER');
    const resource: FakeResource = new FakeResource('a', {
      create: () => Promise.reject(new ActionError('CONFLICT')),
      observe: () => Promise.resolve(looks.shift() ?? { state: 'theirs', applyRefusal: notOurs })
    });
    const looks = [{}];
    const { done } = await carry(BUILDING, [resource]);
    expect(done.get('a')?.result).toMatchObject({ status: 'failed', error: notOurs });
  });

  test('does not look again when there was nothing to do, or when it was stopped', async () => {
    let looks = 0;
    const context = fakeContext();
    const there: FakeResource = new FakeResource('a', {
      observe: () => {
        looks += 1;
        return Promise.resolve({ state: 'declared' });
      }
    });
    await carry(BUILDING, [there], context);
    expect(looks).toBe(1);
    const stopped: FakeResource = new FakeResource('b', {
      create: () => {
        context.stop(new ActionError('CANCELLED'));
        return Promise.reject(new ActionError('CONFLICT'));
      }
    });
    expect(statuses(await carry(BUILDING, [stopped], context))).toEqual({ b: 'failed' });
  });
});

describe('a run that takes down', () => {
  test('removes again what another run has made meanwhile', async () => {
    const log: string[] = [];
    const bucket: FakeResource = new FakeResource('bucket', { log, there: 'declared' });
    const table: FakeResource = new FakeResource('table', { log, there: 'declared', needs: ['bucket'] });
    const original = bucket.remove.bind(bucket);
    const remake = once(() => (table.there = 'declared'));
    bucket.remove = async (...args) => {
      remake();
      if (table.there !== undefined) throw new ActionError('NOT_EMPTY');
      return original(...args);
    };
    const carried = await carry(TAKING_DOWN, [bucket, table]);
    expect(log).toEqual(['remove table', 'remove table', 'remove bucket']);
    expect(statuses(carried)).toEqual({ bucket: 'done', table: 'done' });
  });
});

/** What `observe` shows, look after look; the last stays. */
function lagging(...looks: readonly Observation<string>[]): () => Promise<Observation<string>> {
  let at = 0;
  return () => Promise.resolve(looks[Math.min(at++, looks.length - 1)] ?? {});
}

const OLD: Observation<string> = { state: 'old' };
const notOurs = new ActionError('OWNED_BY_ANOTHER');

describe('reads lag behind writes', () => {
  test('a new resource is waited for, not created again, and what is there then is given back', async () => {
    const context = fakeContext();
    const observe = lagging({}, {}, {}, OLD, { state: 'declared' });
    const resource = new FakeResource('a', { observe });
    const { done } = await carry(BUILDING, [resource], context);
    expect(resource.log).toEqual(['create a']);
    expect(done.get('a')?.observation.state).toBe('declared');
    expect(context.clock.sleeps).toEqual([250, 500, 1_000]);
  });

  test('only what is not yet so is looked at again', async () => {
    let looks = 0;
    const quick: FakeResource = new FakeResource('a', {
      observe: () => {
        looks += 1;
        return Promise.resolve({ state: quick.there });
      }
    });
    await carry(BUILDING, [
      quick,
      new FakeResource('b', { observe: lagging({}, {}, {}, { state: 'declared' }) })
    ]);
    expect(looks).toBe(2);
  });

  test("what is another's once it can be seen is refused", async () => {
    const observe = lagging({}, {}, { state: 'old', applyRefusal: notOurs });
    const { done } = await carry(BUILDING, [new FakeResource('a', { observe })]);
    expect(done.get('a')?.result.error).toBe(notOurs);
  });

  test('what was removed is looked at until it is gone', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', { observe: lagging(OLD, OLD, OLD, {}) });
    const { done } = await carry(TAKING_DOWN, [resource], context);
    expect([resource.log, done.get('a')?.observation]).toEqual([['remove a'], {}]);
    expect(context.clock.sleeps).toEqual([250, 500]);
  });
});

describe('what never becomes as declared', () => {
  test('is tried three times, waiting longer each time, and then told with what differs', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', { observe: lagging(OLD) });
    const begun = context.clock.now();
    const { done } = await carry(BUILDING, [resource], context);
    expect(done.get('a')?.result.error).toMatchObject({
      code: 'NOT_CONVERGED',
      doing: 'bring the Thing a to what is declared',
      found: 'What is there still differs: word.'
    });
    expect(resource.log).toEqual(['update a', 'update a', 'update a']);
    const seconds = (context.clock.now() - begun) / 1_000;
    expect(seconds).toBeGreaterThanOrEqual(80);
    expect(seconds).toBeLessThan(95);
  });

  test('before the deadline of the run is too late', async () => {
    const { stopped } = await carry(
      BUILDING,
      [new FakeResource('a', { observe: lagging(OLD) })],
      fakeContext(30_000)
    );
    expect(stopped).toMatchObject({ code: 'TIMED_OUT', doing: 'wait for everything to be as declared' });
    expect(stopped?.found).toContain('Thing a differs: word');
  });
});

describe('what is never gone', () => {
  test('is removed again now and then, and told as left behind after two minutes', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', { observe: lagging(OLD) });
    const begun = context.clock.now();
    const { done } = await carry(TAKING_DOWN, [resource], context);
    expect(done.get('a')?.result.error).toMatchObject({ code: 'LEFT_BEHIND', doing: 'remove the Thing a' });
    expect(resource.log.length).toBeGreaterThan(1);
    expect(context.clock.now() - begun).toBeGreaterThanOrEqual(120_000);
    expect(context.clock.now() - begun).toBeLessThan(160_000);
  });

  test('since somebody else has made it meanwhile: is left to them', async () => {
    const observe = lagging(OLD, { state: 'theirs', removeRefusal: notOurs });
    const resource = new FakeResource('a', { observe });
    const { done } = await carry(TAKING_DOWN, [resource]);
    expect([resource.log, done.get('a')?.result.error]).toEqual([['remove a'], notOurs]);
  });

  test('is judged once more before it is removed once more', async () => {
    const resource = new FakeResource('a', { observe: lagging(OLD) });
    const asked = [undefined, notOurs];
    const own = Object.assign(resource, { obstacle: () => Promise.resolve(asked.shift()) });
    const look = emptyLook();
    const findings = await findObstacles(look, await survey(look, [own]), TAKING_DOWN.deedOf);
    const { done } = await carryThrough(look, TAKING_DOWN, TAKING_DOWN.plan(findings), findings);
    expect([resource.log, done.get('a')?.result.error]).toEqual([['remove a'], notOurs]);
  });
});

test('a look that is not allowed ends the run, with what was done', async () => {
  const looks = [() => Promise.resolve({}), fails('UNREACHABLE')];
  const resource = new FakeResource('a', { observe: () => (looks.shift() ?? fails('UNREACHABLE'))() });
  const { done, stopped } = await carry(BUILDING, [resource]);
  expect([done.get('a')?.result.status, stopped?.code]).toEqual(['done', 'UNREACHABLE']);
});
