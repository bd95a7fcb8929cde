import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { keepPlanFilesApart, scene } from '../support/job.js';

keepPlanFilesApart();

test('tells every policy, in a file, an outcome and a line each, and looks at nothing', async () => {
  const here = scene();
  here.aws.s3tables.getTags = () => Promise.reject(new Error('not to be looked at'));
  const {
    policies = [],
    outputs,
    failures,
    command
  } = await here.run('iam-policy', {
    team: '',
    'identity-center-role-arn': ''
  });
  expect([command, failures, here.newWrites()]).toEqual(['iam-policy', [], []]);
  const kept = JSON.parse(readFileSync(outputs['iam-policy-file'] ?? '', 'utf8')) as Record<string, unknown>;
  expect(kept).toEqual(Object.fromEntries(policies.map(({ name, document }) => [name, document])));
  for (const { title } of policies) {
    const lines = here.context.reporter.lines.filter((line) => line.startsWith(`info: ${title}: `));
    expect([title, lines.length]).toEqual([title, 1]);
  }
});

test('with the smoke test the policy for apply has what that needs', async () => {
  const here = scene();
  const textOf = async (given: Readonly<Record<string, string>>): Promise<string> => {
    const { policies = [] } = await here.run('iam-policy', given);
    return JSON.stringify(policies.find(({ name }) => name === 'apply'));
  };
  expect(await textOf({})).not.toContain('s3tables:GetTableMetadataLocation');
  expect(await textOf({ 'smoke-test': 'true' })).toContain('s3tables:GetTableMetadataLocation');
});
