import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { problemOf, usesIn } from '../support/uses.js';
import { lintAction, lintWorkflow, ownAction } from '../support/workflow-lint.js';

interface Job {
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group: string };
  readonly 'timeout-minutes'?: number;
  readonly needs?: string;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const NAMES = readdirSync('examples');
const text = (name: string): string => readFileSync(join('examples', name), 'utf8');
const isOurs = ({ uses = '' }: { readonly uses?: string }): boolean =>
  uses.startsWith('your-org/iceberg-environment@');

test('there is an example for each way to use the action', () => {
  expect(NAMES).toEqual([
    'drift.yml',
    'matrix.yml',
    'pull-request.yml',
    'release.yml',
    'reusable-caller.yml',
    'reusable.yml',
    'sweep.yml'
  ]);
});

describe.each(NAMES)('the example %s', (name) => {
  const workflow = parse(text(name)) as Workflow;
  const jobs = Object.values(workflow.jobs);

  test('has nothing that GitHub finds wrong', async () => {
    expect(await lintWorkflow(text(name))).toEqual([]);
  });

  test('allows its jobs nothing but what they say, and bounds their time', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs.filter(({ steps }) => steps !== undefined)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      if (job.steps?.some(isOurs)) expect(job.permissions).toHaveProperty('id-token', 'write');
    }
  });

  test('lets no two runs work on the same environment', () => {
    const working = jobs.filter(({ steps = [] }) => steps.some(isOurs));
    for (const job of working) expect((workflow.concurrency ?? job.concurrency)?.group).toMatch(/^lake/);
  });

  test('uses outputs that there are', () => {
    const outputs = Object.keys((parse(ownAction()) as { outputs: object }).outputs);
    const used = [...text(name).matchAll(/steps\.lake\.outputs\.([a-z0-9-]+)/g)].map(([, output]) => output);
    expect(outputs).toEqual(expect.arrayContaining(used));
  });
});

test('all events of a pull request wait in one queue, and none is dropped', () => {
  const { concurrency } = parse(text('pull-request.yml')) as Workflow;
  expect(concurrency).toEqual({
    group: 'lake-pr-${{ github.event.number }}',
    'cancel-in-progress': false,
    queue: 'max'
  });
});

test('what the name of the environment is, auto knows by itself', () => {
  const { jobs } = parse(text('pull-request.yml')) as Workflow;
  expect(jobs.lake?.steps?.find(isOurs)?.with).not.toHaveProperty('env');
});

describe('GitHub has taken Node 20 from its runners', () => {
  const isOther = (uses: string): boolean => !/^(?:your-org\/iceberg-environment@|\.\/)/.test(uses);
  const documents = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))];
  const pages = [...documents.map((path) => readFileSync(path, 'utf8')), ...NAMES.map(text)];
  const others = pages.flatMap(usesIn).filter(isOther);

  test('nothing that is shown runs on it', () => {
    expect(others.length).toBeGreaterThan(6);
    expect(others.map(problemOf).filter((problem) => problem !== undefined)).toEqual([]);
  });

  const COMMIT = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd';

  test.each([
    ['actions/upload-artifact@v5', 'runs on Node 20'],
    ['actions/upload-artifact@v4.6.2', 'runs on Node 20'],
    [`actions/checkout@${COMMIT} # v4.3.0`, 'runs on Node 20'],
    [`actions/checkout@${COMMIT}`, 'cannot be told'],
    ['actions/checkout@main', 'cannot be told'],
    ['somebody/else@v1', 'is not in the table']
  ])('%s would be found', (uses, problem) => {
    expect(usesIn(`      - uses: ${uses}\n        with:`)).toEqual([uses]);
    expect(problemOf(uses)).toContain(problem);
  });

  test.each(['actions/upload-artifact@v6', `actions/checkout@${COMMIT} # v5.0.0`])('%s is fine', (uses) => {
    expect(usesIn(`- uses: ${uses}\n`)).toEqual([uses]);
    expect(problemOf(uses)).toBeUndefined();
  });
});

test('the README says what each subject of a token looks like, with names alone and with ids', () => {
  const [, policy = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(policy).toMatch(/"repo:[\w-]+\/[\w-]+:environment:production"/);
  expect(policy).toMatch(/"repo:[\w-]+@\d+\/[\w-]+@\d+:environment:production"/);
});

test('action.yml has nothing that GitHub finds wrong', async () => {
  expect(await lintAction(ownAction())).toEqual([]);
});

test('the workflows of the README have nothing that GitHub finds wrong', async () => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)];
  const workflows = blocks.map(([, block = '']) => block).filter((block) => /^on:/m.test(block));
  expect(workflows.length).toBeGreaterThan(3);
  for (const workflow of workflows) expect(await lintWorkflow(workflow)).toEqual([]);
});

describe('the language service does find', () => {
  const workflow = (on: string, step: string): string =>
    `on: ${on}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;

  test.each([
    [
      'an input that the action does not have',
      workflow('push', 'uses: your-org/iceberg-environment@v0\n        with:\n          tabel: x')
    ],
    [
      'an input that another action does not have',
      workflow('push', 'uses: actions/upload-artifact@v7\n        with:\n          pth: x')
    ],
    ['an event that GitHub does not have', workflow('pull_requests', 'run: echo')],
    ['an id that no step has', workflow('push', 'run: echo ${{ steps.lake.outputs.x }}')]
  ])('%s', async (_what, text) => {
    expect(await lintWorkflow(text)).toHaveLength(1);
  });

  test('a colour that the Marketplace does not have', async () => {
    expect(await lintAction(ownAction().replace('color: blue', 'color: pink'))).toHaveLength(1);
  });
});
