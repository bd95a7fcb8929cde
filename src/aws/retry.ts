import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { type Wait, waitUntil } from '../wait.js';
import type { Call } from './call.js';
import { type RetryRule, RULES } from './retry-rules.js';

const SECOND = 1_000;
/** How often the clock is shown while something is waited for. */
const RHYTHM_MS = 15 * SECOND;

/**
 * Runs `attempt` until it succeeds, or fails with what no rule covers, or the rule's time is over; then throws
 * the last error, which says what is wrong, with how long it was tried. Tells the log what it waits for.
 */
export async function retrying<T>(context: Context, call: Call, attempt: () => Promise<T>): Promise<T> {
  const rules = [...RULES, ...(call.retry ?? [])];
  const tryOnce = (): Promise<Look<T>> => look(attempt, (error) => ruleFor(rules, call, error));
  const first = await tryOnce();
  return first.done ? first.value : keepTrying(context, call, first, tryOnce);
}

async function keepTrying<T>(
  context: Context,
  call: Call,
  first: Failed,
  tryOnce: () => Promise<Look<T>>
): Promise<T> {
  const watch = watchOf(context, call);
  let last = first.error;
  let next: Look<T> | undefined = first;
  const probe = async (): ReturnType<Wait<T>['probe']> => {
    const seen: Look<T> = next ?? (await tryOnce());
    next = undefined;
    if (seen.done) return seen;
    last = seen.error;
    watch.tell(seen.rule);
    return { done: false, seen: last.message };
  };
  const { capMs = Infinity, firstMs = SECOND, maxMs = 10 * SECOND } = first.rule;
  try {
    const value = await waitUntil(context, { what: call.doing, capMs, firstMs, maxMs, probe });
    watch.end();
    return value;
  } catch (error) {
    // The time is not what is wrong; what kept the call from succeeding all that time is.
    if (!(error instanceof ActionError) || error.code !== 'TIMED_OUT') throw error;
    throw afterWaiting(last, watch.waited());
  }
}

interface Failed {
  readonly done: false;
  readonly error: ActionError;
  readonly rule: RetryRule;
}

type Look<T> = { readonly done: true; readonly value: T } | Failed;

async function look<T>(
  attempt: () => Promise<T>,
  find: (error: unknown) => RetryRule | undefined
): Promise<Look<T>> {
  try {
    return { done: true, value: await attempt() };
  } catch (error) {
    const rule = find(error);
    if (rule === undefined) throw error;
    return { done: false, error: error as ActionError, rule };
  }
}

function ruleFor(rules: readonly RetryRule[], call: Call, error: unknown): RetryRule | undefined {
  const answer = error instanceof ActionError ? error.answer : undefined;
  if (answer === undefined) return undefined;
  return rules.find(
    ({ operations, errors, message }) =>
      operations.some((name) => covers(name, call.operation)) &&
      errors.includes(answer.name) &&
      (message?.test(answer.message) ?? true)
  );
}

function covers(pattern: string, operation: string): boolean {
  return pattern.endsWith('*') ? operation.startsWith(pattern.slice(0, -1)) : pattern === operation;
}

/** The clock that is shown while something is waited for. */
interface Watch {
  /** Says what is waited for and why, and from then on, now and then, how long it has been and still can be. */
  readonly tell: (rule: RetryRule) => void;
  /** Says how long it took, where that was worth a word. */
  readonly end: () => void;
  /** ms */
  readonly waited: () => number;
}

function watchOf({ clock, deadline, reporter }: Context, { doing }: Call): Watch {
  const start = clock.now();
  let told: number | undefined;
  const waited = (): number => clock.now() - start;
  return {
    waited,
    tell: ({ why, capMs = Infinity }) => {
      const now = clock.now();
      if (told !== undefined && now - told < RHYTHM_MS) return;
      const left = Math.min(start + capMs, deadline) - now;
      reporter.info(
        told === undefined
          ? `Waiting to ${doing}: ${why}. It is tried again for at most ${face(left)}.`
          : `Still waiting to ${doing}: ${face(waited())} waited, at most ${face(left)} left.`
      );
      told = now;
    },
    end: () => {
      if (waited() >= RHYTHM_MS)
        reporter.info(`It took ${face(waited())} until it was possible to ${doing}.`);
    }
  };
}

/** Minutes and seconds as a clock shows them: `1:05`. */
function face(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function afterWaiting(error: ActionError, waitedMs: number): ActionError {
  const { code, doing, answer, todo, cause } = error;
  const found = `${error.found ?? error.means} It was tried again and again for ${span(waitedMs)}.`;
  return new ActionError(code, { doing, answer, todo, cause, found });
}

function span(ms: number): string {
  const seconds = Math.round(ms / SECOND);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
