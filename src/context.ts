import type { Plan } from './outcome.js';

/** Where the core tells what it does. The edge decides how it looks. */
export interface Reporter {
  /** What is going to be done, before anything is. */
  plan(plan: Plan): void;
  /** A line of the log. */
  info(message: string): void;
  /** Shown only when the runner's debug logging is on. */
  debug(message: string): void;
  /** Something the user should know, although nothing is wrong. */
  notice(message: string): void;
  /** Something that did not stop the run. */
  warning(message: string): void;
  /** Runs `work` with its lines folded under `title`. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Time, so that tests can have their own. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Waits `ms` milliseconds; rejects with the signal's reason when it is aborted before. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** What every step of a run carries: one deadline, one signal, one place to report to, one clock. */
export interface Context {
  /** Milliseconds since the epoch; the run must be over by then. */
  readonly deadline: number;
  /** Aborted when no new work may begin: the deadline passed, or the run was cancelled. Its reason is an `ActionError`. */
  readonly signal: AbortSignal;
  /** Aborted a little later, when calls still in flight are cut as well. Same reason. */
  readonly cut: AbortSignal;
  readonly reporter: Reporter;
  readonly clock: Clock;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal.addEventListener('abort', stop, { once: true });
    })
};
