import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import {
  type ActionFile,
  between,
  eventsTable,
  exampleBlock,
  inputsTable,
  outputsTable,
  troubleshooting
} from './generate.js';

/** The workflows of `examples/` that the README shows. */
const EXAMPLES = ['pull-request', 'release', 'drift', 'sweep', 'matrix', 'reusable', 'reusable-caller'];

const exampleOf = (name: string): [string, string] => [
  `example-${name}`,
  exampleBlock(name, read(`examples/${name}.yml`))
];

/**
 * `npm run docs` writes what is generated: the tables of README.md from action.yml, its workflows from examples/, and docs/troubleshooting.md
 * from the catalogue of errors. `npm run docs -- --check` writes nothing and fails when either is stale.
 */
async function main(check: boolean): Promise<void> {
  const action = parse(read('action.yml')) as ActionFile;
  const tables: [string, string][] = [
    ['inputs', inputsTable(action)],
    ['outputs', outputsTable(action)],
    ['events', eventsTable()]
  ];
  const parts = [...tables, ...EXAMPLES.map(exampleOf)];
  const files = {
    'README.md': parts.reduce((readme, [name, text]) => between(readme, name, text), read('README.md')),
    'docs/troubleshooting.md': troubleshooting()
  };
  const stale: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const fresh = await format(text, { ...(await resolveConfig(file(path))), parser: 'markdown' });
    if (fresh === read(path)) continue;
    stale.push(path);
    if (!check) writeFileSync(file(path), fresh);
  }
  const verb = check ? 'Stale, run `npm run docs`' : 'Written';
  console.log(stale.length === 0 ? 'The documentation is up to date.' : `${verb}: ${stale.join(', ')}`);
  if (check && stale.length > 0) process.exitCode = 1;
}

const file = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The text of a file of the repository; empty when it is not there yet. */
function read(path: string): string {
  try {
    return readFileSync(file(path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

await main(process.argv.includes('--check'));
