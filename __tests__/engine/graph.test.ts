import { describe, expect, test } from '@jest/globals';
import { reversed, runInOrder } from '../../src/engine/graph.js';
import { deferredWork } from '../support/deferred.js';
import { thrownBy } from '../support/thrown.js';

const node = (id: string, ...needs: string[]): { id: string; needs: string[] } => ({ id, needs });

/** Lets everything happen that does not wait for the test. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the order', () => {
  test('what is ready runs at the same time, the rest as soon as what it needs is over', async () => {
    const { started, finish, work } = deferredWork();
    const all = runInOrder([node('d', 'b', 'c'), node('b', 'a'), node('c'), node('a')], work);

    await settle();
    expect(new Set(started)).toEqual(new Set(['a', 'c']));
    finish('a');
    await settle();
    expect(started.slice(2)).toEqual(['b']);
    finish('b');
    await settle();
    expect(started.slice(3)).toEqual([]);
    finish('c');
    await settle();
    expect(started.slice(3)).toEqual(['d']);
    finish('d');
    expect([...(await all).keys()]).toEqual(['d', 'b', 'c', 'a']);
  });

  test('a slow one holds up only what needs it', async () => {
    const { started, finish, work } = deferredWork();
    const all = runInOrder(
      [node('slow'), node('after-slow', 'slow'), node('fast'), node('after-fast', 'fast')],
      work
    );
    await settle();
    finish('fast');
    await settle();
    expect(started).toContain('after-fast');
    expect(started).not.toContain('after-slow');
    finish('after-fast');
    finish('slow');
    await settle();
    finish('after-slow');
    await all;
  });

  test('each runs once, however many need it', async () => {
    const ran: string[] = [];
    await runInOrder([node('a'), node('b', 'a'), node('c', 'a'), node('d', 'b', 'c')], ({ id }) =>
      Promise.resolve(ran.push(id))
    );
    expect(ran).toEqual(['a', 'b', 'c', 'd']);
  });

  test('each is given what became of its needs, in their order', async () => {
    const results = await runInOrder(
      [node('c', 'b', 'a'), node('a'), node('b', 'a')],
      ({ id }, needs: readonly string[]) => Promise.resolve(`${id}(${needs.join()})`)
    );
    expect(Object.fromEntries(results)).toEqual({ a: 'a()', b: 'b(a())', c: 'c(b(a()),a())' });
  });

  test('what is not among the nodes is met already', async () => {
    const results = await runInOrder([node('a', 'elsewhere')], (_node, needs) =>
      Promise.resolve(needs.length)
    );
    expect(results.get('a')).toBe(0);
  });
});

describe('a cycle is refused before anything runs', () => {
  test.each([
    ['of one', [node('a', 'a')], 'a > a'],
    ['of three', [node('a', 'b'), node('b', 'c'), node('c', 'a')], 'a > b > c > a'],
    ['further down', [node('x', 'a'), node('a', 'b'), node('b', 'a')], 'x > a > b > a']
  ])('%s', async (_what, nodes, path) => {
    const ran: string[] = [];
    const error = await thrownBy(() => runInOrder(nodes, ({ id }) => Promise.resolve(ran.push(id))));
    expect(error).toMatchObject({ code: 'INTERNAL', found: `These depend on each other: ${path}.` });
    expect(ran).toEqual([]);
  });
});

test('reversed, each needs what needed it', () => {
  expect(reversed([node('a'), node('b', 'a'), node('c', 'a', 'b')])).toEqual([
    node('a', 'b', 'c'),
    node('b', 'c'),
    node('c')
  ]);
});
