import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { githubReporter } from '../../src/github/reporter.js';
import { report, type ReportOptions } from '../../src/github/report.js';
import { denied, done, outcome, OUTPUTS, plan, type Recording, recordingRunner, step } from './fixtures.js';
import type { Outcome } from '../../src/outcome.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STEPS = [step('create', { id: 'bucket' })];
const APPLIED = outcome({ plan: plan(STEPS), results: [done(STEPS[0]!)], outputs: OUTPUTS });

async function reported(what: Outcome, options: Partial<ReportOptions> = {}): Promise<Recording> {
  const runner = recordingRunner();
  const all = { summary: true, exportEnv: false, env: {}, ...options };
  await report(what, all, githubReporter(all.env, runner));
  return runner;
}

test('sets every output that there is, and leaves out what is not known', async () => {
  const runner = await reported(outcome({ outputs: { region: 'us-east-1', 'table-arn': '' } }));
  expect(runner.outputs).toEqual({ region: 'us-east-1', 'table-arn': '' });
  expect((await reported(APPLIED)).outputs).toEqual(OUTPUTS);
});

test('shows the results', async () => {
  const { lines, annotations, failed } = await reported(APPLIED);
  expect(lines.filter((line) => !line.startsWith('debug'))).toEqual([
    expect.stringContaining('Done: 1 created')
  ]);
  expect([annotations, failed]).toEqual([[], false]);
});

test('shows the plan when it is told', () => {
  const runner = recordingRunner();
  githubReporter({}, runner).plan(plan(STEPS, 'plan'));
  expect(runner.lines).toEqual([
    '+ Table bucket dev-myapp\n\nPlan: 1 to create, 0 to update, 0 to remove, 0 unchanged, 0 blocked.'
  ]);
});

test('exports the variables of the demo only when asked, and none that is not known', async () => {
  expect((await reported(APPLIED)).variables).toEqual({});
  expect((await reported(APPLIED, { exportEnv: true })).variables).toEqual({
    ICEBERG_WAREHOUSE_PATH: OUTPUTS['s3tables-table-warehouse-location'],
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1'
  });
  expect((await reported(outcome({ outputs: {} }), { exportEnv: true })).variables).toEqual({});
});

test('a failure is an annotation with its code as title, and fails the process', async () => {
  const failure = denied();
  const { annotations, failed } = await reported({ ...APPLIED, failures: [failure] });
  expect(annotations).toEqual([{ kind: 'error', message: failure.message, title: 'PERMISSION_DENIED' }]);
  expect(failed).toBe(true);
});

test('twelve failures are nine annotations and one that has the other three', async () => {
  const failures = Array.from({ length: 12 }, (_, i) => denied(`bucket-${i + 1}`));
  const { annotations, lines } = await reported(outcome({ failures }));
  expect(annotations).toHaveLength(10);
  expect(annotations.at(-1)?.message).toBe(
    `And 3 more errors:\n${failures
      .slice(9)
      .map(({ message }) => message)
      .join('\n')}`
  );
  expect(lines.filter((line) => line.startsWith('error: PERMISSION_DENIED'))).toHaveLength(3);
});

test('the outputs file is JSON, in folders that are made for it', async () => {
  const outputsFile = join(folder, 'a', 'b', 'outputs.json');
  const { failed } = await reported(APPLIED, { outputsFile });
  expect(JSON.parse(readFileSync(outputsFile, 'utf8'))).toEqual(OUTPUTS);
  expect(readFileSync(outputsFile, 'utf8')).toMatch(/^\{\n {2}"s3tables-bucket-arn"/);
  expect(failed).toBe(false);
});

test('an outputs file that cannot be written fails the run, and the summary has it', async () => {
  writeFileSync(join(folder, 'file'), '');
  const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
  const { annotations, failed, outputs } = await reported(APPLIED, {
    outputsFile: join(folder, 'file', 'o.json'),
    env
  });
  expect(annotations).toEqual([
    {
      kind: 'error',
      title: 'INVALID_INPUT',
      message: expect.stringContaining('Could not write the outputs to')
    }
  ]);
  expect([failed, outputs]).toEqual([true, OUTPUTS]);
  expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('## ❌ Apply failed');
});

test('the summary is added to what earlier parts of the step wrote', async () => {
  const path = join(folder, 'summary.md');
  writeFileSync(path, 'before\n');
  await reported(APPLIED, { env: { GITHUB_STEP_SUMMARY: path } });
  expect(readFileSync(path, 'utf8')).toMatch(/^before\n## ✅ Applied\n/);
});

test('no summary is written when it is switched off', async () => {
  const path = join(folder, 'summary.md');
  writeFileSync(path, '');
  await reported(APPLIED, { summary: false, env: { GITHUB_STEP_SUMMARY: path } });
  expect(readFileSync(path, 'utf8')).toBe('');
});

test('a summary that cannot be written is a warning', async () => {
  const { annotations, failed } = await reported(APPLIED, { env: { GITHUB_STEP_SUMMARY: folder } });
  expect(annotations).toEqual([
    {
      kind: 'warning',
      title: undefined,
      message: expect.stringContaining('The job summary could not be written')
    }
  ]);
  expect(failed).toBe(false);
});
