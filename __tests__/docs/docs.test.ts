import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import {
  type ActionFile,
  between,
  inputsTable,
  outputsTable,
  troubleshooting
} from '../../scripts/generate.js';
import { CATALOGUE } from '../../src/error-catalogue.js';
import { FIELDS } from '../../src/inputs/fields.js';
import { OUTPUTS } from '../github/fixtures.js';

const read = (path: string): string => readFileSync(path, 'utf8');
const action = parse(read('action.yml')) as ActionFile & { runs: unknown; branding: unknown };

test('the generated documentation is up to date', async () => {
  const tsx = join('node_modules', 'tsx', 'dist', 'cli.mjs');
  const run = promisify(execFile)(process.execPath, [tsx, 'scripts/docs.ts', '--check']);
  await expect(run).resolves.toMatchObject({ stdout: 'The documentation is up to date.\n' });
});

/** GitHub fills expressions in; without it there is nothing. */
const literal = (text = ''): string => (/^\$\{\{.*\}\}$/.test(text) ? '' : text);

test('the code reads the inputs that action.yml declares, with the same defaults', () => {
  const declared = Object.entries(action.inputs).map(([name, entry]) => [name, literal(entry.default)]);
  const fallbacks = Object.entries(FIELDS).map(([name, field]) => [
    name,
    'fallback' in field ? field.fallback : ''
  ]);
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(fallbacks));
  expect(Object.keys(action.inputs)).toEqual(Object.keys(FIELDS));
});

test('action.yml declares every output of the code', () => {
  expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS));
});

test('every input and output has a description, and every default is a string', () => {
  for (const entry of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
    expect(entry.description.length).toBeGreaterThan(10);
    expect(['string', 'undefined']).toContain(typeof entry.default);
  }
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});

test('the examples of the README are workflows that use inputs and outputs which exist', () => {
  const blocks = [...read('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const text = blocks.join('\n');
  for (const block of blocks)
    for (const document of parseAllDocuments(block)) expect(document.errors).toEqual([]);
  const steps = blocks
    .flatMap((block) => stepsOf(parse(block)))
    .filter(({ uses }) => uses?.includes('iceberg-environment'));
  expect(steps.map(({ uses }) => uses)).toEqual(Array(7).fill('your-org/iceberg-environment@v0'));
  for (const step of steps)
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  const used = [...text.matchAll(/steps\.lake\.outputs\.([a-z0-9-]+)/g)].map((match) => match[1]);
  expect(used.length).toBeGreaterThan(0);
  expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(used));
});

test('the JSON of the README is JSON', () => {
  const blocks = [...read('README.md').matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(blocks).toHaveLength(1);
  for (const block of blocks) expect(JSON.parse(block)).toHaveProperty('Version', '2012-10-17');
});

test('the tables follow action.yml', () => {
  const entry = { description: 'a | b\n  c', required: true };
  const file = {
    inputs: { one: entry, two: { description: 'd', default: 'x\ny' } },
    outputs: { o: { description: 'e' } }
  };
  expect(inputsTable(file)).toBe(
    '| Input | What it is | Default |\n| --- | --- | --- |\n| `one` | a \\| b c | required |\n| `two` | d | `x`<br>`y` |\n'
  );
  expect(outputsTable(file)).toBe('| Output | What it is |\n| --- | --- |\n| `o` | e |\n');
});

test('the troubleshooting guide has every code', () => {
  const headings = [...troubleshooting().matchAll(/^## (.*)$/gm)].map((match) => match[1]);
  expect(headings).toEqual(Object.keys(CATALOGUE));
});

test('missing markers are an error', () => {
  expect(() => between('no markers', 'inputs', 'x')).toThrow('README.md lacks the markers');
  expect(between('a<!-- i:start -->old<!-- i:end -->b', 'i', 'new')).toBe(
    'a<!-- i:start -->\n\nnew\n<!-- i:end -->b'
  );
});

interface ExampleStep {
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
}

function stepsOf(workflow: unknown): ExampleStep[] {
  const { jobs = {} } = workflow as { jobs?: Record<string, { steps?: ExampleStep[] }> };
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}
