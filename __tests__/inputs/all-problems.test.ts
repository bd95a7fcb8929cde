import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../src/inputs.js';
import { GIVEN, stepEnv } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

/** The lines about these inputs, which must be refused. */
async function problems(given: Readonly<Record<string, string>>): Promise<string[]> {
  const error = await thrownBy(() => readInputs(stepEnv(given)));
  expect(error.code).toBe('INVALID_INPUT');
  return (error.found ?? '').split('\n- ').slice(1);
}

describe('all problems are told at once', () => {
  test('what is missing', async () => {
    expect(await problems({})).toEqual([
      expect.stringMatching(/^env: is missing: apply needs it\. Example: dev/),
      expect.stringMatching(/^application: is missing: apply needs it\. Example: myapp/),
      expect.stringMatching(/^team: is missing: apply needs it\. Example: data-platform/),
      expect.stringMatching(
        /^identity-center-role-arn: is missing: apply needs it, or identity-center-permission-set\. Example: arn:aws:iam::/
      )
    ]);
    expect(await problems({ command: 'destroy' })).toHaveLength(2);
    expect(await problems({ command: 'iam-policy' })).toHaveLength(2);
  });

  test('with what is wrong, and their number', async () => {
    const given = {
      command: 'up',
      env: 'dev',
      application: 'my app',
      'dry-run': 'maybe',
      namespace: 'my-app',
      tags: `team=x\n${'k'.repeat(129)}=v`,
      'table-bucket-policy': 'gone.json'
    };
    const error = await thrownBy(() => readInputs(stepEnv(given)));
    const inputs = (error.found ?? '').split('\n- ').map((line) => line.split(':')[0]);
    expect(inputs).toEqual([
      '10 inputs cannot be used',
      'command',
      'dry-run',
      'team',
      'identity-center-role-arn',
      'table-bucket-name',
      'namespace',
      'table',
      'glue-database',
      'tags',
      'tags',
      'table-bucket-policy'
    ]);
  });

  test('a derived name that cannot be used says where it comes from, and what could be set instead', async () => {
    const lines = await problems({ ...GIVEN, env: 'Dev' });
    expect(lines.map((line) => line.trimEnd())).toEqual([
      'table-bucket-name: "Dev-my-app" cannot be used: it is derived from env and application, and only lower-case letters, digits and hyphens are allowed. Example: dev-my-app',
      'glue-database: "Dev_my_app_db" cannot be used: it is derived from env and application, and only lower-case letters, digits, underscores and hyphens are allowed. Example: dev_my_app_db'
    ]);
  });
});
