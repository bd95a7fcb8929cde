import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { masksAccountId } from '../../src/github/masking.js';
import { report } from '../../src/github/report.js';
import { githubReporter } from '../../src/github/reporter.js';
import { outcome, OUTPUTS, recordingRunner } from './fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'masking-'));
const env = {
  GITHUB_WORKSPACE: folder,
  GITHUB_WORKFLOW_REF: 'octo/lake/.github/workflows/lake.yml@refs/heads/main'
};
afterAll(() => rmSync(folder, { recursive: true }));

function workflow(text: string): void {
  mkdirSync(join(folder, '.github', 'workflows'), { recursive: true });
  writeFileSync(join(folder, '.github', 'workflows', 'lake.yml'), text);
}

test.each([
  ['    with:\n      mask-aws-account-id: true\n', true],
  ["    with:\n      mask-aws-account-id: 'true'\n", true],
  ['    - uses: aws-actions/configure-aws-credentials@v2\n', true],
  ['    - uses: aws-actions/configure-aws-credentials@v5\n', false],
  ['      mask-aws-account-id: false\n', false],
  ['      # mask-aws-account-id: true\n', false]
])('%j', async (text, masks) => {
  workflow(text);
  expect(await masksAccountId(env)).toBe(masks);
});

test('a workflow that is not there tells nothing', async () => {
  expect(await masksAccountId({})).toBe(false);
  expect(await masksAccountId({ ...env, GITHUB_WORKSPACE: join(folder, 'gone') })).toBe(false);
});

test('a run whose outputs hold the account id warns of it, and names those that do not', async () => {
  workflow('      mask-aws-account-id: true\n');
  const runner = recordingRunner();
  const options = { summary: false, exportEnv: false, env };
  await report(outcome({ outputs: OUTPUTS }), options, githubReporter(env, runner));
  const warnings = runner.annotations.filter(({ kind }) => kind === 'warning');
  expect(warnings.map(({ message }) => message).join()).toContain('table-bucket-name');
  await report(outcome({ outputs: { command: 'apply' } }), options, githubReporter(env, runner));
  expect(runner.annotations.filter(({ kind }) => kind === 'warning')).toHaveLength(1);
});
