import type { Context } from '../context.js';
import { ActionError } from '../errors.js';

/** Of the time that calls in flight have after a stop the steps get so much; the rest is for the clean-up. ms */
const STEPS_MS = 2_000;

/** A context that can be stopped before the run is. */
export interface Hurried {
  readonly context: Context;
  /** Nothing new is begun from now on; what is in flight is let end. */
  readonly stop: () => void;
  /** What is in flight is cut as well. */
  readonly cut: () => void;
  /** Lets go of `context`. */
  readonly end: () => void;
}

/**
 * The context for work after which there is something to clean up: calls in flight are cut sooner than in `context`,
 * so that there is time left.
 */
export function hurried(context: Context): Hurried {
  const idle = new AbortController();
  const cut = new AbortController();
  const over = new AbortController();
  const stop = (): void => {
    const stopping = context.clock.sleep(STEPS_MS, over.signal);
    stopping.then(
      () => cut.abort(context.signal.reason),
      () => undefined
    );
  };
  if (context.signal.aborted) stop();
  context.signal.addEventListener('abort', stop, { once: true, signal: over.signal });
  const stopNow = (): void => idle.abort(new ActionError('CANCELLED', { found: 'A step before it failed.' }));
  return {
    context: {
      ...context,
      signal: AbortSignal.any([context.signal, idle.signal]),
      cut: AbortSignal.any([context.cut, cut.signal])
    },
    stop: stopNow,
    cut: () => {
      stopNow();
      cut.abort(idle.signal.reason);
    },
    end: () => over.abort(new Error('The steps are over.'))
  };
}
