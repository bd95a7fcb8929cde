import type { Outcome } from '../outcome.js';
import type { Block } from './markdown.js';
import { rows, type Row } from './results-text.js';
import { oneLine } from '../text.js';

/** More boxes than this nobody reads. */
const MOST = 50;
const LONGEST = 40;

/** Colours that can be read on light and on dark ground: the box is filled, and its text has its own colour. */
const CLASSES: Readonly<Record<string, string>> = {
  created: 'fill:#1a7f37,stroke:#116329,color:#ffffff',
  updated: 'fill:#9a6700,stroke:#7d4e00,color:#ffffff',
  unchanged: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
  removed: 'fill:#6e40c9,stroke:#512a97,color:#ffffff',
  blocked: 'fill:#bc4c00,stroke:#953800,color:#ffffff',
  failed: 'fill:#cf222e,stroke:#a40e26,color:#ffffff',
  skipped: 'fill:#ffffff,stroke:#8c959f,color:#57606a,stroke-dasharray:4'
};

/** What a row of results is drawn as. */
const CLASS_OF: Readonly<Record<string, string>> = {
  'to create': 'created',
  'to update': 'updated',
  'to remove': 'removed',
  kept: 'unchanged',
  'not reached': 'skipped'
};

/** The environment's resources as a Mermaid flowchart, coloured by what happened to each; nothing without a plan. */
export function picture(outcome: Outcome): Block[] {
  const shown = rows(outcome);
  if (shown.length === 0 || shown.length > MOST) return [];
  const ids = new Map(shown.map(({ step }, at) => [step.id, `n${at}`]));
  const nodes = shown.map((row) => `  ${ids.get(row.step.id)}["${label(row)}"]:::${classOf(row)}`);
  const arrows = shown.flatMap(({ step }) =>
    step.needs.flatMap((need) => (ids.has(need) ? [`  ${ids.get(need)} --> ${ids.get(step.id)}`] : []))
  );
  const used = [...new Set(shown.map(classOf))].sort();
  const classes = used.map((name) => `  classDef ${name} ${CLASSES[name]}`);
  const lines = ['flowchart LR', ...nodes, ...arrows, ...classes];
  return [`\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`];
}

function classOf({ what }: Row): string {
  const name = CLASS_OF[what] ?? what;
  return name in CLASSES ? name : 'unchanged';
}

/** Kind, name and result, a line each. */
function label({ step, what }: Row): string {
  return [step.kind, cut(step.name), what].map(safe).join('<br>');
}

function cut(name: string): string {
  const line = oneLine(name);
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

/** Mermaid's own entity codes for whatever could mean something to it, to Markdown or to HTML. */
function safe(text: string): string {
  return oneLine(text).replace(/[^\p{L}\p{M}\p{N} ,…_-]/gu, (char) => `#${char.codePointAt(0)};`);
}
