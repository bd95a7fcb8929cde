import { expect, test } from '@jest/globals';
import { pooled } from '../src/pool.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('all are done, in their order, and no more than so many at a time', async () => {
  let now = 0;
  let most = 0;
  const doubled = await pooled([1, 2, 3, 4, 5, 6, 7], 3, async (each) => {
    most = Math.max(most, (now += 1));
    await turn();
    now -= 1;
    return each * 2;
  });
  expect([doubled, most]).toEqual([[2, 4, 6, 8, 10, 12, 14], 3]);
});

test('after a failure nothing is begun, and what is under way is let end', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = pooled([1, 2, 3, 4, 5, 6], 2, async (each) => {
    begun.push(each);
    if (each === 1) throw new Error('the first');
    await turn();
    ended.push(each);
  });
  await expect(work).rejects.toThrow('the first');
  expect([begun, ended]).toEqual([[1, 2], [2]]);
});
