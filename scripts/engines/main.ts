import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSONStringify } from 'json-with-bigint';
import { toPlain } from '../../__tests__/readers/plain.js';
import { installPython } from '../../__tests__/support/install-python.js';
import { fakeContext } from '../../__tests__/support/context.js';
import { runAction } from '../../demo/github-runner.js';
import { startSandbox } from '../../sandbox/server.js';
import { makeRows } from '../../src/smoke/rows.js';
import { makeEveryType } from './tables.js';

/**
 * `npm run engines`, or `npm run engines -- spark-4.1 daft`: engines that are too heavy for every run of the tests read
 * what the action writes, and every value is compared. They are installed into `.cache/engines`; Spark needs
 * Java 17, Trino Java 24 or newer.
 */
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache/engines/', import.meta.url));
const READERS = fileURLToPath(new URL('../../__tests__/readers/', import.meta.url));

const ICEBERG = 'org.apache.iceberg';
/** Each with its requirements, its script, and what the script is told. */
const ENGINES: Readonly<Record<string, readonly [requirements: string, script: string, ...args: string[]]>> =
  {
    'spark-3.5': [
      ...(['spark-3.5', 'spark.py'] as const),
      `${ICEBERG}:iceberg-spark-runtime-3.5_2.12:1.10.0,${ICEBERG}:iceberg-aws-bundle:1.10.0`
    ],
    'spark-4.1': [
      ...(['spark-4.1', 'spark.py'] as const),
      `${ICEBERG}:iceberg-spark-runtime-4.1_2.13:1.12.0,${ICEBERG}:iceberg-aws-bundle:1.12.0`
    ],
    trino: ['trino', 'trino_reader.py', '476', '24'],
    polars: ['dataframes', 'polars_reader.py'],
    daft: ['dataframes', 'daft_reader.py'],
    clickhouse: ['dataframes', 'clickhouse_reader.py']
  };

const [REGION, ENV, APPLICATION, NAMESPACE] = ['eu-west-1', 'dev', 'engines', 'engines'];
const BUCKET = `${ENV}-${APPLICATION}`;
const AT_A_TIME = 250;

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.find((name) => ENGINES[name] === undefined);
  if (unknown !== undefined)
    throw new Error(`There is no engine ${unknown}: ${Object.keys(ENGINES).join(', ')}.`);
  const sandbox = await startSandbox({ port: 0, region: REGION });
  try {
    const credentials = { AWS_ACCESS_KEY_ID: 'sandbox', AWS_SECRET_ACCESS_KEY: 'sandbox' };
    Object.assign(process.env, credentials, { AWS_ENDPOINT_URL: sandbox.url, AWS_REGION: REGION });
    const subject = await makeSubject(sandbox.url);
    const failed: string[] = [];
    for (const name of wanted.length > 0 ? wanted : Object.keys(ENGINES))
      if (!(await read(name, subject))) failed.push(name);
    process.stdout.write(failed.length === 0 ? '\nAll engines agree.\n' : `\nNot: ${failed.join(', ')}\n`);
    return failed.length;
  } finally {
    await sandbox.close();
  }
}

/** Makes the tables, and gives what the scripts are told of them. */
async function makeSubject(url: string): Promise<object> {
  const account = '123456789012';
  const bucketArn = `arn:aws:s3tables:${REGION}:${account}:bucket/${BUCKET}`;
  const kept = await runAction({
    with: {
      ...{ command: 'apply', region: REGION, env: ENV, application: APPLICATION, team: 'Data' },
      ...{
        'identity-center-role-arn': `arn:aws:iam::${account}:role/Analyst`,
        'analytics-integration': 'ignore'
      },
      ...{ 'smoke-test': 'true', 'smoke-test-keep': 'true', 'smoke-test-rows': String(AT_A_TIME) }
    },
    env: {
      ...{ AWS_ENDPOINT_URL: url, AWS_ACCESS_KEY_ID: 'sandbox', AWS_SECRET_ACCESS_KEY: 'sandbox' },
      ...{ GITHUB_REPOSITORY: 'you/engines', GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1' }
    }
  });
  if (kept.exitCode !== 0) throw new Error(kept.log);
  const place = { region: REGION, bucketArn, namespace: NAMESPACE };
  const everyType = await makeEveryType(place, 'every_type', fakeContext());
  const smoke = makeRows(0, { count: 3 * AT_A_TIME, commentsFrom: 2 * AT_A_TIME });
  const tables = { every_type: toPlain(everyType), smoke_1_1: toPlain(smoke) };
  return { url, region: REGION, account, bucket: BUCKET, namespace: NAMESPACE, tables };
}

/** Installs an engine where it is not yet, and lets it read. */
async function read(name: string, subject: object): Promise<boolean> {
  const [requirements, script, ...args] = ENGINES[name]!;
  process.stdout.write(`\n==> ${name}\n`);
  const python = installPython(`engines/${requirements}`, `../scripts/engines/${requirements}`);
  if (python === '') throw new Error(`The packages of ${requirements} could not be installed.`);
  const child = spawn(python, [join(FOLDER, script), ...args], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, PYTHONPATH: `${READERS}:${FOLDER}`, TZ: 'UTC', ENGINES_CACHE: CACHE }
  });
  child.stdin.end(JSONStringify(subject));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return code === 0;
}

process.exitCode = await main(process.argv.slice(2));
