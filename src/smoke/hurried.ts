import type { Context } from '../context.js';

/** Of the time that calls in flight have after a stop the steps get so much; the rest is for the clean-up. ms */
const STEPS_MS = 2_000;

/**
 * The context for work after which there is something to clean up: calls in flight are cut sooner than in `context`,
 * so that there is time left. `end` lets go of it.
 */
export function hurried(context: Context): { readonly context: Context; readonly end: () => void } {
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
  return {
    context: { ...context, cut: AbortSignal.any([context.cut, cut.signal]) },
    end: () => over.abort(new Error('The steps are over.'))
  };
}
