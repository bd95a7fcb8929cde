import { describe, expect, test } from '@jest/globals';
import { refusalOf, removalRefusalOf, strayTagNotes } from '../../src/resources/spec.js';
import { specWith } from '../support/environment.js';

const REPOSITORY = 'iceberg-environment:repository';
const PULL_REQUEST = 'iceberg-environment:pull-request';
const of = specWith({}, { GITHUB_REPOSITORY: 'octo/lake' });
const ofNone = specWith();

describe('what must not be removed, although it is ours', () => {
  test('is what belongs to a repository, where the run says none', () => {
    const refusal = removalRefusalOf('table a.b', { [REPOSITORY]: 'octo/lake' }, ofNone);
    expect(refusal).toMatchObject({ code: 'OWNED_BY_ANOTHER' });
    expect(refusal?.message).toContain('GITHUB_REPOSITORY=octo/lake');
    expect(removalRefusalOf('table a.b', {}, ofNone)).toBeUndefined();
    expect(removalRefusalOf('table a.b', { [REPOSITORY]: 'octo/lake' }, of)).toBeUndefined();
  });

  test('whatever stands there for a repository, it is not repeated', () => {
    const refusal = removalRefusalOf('table a.b', { [REPOSITORY]: 'x\n::error::y' }, ofNone);
    expect(refusal?.message).not.toContain('::error');
  });

  test.each([
    [{}, 'OWNED_BY_ANOTHER'],
    [{ [PULL_REQUEST]: '8' }, 'OWNED_BY_ANOTHER'],
    [{ [PULL_REQUEST]: '07' }, 'OWNED_BY_ANOTHER'],
    [{ [PULL_REQUEST]: '7' }, undefined]
  ])('is what lacks the mark of the pull request that is closed: %j', (tags, code) => {
    expect(removalRefusalOf('table a.b', tags, { ...of, onlyOf: 7 })?.code).toBe(code);
  });
});

test('what environments share is nobody’s, whatever marks it carries besides', () => {
  const shared = { ...of.lastingTags, 'iceberg-environment:shared': 'true' };
  expect(refusalOf('table bucket x', shared, { ...of, adopt: true })?.code).toBe('OWNED_BY_ANOTHER');
  expect(refusalOf('table bucket x', of.lastingTags, of)).toBeUndefined();
});

describe('tags that are neither declared nor ours', () => {
  const notes = (tags: Readonly<Record<string, string>>): string[] =>
    strayTagNotes(tags, specWith({ tags: 'kept=1' }));

  test('are told of', () => {
    expect(notes({ ...of.lastingTags, kept: '2', gone: '1' })).toEqual([
      'Tags that are not declared, or no longer, stay: gone.'
    ]);
  });

  test('those of this action, of AWS and the declared ones are not', () => {
    const marks = { [PULL_REQUEST]: '7', 'iceberg-environment:namespace': 'x', 'aws:cloudformation:x': 'y' };
    expect(notes({ ...of.lastingTags, ...marks, kept: '1' })).toEqual([]);
  });

  test('of many, ten are named', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`k${at}`, '']));
    expect(notes(many)[0]).toMatch(/k9 and 2 more\.$/);
  });
});
