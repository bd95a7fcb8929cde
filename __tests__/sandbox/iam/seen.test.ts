import { expect, test } from '@jest/globals';
import { IamState, type Role } from '../../../sandbox/iam/state.js';

function role(name: string): Role {
  return {
    ...{ kind: 'role', name, path: '/', id: 'AROA', arn: name, createdAt: new Date(0) },
    ...{ maxSessionDuration: 3600, trustPolicy: 'before', tags: new Map() },
    ...{ policies: new Map(), attachedPolicies: new Set() }
  };
}

function seenAt(iam: IamState, now: number): Record<string, string> {
  return Object.fromEntries([...iam.seen(now).roles].map(([name, { trustPolicy }]) => [name, trustPolicy]));
}

test('without a delay IAM is seen as it is', () => {
  const iam = new IamState();
  iam.roles.set('a', role('a'));
  expect(iam.seen()).toBe(iam);
});

test('a change is seen after the delay, and what changes after it not with it', () => {
  const iam = new IamState(100);
  iam.changed(-Infinity);
  const a = role('a');
  iam.roles.set('a', a);
  iam.changed(1000);
  a.trustPolicy = 'after';
  iam.changed(1050);
  iam.roles.delete('a');
  iam.changed(1300);
  expect(seenAt(iam, 1099)).toEqual({});
  expect(seenAt(iam, 1399)).toEqual({ a: 'after' });
  expect(seenAt(iam, 1400)).toEqual({});
});

test('changes that follow each other are seen one by one', () => {
  const iam = new IamState(100);
  const a = role('a');
  iam.roles.set('a', a);
  iam.changed(1000);
  a.trustPolicy = 'after';
  iam.changed(1050);
  expect(seenAt(iam, 1100)).toEqual({ a: 'before' });
  expect(seenAt(iam, 1150)).toEqual({ a: 'after' });
});
