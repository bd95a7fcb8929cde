import type { Outcome } from '../outcome.js';
import { timeText } from './expiry-text.js';
import { type Block, code, details, render } from './markdown.js';
import { rows, type Row } from './results-text.js';
import { smokeTable } from './smoke-table.js';
import { stateOf } from './state.js';
import { expiryLine, problems, prose, resourceTable, results, totalsLine, whereLine } from './summary.js';
import { count, seconds, shorten } from '../text.js';

/** What a comment is about, and where there is more. */
export interface CommentSubject {
  readonly env: string;
  readonly application: string;
  /** Absent outside GitHub. */
  readonly runUrl?: string | undefined;
  /** ms since the epoch, UTC. */
  readonly now: number;
}

/** GitHub refuses a longer one. It counts characters, this counts bytes; the marker needs a little as well. */
const COMMENT_LIMIT = 65_536 - 1_024;
/** How much of an output a comment shows. */
const OUTPUT = 400;

/**
 * The comment on a pull request, as Markdown: the same as the job summary, with only what changed, everything long
 * folded, and a link to the run. At most 65,536 characters, with room for the marker.
 */
export function commentOf(outcome: Outcome, subject: CommentSubject): string {
  const blocks = isGone(outcome) ? gone(outcome) : state(outcome, subject.now);
  return render([heading(outcome, subject), ...blocks, footer(subject)], COMMENT_LIMIT);
}

/** True: there is nothing of the environment any more. */
function isGone({ command, dryRun, failures, skipped }: Outcome): boolean {
  return command === 'destroy' && !dryRun && failures.length === 0 && skipped === undefined;
}

function heading(outcome: Outcome, { env, application }: CommentSubject): string {
  return `### ${stateOf(outcome)} · environment ${code(shorten(env))} of ${code(shorten(application))}\n`;
}

function gone(outcome: Outcome): Block[] {
  const removed = rows(outcome).filter(({ step }) => step.action === 'remove');
  const what =
    removed.length === 0 ? 'There was nothing left of it.' : 'Everything that belonged to it was removed.';
  return [
    `The environment is gone. ${what}\n`,
    ...(removed.length === 0
      ? []
      : [details(`Removed: ${count(removed.length, 'resource')}`, listOf(removed))])
  ];
}

function listOf(removed: readonly Row[]): string {
  return removed.map(({ step }) => `- ${prose(step.kind)} ${code(step.name)}\n`).join('');
}

function state(outcome: Outcome, now: number): Block[] {
  const { plan, skipped, failures } = outcome;
  const changed = rows(outcome).filter(({ step, result }) => step.action !== 'keep' || hasFailed(result));
  return [
    ...(skipped === undefined ? [] : [`${prose(skipped)}\n`]),
    ...(plan === undefined ? [] : [whereLine(plan), totalsLine(outcome)]),
    ...expiryLine(outcome, now),
    ...problems(outcome),
    ...resourceTable(outcome.dryRun ? changed : changed.map(withoutMaking)),
    ...smoke(outcome),
    ...(failures.length > 0 || outcome.command === 'destroy' ? [] : results(outcome, OUTPUT))
  ];
}

/** What something was made with is in the summary. */
function withoutMaking(row: Row): Row {
  return row.step.action === 'create' ? { ...row, step: { ...row.step, changes: [] } } : row;
}

function hasFailed(result: Row['result']): boolean {
  return result !== undefined && result.status !== 'done';
}

function smoke(outcome: Outcome): Block[] {
  const { smokeTest } = outcome;
  if (smokeTest === undefined) return [];
  const { result, ms } = smokeTest;
  const title = `${result === 'passed' ? '✔️' : '❌'} Smoke test ${result} in ${seconds(ms)}`;
  return [details(title, render(smokeTable(outcome).slice(1), COMMENT_LIMIT / 4))];
}

function footer({ runUrl, now }: CommentSubject): string {
  const run = runUrl === undefined ? 'the last run' : `[the last run](${encodeURI(runUrl)})`;
  return `<sub>Updated by ${run} on ${timeText(now)}. Its summary has more.</sub>\n`;
}
