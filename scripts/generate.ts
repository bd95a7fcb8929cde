import { CATALOGUE, type CatalogueEntry } from '../src/error-catalogue.js';
import { EVENTS } from '../src/inputs/events.js';

/** What `action.yml` says of an input or an output. */
export interface Entry {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** What the documentation needs of `action.yml`. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, Entry>>;
  readonly outputs: Readonly<Record<string, Entry>>;
}

/** The table of the inputs, in the order of `action.yml`. */
export function inputsTable({ inputs }: ActionFile): string {
  const rows = Object.entries(inputs).map(([name, entry]) => [
    `\`${name}\``,
    cell(entry.description),
    entry.required === true ? 'required' : defaultCell(entry.default)
  ]);
  return markdownTable(['Input', 'What it is', 'Default'], rows);
}

/** The table of the outputs, in the order of `action.yml`. */
export function outputsTable({ outputs }: ActionFile): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]);
  return markdownTable(['Output', 'What it is'], rows);
}

/** The table of what each of GitHub's events means for `auto`. */
export function eventsTable(): string {
  const does = { apply: 'makes or renews', destroy: 'removes', skip: 'nothing' };
  const rows = EVENTS.map(({ events, when = '', subject, does: what, note }) => [
    events.map((name) => `\`${name}\``).join(', '),
    when,
    what === 'skip'
      ? does.skip
      : `${does[what]} ${subject === 'env' ? 'the one that `env` names' : 'that of the pull request'}`,
    note
  ]);
  return markdownTable(['Event', 'When', 'What `auto` does with which environment', ''], rows);
}

/** A workflow of `examples/` for the README: folded, since it is whole. */
export function exampleBlock(name: string, text: string): string {
  return `<details open>\n<summary><code>examples/${name}.yml</code></summary>\n\n\`\`\`yaml\n${text}\`\`\`\n\n</details>\n`;
}

/** The troubleshooting guide: every error code, what it means and what to do. */
export function troubleshooting(catalogue: Readonly<Record<string, CatalogueEntry>> = CATALOGUE): string {
  const parts = Object.entries(catalogue).map(
    ([code, { means, todo }]) => `## ${code}\n\n${means}\n\n**What to do:** ${todo}\n`
  );
  const head = `# Troubleshooting

Every error of this action ends in a code in square brackets. Here is what each code means and what to do. For more
detail, run the job again with debug logging switched on: the log then has every call to AWS with its request id.

<!-- Generated from src/error-catalogue.ts by \`npm run docs\`. -->
`;
  return [head, ...parts].join('\n');
}

/** `readme` with everything between the markers of `name` replaced. Throws when the markers are not there. */
export function between(readme: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, until] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`README.md lacks the markers ${start} and ${end}.`);
  return `${readme.slice(0, from + start.length)}\n\n${content}\n${readme.slice(until)}`;
}

function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = columns.map(() => '---');
  return [columns, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function defaultCell(value: string | undefined): string {
  if (value === undefined || value === '') return '';
  return value
    .trim()
    .split('\n')
    .map((line) => `\`${cell(line)}\``)
    .join('<br>');
}

/** A cell on one line. Angle brackets stay only within code, where Markdown leaves them alone. */
function cell(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
