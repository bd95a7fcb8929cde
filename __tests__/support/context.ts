import type { Clock, Context, Reporter } from '../../src/context.js';
import type { ActionError } from '../../src/errors.js';
import type { Plan } from '../../src/outcome.js';

/** A reporter that writes down what it is told, each line with its level. */
export class RecordingReporter implements Reporter {
  readonly lines: string[] = [];
  readonly plans: Plan[] = [];

  plan(plan: Plan): void {
    this.plans.push(plan);
  }
  info(message: string): void {
    this.lines.push(`info: ${message}`);
  }
  debug(message: string): void {
    this.lines.push(`debug: ${message}`);
  }
  notice(message: string): void {
    this.lines.push(`notice: ${message}`);
  }
  error(message: string, title: string): void {
    this.lines.push(`error: ${title}: ${message}`);
  }
  warning(message: string): void {
    this.lines.push(`warning: ${message}`);
  }
  group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.lines.push(`group: ${title}`);
    return work();
  }
}

/** A clock that stands still but for its sleepers: a sleep is over at once, and the time is later by it. */
export class FakeClock implements Clock {
  readonly sleeps: number[] = [];
  private time = Date.UTC(2026, 0, 1);

  now(): number {
    return this.time;
  }
  sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    this.sleeps.push(ms);
    this.time += ms;
    return Promise.resolve();
  }
}

/** A context for tests, with hands on what it is made of. */
export interface FakeContext extends Context {
  readonly reporter: RecordingReporter;
  readonly clock: FakeClock;
  /** Ends the run, as a signal or the deadline does. */
  stop(reason: ActionError): void;
}

/** A context with 15 minutes to go, or `timeoutMs`. */
export function fakeContext(timeoutMs = 15 * 60_000): FakeContext {
  const stop = new AbortController();
  const cut = new AbortController();
  const clock = new FakeClock();
  return {
    deadline: clock.now() + timeoutMs,
    signal: stop.signal,
    cut: cut.signal,
    reporter: new RecordingReporter(),
    clock,
    stop: (reason) => stop.abort(reason)
  };
}
