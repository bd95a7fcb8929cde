import type { Context } from './context.js';
import { ActionError } from './errors.js';

/** What to wait for, and how. */
export interface Wait<T> {
  /** For people: `the table bucket dev-myapp to be visible`. */
  readonly what: string;
  /** Looks once. `done` ends the waiting; `seen` says what was there, for the error. */
  readonly probe: () => Promise<
    { readonly done: true; readonly value: T } | { readonly done: false; readonly seen: string }
  >;
  /** At most so long, ms; the deadline of the run is a bound anyway. */
  readonly capMs: number;
  /** Before the second look, ms; doubled for each further look. Default 250. */
  readonly firstMs?: number;
  /** The longest pause between two looks, ms. Default 5,000. */
  readonly maxMs?: number;
}

/**
 * Looks again and again until the probe is done. The only loop in the action that waits.
 * Throws what the probe throws; `TIMED_OUT` with the last thing seen when the time is over; the signal's reason
 * when the run is stopped.
 */
export async function waitUntil<T>(context: Context, wait: Wait<T>): Promise<T> {
  const cap = context.clock.now() + wait.capMs;
  const end = Math.min(context.deadline, cap);
  let pause = wait.firstMs ?? 250;
  for (;;) {
    context.signal.throwIfAborted();
    const look = await wait.probe();
    if (look.done) return look.value;
    const left = end - context.clock.now();
    if (left <= 0) throw tooLate(wait, end < cap, look.seen);
    await context.clock.sleep(Math.min(pause, left), context.signal);
    pause = Math.min(pause * 2, wait.maxMs ?? 5_000);
  }
}

function tooLate<T>(wait: Wait<T>, runIsOver: boolean, seen: string): ActionError {
  const when = runIsOver ? 'before the deadline of the run' : `within ${Math.round(wait.capMs / 1000)} s`;
  return new ActionError('TIMED_OUT', {
    doing: `wait for ${wait.what}`,
    found: `It did not happen ${when}. Last seen: ${seen}.`
  });
}
