import { expect, test } from '@jest/globals';
import { listIn } from '../../src/aws/answer.js';
import { thrownBy } from '../support/thrown.js';

const CALL = { operation: 's3tables:ListTables', doing: 'list the tables' };

test('a list is given as it is', () => {
  expect(listIn([{ name: 'a' }], 'tables', CALL)).toEqual([{ name: 'a' }]);
  expect(listIn([], 'tables', CALL)).toEqual([]);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'abc'],
  ['a map', { 0: 'a', length: 1 }],
  ['a list with a hole in it', ['a', null]]
])('%s is no list of AWS', async (_what, value) => {
  const error = await thrownBy(() => Promise.resolve().then(() => listIn(value as string[], 'tables', CALL)));
  expect(error).toMatchObject({ code: 'GARBLED_ANSWER', doing: 'list the tables' });
});
