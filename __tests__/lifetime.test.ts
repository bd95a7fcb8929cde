import { getMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { systemClock } from '../src/context.js';
import { beginLifetime, type Lifetime, type LifetimeOptions } from '../src/lifetime.js';
import { RecordingReporter } from './support/context.js';

/** A process that only knows signals, and writes down its exits. */
class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

let fake: FakeProcess;
let reporter: RecordingReporter;
let lifetime: Lifetime;

beforeEach(() => {
  jest.useFakeTimers();
  fake = new FakeProcess();
  reporter = new RecordingReporter();
  const signals = fake as unknown as LifetimeOptions['signals'];
  lifetime = beginLifetime({ timeoutMs: 60_000, reporter, clock: systemClock, signals });
});

afterEach(() => {
  lifetime.close();
  jest.useRealTimers();
});

test('a run begins with its whole time ahead', () => {
  const { deadline, signal, cut } = lifetime.context;
  expect(deadline).toBe(Date.now() + 60_000);
  expect([signal.aborted, cut.aborted]).toEqual([false, false]);
});

test('any number of calls may listen, without a warning', () => {
  const { signal, cut } = lifetime.context;
  expect([signal, cut].map((each) => getMaxListeners(each))).toEqual([Infinity, Infinity]);
});

describe.each(['SIGINT', 'SIGTERM'])('%s', (name) => {
  test('stops new work at once and cuts the calls in flight 5 s later', () => {
    const { signal, cut } = lifetime.context;
    fake.emit(name, name);
    expect(signal.reason).toMatchObject({ code: 'CANCELLED', found: `The run was cancelled (${name}).` });
    expect(reporter.lines).toEqual([
      `warning: Received ${name}: no new work is begun, calls in flight are let end.`
    ]);
    jest.advanceTimersByTime(4_999);
    expect(cut.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(cut.reason).toBe(signal.reason);
    expect(fake.exits).toEqual([]);
  });

  test('a second time ends the process with 130', () => {
    fake.emit('SIGINT', 'SIGINT');
    fake.emit(name, name);
    expect(fake.exits).toEqual([130]);
    expect(reporter.lines).toContainEqual(expect.stringMatching(/^error: CANCELLED: Received SIG/));
  });
});

describe('the deadline', () => {
  test('stops new work, and cuts the calls in flight 5 s later', () => {
    const { signal, cut } = lifetime.context;
    jest.advanceTimersByTime(59_999);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.reason).toMatchObject({
      code: 'TIMED_OUT',
      found: 'The run did not end in time (timeout-minutes: 1).'
    });
    jest.advanceTimersByTime(4_999);
    expect(cut.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(cut.reason).toBe(signal.reason);
  });

  test('after a signal changes nothing more', () => {
    fake.emit('SIGINT', 'SIGINT');
    jest.advanceTimersByTime(120_000);
    expect(lifetime.context.signal.reason).toMatchObject({ code: 'CANCELLED' });
    expect(lifetime.context.cut.reason).toMatchObject({ code: 'CANCELLED' });
  });
});

test('closing lets go of every timer and signal', () => {
  fake.emit('SIGTERM', 'SIGTERM');
  lifetime.close();
  expect(jest.getTimerCount()).toBe(0);
  expect(fake.eventNames()).toEqual([]);
});
