import { describe, expect, test } from '@jest/globals';
import { changesIn, countActions, planApply, planDestroy } from '../../src/engine/plan.js';
import type { Finding } from '../../src/engine/survey.js';
import { ActionError } from '../../src/errors.js';
import type { Step } from '../../src/outcome.js';
import type { Observation } from '../../src/engine/resource.js';
import { FakeResource } from '../support/resource.js';

type Extra = { readonly needs?: string[]; readonly wanted?: boolean; readonly failure?: ActionError };

function finding(id: string, observation: Observation<unknown>, { failure, ...parts }: Extra = {}): Finding {
  const resource = new FakeResource(id, parts);
  return { resource, observation, ...(failure && { failure }) };
}

const actions = (steps: readonly Step[]): Record<string, string> =>
  Object.fromEntries(steps.map(({ id, action }) => [id, action]));
const only = (steps: readonly Step[]): Step | undefined => steps[0];

const there = { state: 'declared' };
const differs = { state: 'old' };
const notOurs = new ActionError('NOT_OURS');
const denied = new ActionError('PERMISSION_DENIED');

describe('to apply', () => {
  test('what is not there is created, with what it will be', () => {
    expect(planApply([finding('a', {}, { needs: ['b'] })])).toEqual([
      {
        id: 'a',
        kind: 'Thing',
        name: 'a',
        action: 'create',
        changes: [{ path: 'word', from: undefined, to: 'declared' }],
        needs: ['b'],
        notes: []
      }
    ]);
  });

  test('what differs is updated, with the difference', () => {
    expect(only(planApply([finding('a', differs)]))).toMatchObject({
      action: 'update',
      changes: [{ path: 'word', from: 'old', to: 'declared' }]
    });
  });

  test('what is as declared is kept, with what the reader should know', () => {
    expect(only(planApply([finding('a', { ...there, notes: ['shared'] })]))).toMatchObject({
      action: 'keep',
      changes: [],
      notes: ['shared']
    });
  });

  test('what is not wanted is removed when it is there', () => {
    const unwanted = { wanted: false };
    expect(actions(planApply([finding('a', there, unwanted)]))).toEqual({ a: 'remove' });
    expect(actions(planApply([finding('a', {}, unwanted)]))).toEqual({ a: 'keep' });
    expect(actions(planApply([finding('a', { ...there, applyRefusal: notOurs }, unwanted)]))).toEqual({
      a: 'blocked'
    });
  });

  test('what must not be touched is blocked, with the reason and what would change', () => {
    expect(only(planApply([finding('a', { ...differs, applyRefusal: notOurs })]))).toMatchObject({
      action: 'blocked',
      changes: [{ path: 'word' }],
      blocked: { code: 'NOT_OURS', message: notOurs.message }
    });
  });

  test('what must not be touched is blocked although nothing differs', () => {
    expect(actions(planApply([finding('a', { ...there, applyRefusal: notOurs })]))).toEqual({ a: 'blocked' });
  });

  test('what could not be looked at is blocked, and nothing is claimed to change', () => {
    expect(only(planApply([finding('a', {}, { failure: denied })]))).toMatchObject({
      action: 'blocked',
      changes: [],
      blocked: { code: 'PERMISSION_DENIED' }
    });
  });

  test('a reason not to remove it is none not to build it', () => {
    const guarded = { ...there, removeRefusal: new ActionError('GUARDED') };
    expect(actions(planApply([finding('a', guarded)]))).toEqual({ a: 'keep' });
  });

  test('what depends on something blocked is blocked, down the whole chain and no further', () => {
    const steps = planApply([
      finding('child', {}, { needs: ['parent'] }),
      finding('grandchild', {}, { needs: ['child'] }),
      finding('parent', { ...differs, applyRefusal: notOurs }, { needs: ['root'] }),
      finding('root', {}),
      finding('stranger', {})
    ]);
    expect(actions(steps)).toEqual({
      child: 'blocked',
      grandchild: 'blocked',
      parent: 'blocked',
      root: 'create',
      stranger: 'create'
    });
    expect(steps.map(({ blocked }) => blocked?.code)).toEqual([
      'BLOCKED',
      'BLOCKED',
      'NOT_OURS',
      undefined,
      undefined
    ]);
    expect(steps[1]?.blocked?.message).toContain(
      'The Thing grandchild depends on the Thing child, which is blocked.'
    );
  });
});

describe('to destroy', () => {
  test('what is there is removed, what is not there is left out', () => {
    expect(actions(planDestroy([finding('a', differs), finding('b', {})]))).toEqual({ a: 'remove' });
  });

  test('what must not be removed is blocked, with the reason', () => {
    const refusal = new ActionError('GUARDED');
    expect(planDestroy([finding('a', { ...there, removeRefusal: refusal })])).toMatchObject([
      { action: 'blocked', blocked: { code: 'GUARDED', message: refusal.message } }
    ]);
  });

  test('what could not be looked at is blocked', () => {
    expect(actions(planDestroy([finding('a', {}, { failure: denied })]))).toEqual({ a: 'blocked' });
  });

  test('a reason not to build it is none not to remove it', () => {
    expect(actions(planDestroy([finding('a', { ...there, applyRefusal: notOurs })]))).toEqual({
      a: 'remove'
    });
  });

  test('both what holds and what is in something that stays has to stay; the rest goes', () => {
    const steps = planDestroy([
      finding('bucket', there),
      finding('namespace', { ...there, removeRefusal: notOurs }, { needs: ['bucket'] }),
      finding('table', there, { needs: ['namespace'] }),
      finding('database', there)
    ]);
    expect(actions(steps)).toEqual({
      bucket: 'blocked',
      namespace: 'blocked',
      table: 'blocked',
      database: 'remove'
    });
  });

  test('what is not there passes nothing on', () => {
    const steps = planDestroy([
      finding('bucket', { ...there, removeRefusal: notOurs }),
      finding('namespace', {}, { needs: ['bucket'] }),
      finding('table', there, { needs: ['namespace'] })
    ]);
    expect(actions(steps)).toEqual({ bucket: 'blocked', table: 'remove' });
  });
});

test('steps are counted by action; what is blocked is something to do', () => {
  const steps = planApply([
    finding('a', {}),
    finding('b', differs),
    finding('c', there),
    finding('d', there, { wanted: false }),
    finding('e', {}, { failure: denied })
  ]);
  const counts = countActions(steps);
  expect(counts).toEqual({ create: 1, update: 1, keep: 1, remove: 1, blocked: 1 });
  expect(changesIn(counts)).toBe(4);
  expect(changesIn(countActions([]))).toBe(0);
});
