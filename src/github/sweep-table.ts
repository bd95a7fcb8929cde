import type { Outcome, SweptEnvironment } from '../outcome.js';
import { type Block, code, escape, table } from './markdown.js';
import { shorten } from '../text.js';

const COLUMNS = ['', 'Environment', 'Application', 'Where', 'Result', 'Why'];
const ICONS = { destroyed: '➖', 'to destroy': '📋', failed: '❌', left: '⏭️', kept: '✔️' } as const;
/** The order in which they are shown, so that what did not fit is what matters least. */
const ORDER: readonly SweptEnvironment['what'][] = ['failed', 'destroyed', 'to destroy', 'left', 'kept'];

/** What a sweep did, environment by environment; nothing where none was done. */
export function sweepTable({ swept }: Outcome): Block[] {
  if (swept === undefined) return [];
  const rank = ({ what, doubtful }: SweptEnvironment): number =>
    doubtful && what === 'kept' ? 0.5 : ORDER.indexOf(what);
  const sorted = [...swept].sort((one, other) => rank(one) - rank(other));
  const counts = ORDER.map((what) => [what, swept.filter((each) => each.what === what).length] as const);
  const totals = counts.filter(([, number]) => number > 0).map(([what, number]) => `${number} ${what}`);
  const line =
    swept.length === 0 ? 'There are no environments of this action here.' : `${totals.join(', ')}.`;
  return swept.length === 0 ? [`${line}\n`] : [`${line}\n`, table(COLUMNS, sorted.map(cells), 'environment')];
}

function cells({ env, application, isolation, names, ...swept }: SweptEnvironment): string[] {
  const where =
    isolation === 'bucket'
      ? code(shorten(names.tableBucket))
      : `${code(shorten(names.tableBucket))}, ${code(shorten(names.namespace))}`;
  const why = swept.what === 'failed' ? swept.failures.map(({ code: name }) => code(name)).join(' ') : '';
  return [
    swept.doubtful ? '❓' : ICONS[swept.what],
    code(shorten(env)),
    code(shorten(application)),
    where,
    swept.what,
    [escape(shorten(swept.why, 300)), why].filter((each) => each !== '').join(' ')
  ];
}
