import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { type Wait, waitUntil } from '../wait.js';
import type { Call } from './call.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** An error that passes by itself, and how long that is waited for. */
export interface RetryRule {
  /** Names of operations; one with `*` at the end stands for all that begin so. */
  readonly operations: readonly string[];
  /** AWS's names of the error. */
  readonly errors: readonly string[];
  /** What AWS's message must say. */
  readonly message?: RegExp;
  /** Why it passes, for the log. */
  readonly why: string;
  readonly capMs: number;
  /** Default: 1 s. */
  readonly firstMs?: number;
  /** Default: 10 s. */
  readonly maxMs?: number;
}

const BUSY = 'somebody else is changing the same thing';
const SPREADING = 'what was just made is not known everywhere yet';

/**
 * What the SDK does not repeat by itself, though it passes. `PutDataLakeSettings` is not repeated after a
 * concurrent change: that needs a fresh read, which is the caller's. Durations are what others measured.
 */
export const RULES: readonly RetryRule[] = [
  {
    operations: ['s3tables:CreateTableBucket'],
    errors: ['ConflictException'],
    message: /transitional state/i,
    why: 'S3 Tables is still removing an earlier table bucket of this name',
    capMs: 15 * MINUTE,
    firstMs: 15 * SECOND,
    maxMs: MINUTE
  },
  {
    operations: ['s3tables:CreateTable'],
    errors: ['NotFoundException'],
    message: /namespace/i,
    why: SPREADING,
    capMs: 6 * MINUTE
  },
  {
    operations: ['s3tables:CreateTable', 's3tables:CreateNamespace', 's3tables:PutTableBucketPolicy'],
    errors: ['NotFoundException'],
    message: /bucket/i,
    why: SPREADING,
    capMs: MINUTE
  },
  {
    operations: ['s3tables:DeleteTableBucket', 's3tables:DeleteNamespace'],
    errors: ['BadRequestException', 'ConflictException'],
    message: /not empty/i,
    why: 'what was just deleted in it still lingers',
    capMs: 2 * MINUTE
  },
  {
    operations: ['s3tables:DeleteNamespace', 's3tables:DeleteTableBucket'],
    errors: ['ConflictException'],
    why: BUSY,
    capMs: 2 * MINUTE
  },
  {
    operations: ['lakeformation:PutDataLakeSettings', 'lakeformation:GrantPermissions'],
    errors: ['InvalidInputException'],
    message: /invalid principal/i,
    why: 'a new role is not known to Lake Formation at once',
    capMs: 2 * MINUTE
  },
  {
    operations: ['lakeformation:GrantPermissions'],
    errors: ['InvalidInputException'],
    message: /grantee has no permissions|register the s3 path/i,
    why: SPREADING,
    capMs: 2 * MINUTE
  },
  {
    operations: ['lakeformation:RevokePermissions'],
    errors: ['InvalidInputException'],
    message: /register the s3 path/i,
    why: SPREADING,
    capMs: MINUTE
  },
  {
    operations: ['lakeformation:GrantPermissions', 'lakeformation:RevokePermissions'],
    errors: ['ConcurrentModificationException'],
    why: BUSY,
    capMs: 2 * MINUTE
  },
  {
    operations: ['lakeformation:GrantPermissions', 'lakeformation:RevokePermissions'],
    errors: ['AccessDeniedException'],
    message: /not authorized to access requested permissions/i,
    why: 'the rights of an administrator take a while to hold',
    capMs: 2 * MINUTE
  },
  {
    operations: ['glue:*'],
    errors: [
      'ConcurrentModificationException',
      'FederationSourceRetryableException',
      'OperationTimeoutException'
    ],
    why: 'Glue asks to try again',
    capMs: 2 * MINUTE
  },
  {
    operations: ['glue:CreateCatalog'],
    errors: ['FederationSourceException'],
    message: /invalid role provided/i,
    why: SPREADING,
    capMs: 2 * MINUTE
  }
];

/** For the caller that has become a Lake Formation administrator in this run. */
export const NEW_ADMINISTRATOR: RetryRule = {
  operations: ['glue:CreateDatabase'],
  errors: ['AccessDeniedException'],
  why: 'the rights of a new Lake Formation administrator take a while to hold',
  capMs: 2 * MINUTE
};

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
  const start = context.clock.now();
  const tell = everyMinute(context);
  let last = first.error;
  let next: Look<T> | undefined = first;
  const probe = async (): ReturnType<Wait<T>['probe']> => {
    const seen: Look<T> = next ?? (await tryOnce());
    next = undefined;
    if (seen.done) return seen;
    last = seen.error;
    tell(`Waiting to ${call.doing}: ${seen.rule.why} (at most ${span(seen.rule.capMs)}).`);
    return { done: false, seen: last.message };
  };
  const { capMs, firstMs = SECOND, maxMs = 10 * SECOND } = first.rule;
  try {
    return await waitUntil(context, { what: call.doing, capMs, firstMs, maxMs, probe });
  } catch (error) {
    // The time is not what is wrong; what kept the call from succeeding all that time is.
    if (!(error instanceof ActionError) || error.code !== 'TIMED_OUT') throw error;
    throw afterWaiting(last, context.clock.now() - start);
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

/** Tells the log the first time, and from then on at most once a minute. */
function everyMinute(context: Context): (line: string) => void {
  let told: number | undefined;
  return (line) => {
    const now = context.clock.now();
    if (told !== undefined && now - told < MINUTE) return;
    told = now;
    context.reporter.info(line);
  };
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
