import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { systemClock } from '../src/context.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const reason = new Error('stopped');

test('a sleep is over after its time, and leaves no timer behind', async () => {
  const { signal } = new AbortController();
  let over = false;
  const sleep = systemClock.sleep(100, signal).then(() => (over = true));
  await jest.advanceTimersByTimeAsync(99);
  expect(over).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  await sleep;
  expect(jest.getTimerCount()).toBe(0);
});

test('a signal ends a sleep with its reason', async () => {
  const stop = new AbortController();
  const sleep = systemClock.sleep(60_000, stop.signal);
  stop.abort(reason);
  await expect(sleep).rejects.toBe(reason);
  expect(jest.getTimerCount()).toBe(0);
});

test('a signal that came before lets no sleep begin', async () => {
  await expect(systemClock.sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(jest.getTimerCount()).toBe(0);
});

test('the time is that of the machine', () => {
  jest.setSystemTime(1234);
  expect(systemClock.now()).toBe(1234);
});
