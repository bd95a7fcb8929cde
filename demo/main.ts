import { startSandbox } from '../sandbox/server.js';
import { runAction, type StepResult } from './github-runner.js';

const ROLES = 'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com';

/** The values of the proof of concept's README, with the integration switched on by the action. */
const INPUTS = {
  env: 'dev',
  application: 'myapp',
  team: 'NGWPC',
  region: 'us-east-1',
  'identity-center-role-arn': `${ROLES}/AWSReservedSSO_DataRole`,
  'lakeformation-admin-arns': `${ROLES}/AWSReservedSSO_DataRole\n${ROLES}/AWSReservedSSO_Admin`,
  'analytics-integration': 'enable'
};

/** The story, in order. */
const STEPS = [
  { title: 'plan: what would be done', command: 'plan' },
  { title: 'apply: it is done, and proved by writing and reading', command: 'apply', 'smoke-test': 'true' },
  { title: 'apply again: nothing is left to do', command: 'apply' },
  { title: 'destroy: what is ours is gone, what is shared stays', command: 'destroy' }
];

async function main(): Promise<void> {
  const sandbox = await startSandbox({});
  const env = {
    AWS_ENDPOINT_URL: sandbox.url,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    GITHUB_REPOSITORY: 'ngwpc/lake',
    GITHUB_RUN_ID: '1'
  };
  try {
    for (const { title, ...inputs } of STEPS) {
      const start = performance.now();
      const result = await runAction({ with: { ...INPUTS, ...inputs }, env });
      print(title, result, performance.now() - start);
      if (result.exitCode !== 0) process.exitCode = 1;
    }
  } finally {
    await sandbox.close();
  }
}

function print(title: string, { exitCode, log, outputs, summary }: StepResult, ms: number): void {
  const seconds = (ms / 1000).toFixed(1);
  const listed = Object.entries(outputs).map(([name, value]) => `${name}=${value}`);
  console.log(`\n${'━'.repeat(100)}\n${title} (exit code ${exitCode}, ${seconds} s)\n${'━'.repeat(100)}`);
  section('log', asShown(log));
  section('outputs', listed.join('\n'));
  section('job summary', asRead(summary));
}

/** The log as GitHub shows it: commands are not printed but obeyed, and debug lines are hidden. */
function asShown(log: string): string {
  return log
    .replace(/^::debug::.*\n/gm, '')
    .replace(/^::group::/gm, '▼ ')
    .replace(/^::endgroup::\n/gm, '')
    .replace(/^::(error|warning|notice)[^:]*::/gm, (_command, kind: string) => `${kind.toUpperCase()}: `)
    .replaceAll('%0A', '\n');
}

/** The summary's text as one reads it on the page: without the tags and escapes that keep it safe there. */
function asRead(summary: string): string {
  return summary
    .replace(
      /```mermaid\n[\s\S]*?```/g,
      '(GitHub draws the resources here, coloured by what happened to each.)'
    )
    .replaceAll('<br>', '; ')
    .replaceAll('&nbsp;', ' ')
    .replace(/<\/?(code|em|details|summary)>/g, '')
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)));
}

function section(name: string, text: string): void {
  console.log(`\n── ${name} ${'─'.repeat(96 - name.length)}\n${text.trimEnd()}`);
}

await main();
