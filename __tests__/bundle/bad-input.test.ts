import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ACCOUNT } from './support/values.js';

const given = useArena();

/** An input, what is given, and facts that the message has to hold. */
interface Bad {
  readonly input: string;
  readonly text: string;
  readonly says: readonly string[];
}

const role = (text: string, ...says: string[]): Bad => ({ input: 'identity-center-role-arn', text, says });
const admin = (text: string, ...says: string[]): Bad => ({ input: 'lakeformation-admin-arns', text, says });
const schema = (text: string, ...says: string[]): Bad => ({ input: 'table-schema', text, says });
const policy = (text: string, ...says: string[]): Bad => ({ input: 'table-bucket-policy', text, says });
const bad = (input: string, text: string, ...says: string[]): Bad => ({ input, text, says });
const statement = { Effect: 'Allow', Principal: '*', Action: 's3tables:*', Resource: '*' };

const BAD: readonly Bad[] = [
  bad('command', 'aply', 'plan', 'apply', 'destroy'),
  bad('env', ''),
  bad('application', ''),
  bad('team', ''),
  bad('region', 'Frankfurt'),
  role(''),
  role('AWSReservedSSO_Data'),
  role('arn:aws:iam::123:role/Short'),
  role(`arn:aws:iam::${ACCOUNT}:user/ann`),
  role(`arn:aws:sts::${ACCOUNT}:assumed-role/Data`, 'session'),
  role(`arn:aws:identitystore:::group/0a1b`, 'Identity Center'),
  admin('[broken', 'JSON'),
  admin(`arn:aws:iam::${ACCOUNT}:role/Good, nonsense`, 'nonsense'),
  admin('[1, 2]', 'JSON'),
  bad('table-bucket-name', 'Not_A_Name', 'not-a-name'),
  bad('table-bucket-name', 'aws-lake', 'my-aws-lake'),
  bad('table-bucket-name', 'x'.repeat(64), '63'),
  bad('namespace', 'has-hyphen', 'has_hyphen'),
  bad('namespace', 'aws_gauges', 'aws'),
  bad('table', '_hidden', 'hidden'),
  bad('glue-database', 'UPPER', 'upper'),
  policy('{"Version": oops', 'JSON'),
  policy('[]'),
  policy('{"Version":"2012-10-17","Statement":"none"}'),
  policy('no/such/file.json', 'path'),
  policy(
    JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, Sid: 'x'.repeat(21_000) }] }),
    '20480'
  ),
  schema('id long', 'id long'),
  schema('at: datetime', 'datetime', 'timestamptz'),
  schema('id: long\nmy-name: text', 'my-name', 'without quotes'),
  schema('__proto__: long', '__proto__'),
  schema('raw: fixed[99999999999]', '2147483647'),
  schema('id: long\nid: string', 'twice'),
  schema('Id: long', 'lower case'),
  schema('amount: decimal(40,2)', 'decimal(40,2)'),
  bad('tags', 'no-equals-sign', 'key=value'),
  bad('tags', 'managed-by=me', 'managed-by'),
  bad('tags', 'aws:x=1', 'aws:'),
  bad('tags', 'note=a\tb', 'only letters'),
  bad('tags', '__proto__=x', '__proto__'),
  bad('tags', 'a=1\na=2', 'twice'),
  bad('database-permissions', 'DESCRIBE, FLY', 'FLY', 'CREATE_TABLE'),
  bad('analytics-integration', 'maybe', 'require', 'enable', 'ignore'),
  bad('lake-formation', 'no', 'manage', 'ignore'),
  bad('adopt', 'yes', 'true', 'false'),
  bad('force-destroy', '1', 'true', 'false'),
  bad('allowed-account-ids', '12345', '12 digits'),
  bad('timeout-minutes', '0', 'more than 0'),
  bad('timeout-minutes', 'soon', 'minutes'),
  bad('ttl', '0h', 'at once', '72h'),
  bad('ttl', '3650d', '365 days'),
  bad('ttl', 'soon', 'minutes, hours or days'),
  bad('isolation', 'shared', 'bucket', 'namespace'),
  bad('fork-pull-requests', 'ignore', 'skip', 'fail'),
  bad('sweep-limit', '0', '1 to'),
  bad('sweep-limit', 'all', 'whole number')
];

describe(`bad input, ${NODE.title}`, () => {
  test.each(BAD.map((each) => ({ ...each, shown: each.text.slice(0, 60) })))(
    '$input: $shown',
    async ({ input, text, says }) => {
      const run = await given.arena.run('apply', { [input]: text });
      expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
      for (const fact of [input, ...says]) expect(run.error).toContain(fact);
      expect(run.summary).toContain(input);
    }
  );

  test('all problems at once, each with an example', async () => {
    const run = await given.arena.run('apply', {
      env: 'Prod_',
      'identity-center-role-arn': 'me',
      'table-schema': 'id long',
      adopt: 'perhaps',
      'timeout-minutes': '-1',
      'database-permissions': ''
    });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    const wrong = [
      'identity-center-role-arn',
      'table-schema',
      'adopt',
      'timeout-minutes',
      'table-bucket-name'
    ];
    for (const input of wrong) expect(run.error).toMatch(new RegExp(`- ${input}: .*Example: `));
    expect(run.error).not.toContain('- database-permissions');
  });

  test('auto without a pull request needs an env, and says what it would be on one', async () => {
    const run = await given.arena.run('auto', { env: '' }, { event: { ref: 'refs/heads/main' } });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toContain('env');
    expect(run.error).toMatch(/pull request/);
  });

  test('a file that holds no policy', async () => {
    const file = join(given.arena.folder, 'not-a-policy.json');
    writeFileSync(file, '<html>');
    const run = await given.arena.run('apply', { 'table-bucket-policy': file });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
  });

  test.each(['a-file/outputs.json', '/proc/no/such/outputs.json'])(
    'an outputs file in vain: %s',
    async (path) => {
      writeFileSync(join(given.arena.folder, 'a-file'), '');
      const file = resolve(given.arena.folder, path);
      const run = await given.arena.run('plan', { 'outputs-file': file });
      expect([run.exitCode, run.codes]).toEqual([1, ['INVALID_INPUT']]);
      expect(run.error).toContain(file);
      expect(run.outputs.command).toBe('plan');
    }
  );
});
