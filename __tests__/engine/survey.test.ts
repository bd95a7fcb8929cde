import { describe, expect, test } from '@jest/globals';
import { survey } from '../../src/engine/survey.js';
import { ActionError, type ErrorCode } from '../../src/errors.js';
import { fails } from '../support/account.js';
import { emptyLook } from '../support/look.js';
import { FakeResource } from '../support/resource.js';
import { thrownBy } from '../support/thrown.js';

test('all resources are looked at at the same time, whatever they need', async () => {
  const looking: string[] = [];
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const resources = ['a', 'b', 'c'].map(
    (id) =>
      new FakeResource(id, {
        needs: id === 'a' ? [] : ['a'],
        observe: async () => {
          looking.push(id);
          await gate;
          return { state: id };
        }
      })
  );
  const found = survey(emptyLook(), resources);
  expect(looking).toEqual(['a', 'b', 'c']);
  open();
  expect((await found).map(({ observation }) => observation.state)).toEqual(['a', 'b', 'c']);
});

describe('what could not be looked at', () => {
  const other = new FakeResource('other', { there: 'declared' });

  test.each<ErrorCode>(['PERMISSION_DENIED', 'LAKE_FORMATION_DENIED', 'AWS_REFUSED', 'CONFLICT'])(
    '%s concerns the one resource: the rest is told nevertheless',
    async (code) => {
      const denied = new FakeResource('denied', { observe: fails(code) });
      const [first, second] = await survey(emptyLook(), [denied, other]);
      expect(first).toMatchObject({ failure: { code }, observation: {} });
      expect(first?.observation.state).toBeUndefined();
      expect(second?.failure).toBeUndefined();
      expect(second?.observation.state).toBe('declared');
    }
  );

  test.each<ErrorCode>(['EXPIRED_CREDENTIALS', 'UNREACHABLE', 'TIMED_OUT', 'CANCELLED', 'GARBLED_ANSWER'])(
    '%s makes looking pointless',
    async (code) => {
      const broken = new FakeResource('broken', { observe: fails(code) });
      expect((await thrownBy(() => survey(emptyLook(), [other, broken]))).code).toBe(code);
    }
  );

  test('a mistake of the action tells which resource it was about', async () => {
    const broken = new FakeResource('broken', { observe: () => Promise.reject(new TypeError('oops')) });
    const error = await thrownBy(() => survey(emptyLook(), [broken]));
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject({ code: 'INTERNAL', doing: 'look at the Thing broken' });
  });
});
