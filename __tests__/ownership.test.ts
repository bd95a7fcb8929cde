import { describe, expect, test } from '@jest/globals';
import {
  birthTags,
  describeOwner,
  isEphemeral,
  isReservedTag,
  lastingTags,
  ownership,
  TAG,
  type Owner
} from '../src/ownership.js';

const owner: Owner = {
  env: 'dev',
  application: 'myapp',
  team: 'data',
  repository: 'octo/lake',
  pullRequest: 12,
  run: '99-1'
};
const own = { ...lastingTags(owner, {}), ...birthTags(owner) };

function less(key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(own).filter(([each]) => each !== key));
}

describe('the tags', () => {
  test('that last say whose it is, for this action and for cost reports', () => {
    expect(lastingTags(owner, { 'cost-center': '1' })).toEqual({
      'cost-center': '1',
      'managed-by': 'iceberg-environment',
      'iceberg-environment:env': 'dev',
      'iceberg-environment:application': 'myapp',
      'iceberg-environment:team': 'data',
      env: 'dev',
      application: 'myapp',
      team: 'data'
    });
  });

  test('the user can not overwrite a mark', () => {
    expect(lastingTags(owner, { [TAG.env]: 'prod' })[TAG.env]).toBe('dev');
  });

  test('of birth say where it was made', () => {
    expect(birthTags(owner)).toEqual({
      'iceberg-environment:repository': 'octo/lake',
      'iceberg-environment:pull-request': '12',
      'iceberg-environment:run': '99-1'
    });
  });

  test('what is not known is no tag at all', () => {
    const outside: Owner = { env: 'dev', application: 'myapp' };
    expect(birthTags(outside)).toEqual({});
    expect(Object.keys(lastingTags(outside, {})).filter((key) => key.includes('team'))).toEqual([]);
  });

  test.each([
    ['managed-by', true],
    ['env', true],
    ['application', true],
    ['team', true],
    ['iceberg-environment:anything', true],
    ['iceberg-environment', false],
    ['environment', false]
  ])('%s is reserved: %s', (key, reserved) => {
    expect(isReservedTag(key)).toBe(reserved);
  });
});

describe('whose a resource is', () => {
  test('ours: every mark agrees', () => {
    expect(ownership(own, owner)).toBe('ours');
  });

  test.each([
    ['no tags', {}],
    ['tags of others', { env: 'dev', application: 'myapp' }],
    ['another manager', { ...own, 'managed-by': 'terraform' }]
  ])('unmarked: %s', (_what, tags) => {
    expect(ownership(tags, owner)).toBe('unmarked');
  });

  test.each([
    ['env', TAG.env, 'prod'],
    ['application', TAG.application, 'other'],
    ['repository', TAG.repository, 'octo/other'],
    ['pull request', TAG.pullRequest, '13']
  ])('another: its %s differs', (_what, key, value) => {
    expect(ownership({ ...own, [key]: value }, owner)).toBe('another');
  });

  test.each([
    ['team', TAG.team, 'platform'],
    ['run', TAG.run, '100-1']
  ])('ours, although its %s differs', (_what, key, value) => {
    expect(ownership({ ...own, [key]: value }, owner)).toBe('ours');
  });

  test.each([TAG.repository, TAG.pullRequest])('a resource that lacks %s is still ours', (key) => {
    expect(ownership(less(key), owner)).toBe('ours');
  });

  test.each(['repository', 'pullRequest'] as const)('a run that knows no %s decides by the rest', (key) => {
    expect(ownership(own, { ...owner, [key]: undefined })).toBe('ours');
    expect(ownership({ ...own, [TAG.env]: 'prod' }, { ...owner, [key]: undefined })).toBe('another');
  });

  test.each([TAG.env, TAG.application])('a marked resource that lacks %s is never ours', (key) => {
    expect(ownership(less(key), owner)).toBe('another');
  });
});

test('an owner is described with what its marks tell', () => {
  expect(describeOwner(own)).toBe('env "dev" of application "myapp", repository octo/lake, pull request 12');
  expect(describeOwner({})).toBe('env "?" of application "?"');
});

test('what belongs to a pull request or has an expiry is meant to go away', () => {
  expect(isEphemeral({ [TAG.pullRequest]: '12' })).toBe(true);
  expect(isEphemeral({ [TAG.expiresAt]: '2026-01-01T00:00:00Z' })).toBe(true);
  expect(isEphemeral({ [TAG.repository]: 'octo/lake' })).toBe(false);
});
