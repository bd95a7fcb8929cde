import { CATALOGUE, type ErrorCode } from './error-catalogue.js';
import { plain, shorten, shown } from './text.js';

export type { ErrorCode } from './error-catalogue.js';

/** What AWS answered, as far as it may be shown. */
export interface AwsAnswer {
  /** `s3tables:CreateTableBucket` */
  readonly operation: string;
  /** AWS's name of the error: `AccessDeniedException`. */
  readonly name: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
}

/** What an error knows of the situation it arose in. */
export interface Situation {
  /** What was being done to which resource: `create the table bucket dev-myapp`. */
  readonly doing?: string | undefined;
  /** What was found, in whole sentences. */
  readonly found?: string | undefined;
  /** What to do now, where it can be said more precisely than the catalogue does. */
  readonly todo?: string | undefined;
  readonly answer?: AwsAnswer | undefined;
  readonly cause?: unknown;
}

/**
 * The one way in which anything fails. `message` is complete: what was being done, what AWS said with its
 * request id, what that means, what to do now, and the code, under which the troubleshooting guide has it.
 */
export class ActionError extends Error {
  readonly doing: string | undefined;
  readonly found: string | undefined;
  readonly answer: AwsAnswer | undefined;
  readonly means: string;
  readonly todo: string;

  constructor(
    readonly code: ErrorCode,
    situation: Situation = {}
  ) {
    const entry = CATALOGUE[code];
    const told = safe(situation);
    const todo = told.todo ?? entry.todo;
    super(sentence(code, told, todo), { cause: situation.cause });
    this.name = 'ActionError';
    this.doing = told.doing;
    this.found = told.found;
    this.answer = told.answer;
    this.means = entry.means;
    this.todo = todo;
  }

  /** For logs and `JSON.stringify`: plain data, without the stack. */
  toJSON(): Record<string, unknown> {
    const { code, doing, found, answer, means, todo, message } = this;
    return { code, doing, found, answer, means, todo, message };
  }
}

/** How many characters there are of a name or of what AWS said, and of what was found. */
const LONGEST_WORDS = 2_000;
const LONGEST_FINDING = 32_768;

/** Names and what AWS says come from outside: each is one line, and none is longer than somebody reads. */
function safe({ doing, found, todo, answer, cause }: Situation): Situation {
  const finding = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : shorten(plain(text), LONGEST_FINDING);
  return {
    doing: doing === undefined ? undefined : shown(doing, LONGEST_WORDS),
    found: finding(found),
    todo: finding(todo),
    answer: answer && {
      ...answer,
      name: shown(answer.name),
      message: shown(answer.message, LONGEST_WORDS),
      ...(answer.requestId !== undefined && { requestId: shown(answer.requestId) })
    },
    cause
  };
}

/** Whether these credentials were not allowed something: AWS itself, or Lake Formation, says so. */
export function isDenied(error: unknown): error is ActionError {
  return error instanceof ActionError && /_DENIED$/.test(error.code);
}

/** Makes an `ActionError` of whatever was thrown; what nobody foresaw becomes `INTERNAL`, with its cause. */
export function asActionError(thrown: unknown, doing?: string): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const found = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new ActionError('INTERNAL', { doing, found, cause: thrown });
}

function sentence(code: ErrorCode, situation: Situation, todo: string): string {
  const parts = [
    situation.doing === undefined ? '' : `Could not ${situation.doing}.`,
    situation.answer === undefined ? '' : answerText(situation.answer),
    situation.found ?? CATALOGUE[code].means,
    `What to do: ${todo}`,
    `[${code}]`
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What AWS said, in one sentence, with its request id. */
export function answerText({ operation, name, message, requestId }: AwsAnswer): string {
  const id = requestId === undefined ? '' : ` (request id ${requestId})`;
  return `AWS answered ${operation} with ${name}: ${message || 'no message'}${id}.`;
}
