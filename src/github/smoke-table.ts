import type { Outcome } from '../outcome.js';
import type { SmokeStepReport } from '../smoke-report.js';
import { type Block, code, escape, table } from './markdown.js';
import { oneLine, seconds, shorten } from '../text.js';

const ICONS = { passed: '✔️', failed: '❌', skipped: '⏭️' } as const;
const COLUMNS = ['', 'Step', 'Time', 'Rows', 'Files', 'Bytes', 'Note'];

/** The steps of the smoke test, for the job summary; nothing when it did not run. */
export function smokeTable({ smokeTest }: Outcome): Block[] {
  if (smokeTest === undefined) return [];
  const { result, via, namespace, scratchTable, ms, kept } = smokeTest;
  const where = `${code(`${namespace}.${scratchTable}`)}, through the Iceberg catalog of ${code(via)}`;
  const what = `Smoke test ${result} in ${seconds(ms)}, with the table ${where}${kept ? ', which was kept' : ''}.`;
  return [`### Smoke test\n`, `${what}\n`, table(COLUMNS, smokeTest.steps.map(cells), 'step')];
}

function cells(step: SmokeStepReport): string[] {
  const { status, title, ms, rows, files, bytes, note, error } = step;
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const remark = error === undefined ? (note ?? '') : String(error['code']);
  return [
    ICONS[status],
    escape(title),
    status === 'skipped' ? '' : seconds(ms),
    number(rows),
    number(files),
    number(bytes),
    escape(shorten(oneLine(remark)))
  ];
}
