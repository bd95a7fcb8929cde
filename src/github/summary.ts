import { type ActionError, answerText } from '../errors.js';
import type { Outcome, Plan } from '../outcome.js';
import type { Change } from '../change.js';
import { condense } from './changes.js';
import { connectionOf, connectText } from './connect.js';
import {
  type Block,
  code,
  details,
  escape,
  fence,
  render,
  type Rows,
  SUMMARY_LIMIT,
  table
} from './markdown.js';
import { expiryText } from './expiry-text.js';
import { picture } from './picture.js';
import { differenceText, planTotals } from './plan-text.js';
import { type Row, resultTotals, rows } from './results-text.js';
import { smokeTable } from './smoke-table.js';
import { sweepTable } from './sweep-table.js';
import { stateOf } from './state.js';
import { plain, seconds, shorten, showBoth } from '../text.js';

/** How much of an error text and of a value a summary shows; the log has all of it. */
const LONG = 2000;
/** How much of a new value a table cell shows, with nothing to compare it with. */
const ALONE = 90;
/** How many changes of one resource a summary shows. */
const CHANGES = 8;

/**
 * The job summary of a run, as Markdown: what it came to, what to do about what failed, every resource, the
 * outputs, and how to connect. All text from outside is escaped; at most `limit` bytes.
 */
export function summaryOf(outcome: Outcome, limit = SUMMARY_LIMIT): string {
  return render(
    [
      ...head(outcome),
      ...problems(outcome),
      ...resources(outcome),
      ...sweepTable(outcome),
      ...smokeTable(outcome),
      ...policies(outcome),
      ...results(outcome),
      ...picture(outcome)
    ],
    limit
  );
}

function head(outcome: Outcome): Block[] {
  const { plan } = outcome;
  const title = `## ${stateOf(outcome)}\n`;
  const skipped = outcome.skipped === undefined ? [] : [`${prose(outcome.skipped)}\n`];
  if (plan === undefined) return [title, ...skipped];
  return [title, ...skipped, whereLine(plan), totalsLine(outcome), ...expiryLine(outcome)];
}

/** Which environment it is, and where. */
export function whereLine({ environment: { env, application, accountId, region } }: Plan): string {
  return (
    `Environment ${code(env)} of ${code(application)} · ` +
    `account ${code(accountId)} · region ${code(region)}\n`
  );
}

/** How many resources there are of each kind of result. */
export function totalsLine(outcome: Outcome): string {
  const { plan, results: acted } = outcome;
  return `${plan === undefined || acted.length > 0 ? resultTotals(outcome) : planTotals(plan.counts)}\n`;
}

/** When the environment expires; nothing when it does not, or is gone. `now`: ms since the epoch. */
export function expiryLine({ expiresAt }: Outcome, now = Date.now()): string[] {
  return expiresAt === undefined ? [] : [`⏳ ${escape(expiryText(expiresAt, now))}\n`];
}

/** What failed and what is blocked, with what to do. */
export function problems({ plan, failures }: Outcome): Block[] {
  const told = new Set(failures.map(({ message }) => message));
  const blocked = (plan?.steps ?? []).flatMap((step) =>
    step.blocked === undefined || told.has(step.blocked.message) ? [] : [{ step, ...step.blocked }]
  );
  const reasons = blocked.map(({ step, code: reason, message }) => {
    const why = prose(message.replace(`[${reason}]`, ''));
    return `**${escape(step.kind)} ${escape(step.name)}** ${why} ${code(reason)}`;
  });
  return [
    ...alert('CAUTION', failures.map(failureText), 'failure'),
    ...alert('WARNING', reasons, 'blocked resource')
  ];
}

function alert(kind: string, items: readonly string[], noun: string): Rows[] {
  const rows = items.map((item) => `> - ${item}\n`);
  return items.length === 0 ? [] : [{ head: `> [!${kind}]\n`, rows, noun, prefix: '> ' }];
}

function failureText({ code: name, doing, answer, found, means, todo }: ActionError): string {
  const said = answer === undefined ? [] : [answerText(answer)];
  const why = [...said, found ?? means].map(prose).join(' ');
  const what = doing === undefined ? '' : `**Could not ${prose(doing)}.** `;
  return `${what}${why}<br>**What to do:** ${prose(todo)} ${code(name)}`;
}

/** Text from outside in a sentence, its line breaks kept. */
export const prose = (text: string): string =>
  plain(shorten(text.trim(), LONG)).split('\n').map(escape).join('<br>');

function resources(outcome: Outcome): Block[] {
  return resourceTable(rows(outcome));
}

/** A table of resources with what became of them; none without any. */
export function resourceTable(shown: readonly Row[]): Block[] {
  const cells = shown.map((row) => [
    icon(row),
    escape(row.step.kind).replaceAll(' ', '&nbsp;'),
    code(shorten(row.step.name, LONG)),
    row.what,
    row.result === undefined || row.result.ms === 0 || row.step.action === 'keep'
      ? ''
      : seconds(row.result.ms),
    changeCell(row)
  ]);
  return cells.length === 0
    ? []
    : [table(['', 'Resource', 'Name', 'Result', 'Time', 'Changes'], cells, 'resource')];
}

const ICONS: Readonly<Record<string, string>> = {
  create: '➕',
  update: '✏️',
  keep: '✔️',
  differs: '≠',
  remove: '➖',
  blocked: '⛔',
  failed: '❌',
  skipped: '⏭️'
};

function icon({ step, result }: Row): string {
  const sign = result === undefined || result.status === 'done' ? step.action : result.status;
  return ICONS[sign] ?? '';
}

function changeCell({ step }: Row): string {
  const changes = step.action === 'create' || step.action === 'update' ? condense(step.changes) : [];
  const shown = changes.slice(0, CHANGES).map(changeItem);
  const rest = changes.length > CHANGES ? [`and ${changes.length - CHANGES} more`] : [];
  const blocked = step.blocked === undefined ? [] : [code(step.blocked.code)];
  const differences = (step.differences ?? []).map(
    (change) => `not changed: ${escape(shorten(differenceText(change)))}`
  );
  const notes = step.notes.map((note) => `<em>${prose(note)}</em>`);
  return [...shown, ...rest, ...differences, ...blocked, ...notes].join('<br>');
}

function changeItem({ path, from, to }: Change): string {
  const name = escape(shorten(path));
  const [before, after] = showBoth(from, to);
  return from === undefined
    ? `${name}: ${lines(shorten(after, ALONE))}`
    : `${name}: ${lines(before)} → ${lines(after)}`;
}

/** A value as code, each of its lines on its own. */
const lines = (value: string): string => value.split('\n').map(code).join('<br>');

function policies({ policies: sheets = [] }: Outcome): Block[] {
  return sheets.map(({ title, document }) =>
    details(escape(title), fence('json', JSON.stringify(document, undefined, 2)))
  );
}

/** The outputs, and how to connect, both folded. */
export function results({ command, outputs, endpoints }: Outcome, long = LONG): Block[] {
  const known = Object.entries(outputs).filter(([, value]) => value !== undefined && value !== '');
  const cells = known.map(([name, value]) => `| ${code(name)} | ${code(shorten(value, long))} |\n`).join('');
  const list = cells === '' ? [] : [details('Outputs', `| Output | Value |\n| --- | --- |\n${cells}`)];
  const connection = command === 'destroy' ? undefined : connectionOf({ outputs, endpoints });
  return connection === undefined ? list : [...list, connectText(connection)];
}
