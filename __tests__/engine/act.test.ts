import { describe, expect, test } from '@jest/globals';
import { act, type Done } from '../../src/engine/act.js';
import { survey } from '../../src/engine/survey.js';
import { BUILDING, TAKING_DOWN, type Way } from '../../src/engine/ways.js';
import type { Observation } from '../../src/engine/resource.js';
import { ActionError } from '../../src/errors.js';
import { fails } from '../support/account.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { emptyLook } from '../support/look.js';
import { FakeResource } from '../support/resource.js';

async function carry(
  way: Way,
  context: FakeContext,
  resources: readonly FakeResource[]
): Promise<ReadonlyMap<string, Done>> {
  const look = emptyLook(context);
  const findings = await survey(look, resources);
  return act(look, way, way.plan(findings), findings);
}

const applyAll = carry.bind(undefined, BUILDING);
const destroyAll = carry.bind(undefined, TAKING_DOWN);

const statuses = (done: ReadonlyMap<string, Done>): Record<string, string> =>
  Object.fromEntries([...done].map(([id, { result }]) => [id, result.status]));

describe('building', () => {
  test('everything is made after what it needs', async () => {
    const log: string[] = [];
    const context = fakeContext();
    const done = await applyAll(context, [
      new FakeResource('table', { needs: ['namespace'], log }),
      new FakeResource('namespace', { needs: ['bucket'], log, there: 'old' }),
      new FakeResource('bucket', { log })
    ]);
    expect(log).toEqual(['create bucket', 'update namespace', 'create table']);
    expect(statuses(done)).toEqual({ table: 'done', namespace: 'done', bucket: 'done' });
    expect(context.reporter.lines).toEqual([
      'info: Thing bucket: created (0.0 s)',
      'info: Thing namespace: updated (0.0 s)',
      'info: Thing table: created (0.0 s)'
    ]);
  });

  test('what is as declared is neither written nor told', async () => {
    const context = fakeContext();
    const resource = new FakeResource('a', { there: 'declared' });
    expect(statuses(await applyAll(context, [resource]))).toEqual({ a: 'done' });
    expect([...resource.log, ...context.reporter.lines]).toEqual([]);
  });

  test('what is not wanted is removed', async () => {
    const resource = new FakeResource('a', { there: 'old', wanted: false });
    await applyAll(fakeContext(), [resource]);
    expect(resource.log).toEqual(['remove a']);
  });

  test('what needs a failed step is skipped, down the whole chain; the rest goes on', async () => {
    const log: string[] = [];
    const done = await applyAll(fakeContext(), [
      new FakeResource('bucket', { log, create: fails('QUOTA_EXCEEDED') }),
      new FakeResource('namespace', { log, needs: ['bucket'] }),
      new FakeResource('table', { log, needs: ['namespace'] }),
      new FakeResource('database', { log })
    ]);
    expect(statuses(done)).toEqual({
      bucket: 'failed',
      namespace: 'skipped',
      table: 'skipped',
      database: 'done'
    });
    expect(done.get('bucket')?.result.error?.code).toBe('QUOTA_EXCEEDED');
    expect(log).toEqual(['create database']);
  });

  test('a mistake of the action tells what it was about', async () => {
    const create = (): Promise<boolean> => Promise.reject(new TypeError('oops'));
    const done = await applyAll(fakeContext(), [new FakeResource('a', { create })]);
    expect(done.get('a')?.result.error).toMatchObject({ code: 'INTERNAL', doing: 'create the Thing a' });
  });

  test('the time that a step took is told', async () => {
    const context = fakeContext();
    const create = async (): Promise<boolean> => {
      await context.clock.sleep(1_500, context.signal);
      resource.there = 'declared';
      return true;
    };
    const resource: FakeResource = new FakeResource('a', { create });
    const done = await applyAll(context, [resource]);
    expect(done.get('a')?.result).toEqual({ id: 'a', status: 'done', ms: 1_500 });
    expect(context.reporter.lines).toEqual(['info: Thing a: created (1.5 s)']);
  });

  test('a run that is stopped begins nothing more, and lets what is under way end', async () => {
    const log: string[] = [];
    const context = fakeContext();
    const create = (): Promise<boolean> => {
      context.stop(new ActionError('CANCELLED'));
      log.push('create bucket');
      return Promise.resolve(true);
    };
    const done = await applyAll(context, [
      new FakeResource('bucket', { log, create }),
      new FakeResource('namespace', { log, needs: ['bucket'] })
    ]);
    expect(log).toEqual(['create bucket']);
    expect(statuses(done)).toEqual({ bucket: 'done', namespace: 'skipped' });
  });
});

test('a run that was stopped before begins nothing at all', async () => {
  const context = fakeContext();
  const resources = [new FakeResource('new'), new FakeResource('old', { there: 'old' })];
  const look = emptyLook(context);
  const findings = await survey(look, resources);
  context.stop(new ActionError('CANCELLED'));
  const done = await act(look, BUILDING, BUILDING.plan(findings), findings);
  expect(statuses(done)).toEqual({ new: 'skipped', old: 'skipped' });
  expect(resources.flatMap(({ log }) => log)).toEqual([]);
});

describe('taking down', () => {
  const there = 'declared';

  test('everything goes before what it needs', async () => {
    const log: string[] = [];
    const context = fakeContext();
    await destroyAll(context, [
      new FakeResource('bucket', { log, there }),
      new FakeResource('policy', { log, there, needs: ['bucket'] }),
      new FakeResource('namespace', { log, there, needs: ['bucket'] }),
      new FakeResource('table', { log, there, needs: ['namespace'] })
    ]);
    expect(log.filter((line) => line !== 'remove policy')).toEqual([
      'remove table',
      'remove namespace',
      'remove bucket'
    ]);
    expect(log.indexOf('remove policy')).toBeLessThan(log.indexOf('remove bucket'));
    expect(context.reporter.lines).toContain('info: Thing bucket: removed (0.0 s)');
  });

  test('what holds something that could not be removed is skipped; the rest goes on', async () => {
    const log: string[] = [];
    const done = await destroyAll(fakeContext(), [
      new FakeResource('bucket', { log, there }),
      new FakeResource('namespace', { log, there, needs: ['bucket'] }),
      new FakeResource('table', { log, there, needs: ['namespace'], remove: fails('PERMISSION_DENIED') }),
      new FakeResource('database', { log, there })
    ]);
    expect(statuses(done)).toEqual({
      bucket: 'skipped',
      namespace: 'skipped',
      table: 'failed',
      database: 'done'
    });
    expect(log).toEqual(['remove database']);
  });

  test('what others are found through stays while one of them is there again', async () => {
    const log: string[] = [];
    const grant = new FakeResource('grant', { log, there, needs: ['database'] });
    const policy = new FakeResource('policy', { log, needs: ['database'] });
    const database = new FakeResource('database', { log, there, remembers: true });
    const look = emptyLook();
    const findings = await survey(look, [grant, policy, database]);
    const carry = (): Promise<ReadonlyMap<string, Done>> =>
      act(look, TAKING_DOWN, TAKING_DOWN.plan(findings), findings);
    // Somebody makes what was not there when this run looked.
    policy.there = there;
    const { result } = (await carry()).get('database') ?? {};
    expect([result?.status, result?.error?.code, log]).toEqual(['failed', 'CONFLICT', ['remove grant']]);
    expect(result?.error?.found).toContain('Thing policy');
    policy.there = undefined;
    expect(statuses(await carry())).toEqual({ grant: 'done', database: 'done' });
  });
});

describe('what is there already, although nothing was found', () => {
  const notOurs = new ActionError('OWNED_BY_ANOTHER');

  /** Nothing at the first look, and then what others show. */
  async function carryUnseen(resource: FakeResource): Promise<Done | undefined> {
    const look = emptyLook();
    const findings = [{ resource, observation: {} }];
    return (await act(look, BUILDING, BUILDING.plan(findings), findings)).get(resource.id);
  }

  test('as an answer was lost: is ours and as declared, so nothing more is written', async () => {
    const resource = new FakeResource('a', { there: 'declared' });
    expect((await carryUnseen(resource))?.result.status).toBe('done');
    expect(resource.log).toEqual(['create a']);
  });

  test('as another run was faster: is taken over and brought to what is declared', async () => {
    const resource = new FakeResource('a', { there: 'old' });
    await carryUnseen(resource);
    expect(resource.log).toEqual(['create a', 'update a']);
  });

  test('and is not ours: is left alone', async () => {
    const observe = (): Promise<Observation<string>> =>
      Promise.resolve({ state: 'old', applyRefusal: notOurs });
    const resource = new FakeResource('a', { there: 'old', observe });
    expect((await carryUnseen(resource))?.result.error).toBe(notOurs);
    expect(resource.log).toEqual(['create a']);
  });

  test('and is gone again when looked at: that is for the next round, soon', async () => {
    const resource = new FakeResource('a', { create: () => Promise.resolve(false) });
    const { result } = (await carryUnseen(resource)) ?? {};
    expect(result?.error).toMatchObject({ code: 'CONFLICT', doing: 'make the Thing a' });
    expect(result?.ms).toBeLessThan(5_000);
  });
});
