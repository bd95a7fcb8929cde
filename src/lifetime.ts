import { setMaxListeners } from 'node:events';
import type { Clock, Context, Reporter } from './context.js';
import { ActionError } from './errors.js';

/** What a run's life depends on. */
export interface LifetimeOptions {
  readonly timeoutMs: number;
  /** `error`: something that failed the run, told when no report comes any more; `title` is the error's code. */
  readonly reporter: Reporter & { error(message: string, title: string): void };
  readonly clock: Clock;
  /** Where SIGINT and SIGTERM arrive: the process. */
  readonly signals: Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;
}

/** The context of a run, and the end of it. */
export interface Lifetime {
  readonly context: Context;
  /** Lets go of timers and signals, so that the process can end. */
  close(): void;
}

/**
 * Calls in flight may end, and be cleaned up after, for so long after a signal or the deadline, ms: the runner sends
 * SIGTERM 7,500 ms after SIGINT.
 */
const GRACE_MS = 5_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Begins a run: one deadline, and an end on SIGINT or SIGTERM. The first signal stops new work and lets the calls
 * in flight end; the second ends the process with 130.
 */
export function beginLifetime({ timeoutMs, reporter, clock, signals }: LifetimeOptions): Lifetime {
  const stop = new AbortController();
  const cut = new AbortController();
  // Every call listens, and there may be many at once: that is no leak, and no warning in the log.
  setMaxListeners(Infinity, stop.signal, cut.signal);
  const timers: NodeJS.Timeout[] = [];
  const end = (reason: ActionError): void => {
    if (stop.signal.aborted) return;
    stop.abort(reason);
    timers.push(setTimeout(() => cut.abort(reason), GRACE_MS));
  };
  const onSignal = (name: NodeJS.Signals): void => {
    if (stop.signal.aborted) {
      reporter.error(`Received ${name} while the run was being stopped.`, 'CANCELLED');
      signals.exit(130);
    }
    reporter.warning(`Received ${name}: no new work is begun, calls in flight are let end.`);
    end(new ActionError('CANCELLED', { found: `The run was cancelled (${name}).` }));
  };
  timers.push(setTimeout(() => end(tooLate(timeoutMs)), timeoutMs));
  for (const name of SIGNALS) signals.on(name, onSignal);
  return {
    context: { deadline: clock.now() + timeoutMs, signal: stop.signal, cut: cut.signal, reporter, clock },
    close: () => {
      timers.forEach(clearTimeout);
      for (const name of SIGNALS) signals.off(name, onSignal);
    }
  };
}

function tooLate(timeoutMs: number): ActionError {
  const minutes = timeoutMs / 60_000;
  return new ActionError('TIMED_OUT', {
    found: `The run did not end in time (timeout-minutes: ${minutes}).`
  });
}
