import { expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { hurried } from '../../src/smoke/hurried.js';
import { fakeContext } from '../support/context.js';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('calls in flight are cut two seconds after the stop, before those of the run are', async () => {
  const context = fakeContext();
  const { context: inHaste } = hurried(context);
  await tick();
  expect([inHaste.cut.aborted, context.clock.sleeps]).toEqual([false, []]);
  const reason = new ActionError('CANCELLED');
  context.stop(reason);
  await tick();
  expect([context.clock.sleeps, inHaste.cut.reason, context.cut.aborted]).toEqual([[2000], reason, false]);
});

test('a run that is stopped already is cut as well', async () => {
  const context = fakeContext();
  context.stop(new ActionError('TIMED_OUT'));
  const { context: inHaste } = hurried(context);
  await tick();
  expect(inHaste.cut.reason).toMatchObject({ code: 'TIMED_OUT' });
});

test('can be stopped before the run is, with what is in flight or without', async () => {
  const context = fakeContext();
  const { context: inHaste, stop, cut } = hurried(context);
  stop();
  expect([inHaste.signal.aborted, inHaste.cut.aborted, context.signal.aborted]).toEqual([true, false, false]);
  cut();
  expect([inHaste.cut.aborted, context.cut.aborted]).toEqual([true, false]);
  await tick();
  expect(context.clock.sleeps).toEqual([]);
});

test('after the end it lets go of everything', async () => {
  const context = fakeContext();
  const { context: inHaste, end } = hurried(context);
  end();
  context.stop(new ActionError('CANCELLED'));
  await tick();
  expect([inHaste.cut.aborted, context.clock.sleeps]).toEqual([false, []]);
});
