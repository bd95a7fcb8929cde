import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeAws } from '../../src/aws/index.js';
import { appendRows } from '../../src/iceberg/append.js';
import { restCatalog } from '../../src/iceberg/rest-catalog.js';
import { withEnvironment } from '../aws/support.js';
import { enableIntegration } from '../bundle/support/account.js';
import { Arena } from '../bundle/support/arena.js';
import { BUCKET_ARN, NAMESPACE, REGION, TABLE } from '../bundle/support/values.js';
import { finish, startPython } from '../clients/python-process.js';
import { readersPython } from '../support/python.js';
import { context } from './lake.js';
import { withReaders } from './reader.js';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const DUCKDB = fileURLToPath(new URL('duckdb_snippet.py', import.meta.url));
const ROWS = [
  { id: 7n, name: 'Elbe' },
  { id: 8n, name: `it's "the" Rhine` }
];

/** What the job summary says of how to connect, run as it is printed, with nothing but credentials in the environment. */
withReaders('what the summary has to paste', () => {
  let arena: Arena;
  let summary = '';
  const home = mkdtempSync(join(tmpdir(), 'snippets-'));

  beforeAll(async () => {
    arena = await Arena.open();
    await enableIntegration(arena);
    const run = await arena.run('apply');
    if (run.exitCode !== 0) throw new Error(run.log);
    summary = run.summary;
    await appendTo(arena.sandbox.url);
  });

  afterAll(async () => {
    await arena.close();
    rmSync(home, { recursive: true });
  });

  /** The code that is folded under a title. */
  function snippet(title: string): string {
    const [, part = ''] = summary.split(`<summary>${title}</summary>`);
    const [, code] = /^```\w+\n([\s\S]*?)^```$/m.exec(part) ?? [];
    if (code === undefined) throw new Error(`There is no snippet for ${title} in:\n${summary}`);
    return code;
  }

  async function python(args: readonly string[], input = ''): Promise<string> {
    const child = startPython(args, undefined, { python: readersPython(), home });
    child.stdin.end(input);
    const { status, stdout, stderr } = await finish(child);
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  test('for PyIceberg shows the rows', async () => {
    const shown = await python(['-c', snippet('PyIceberg')]);
    expect(shown).toContain('id: [[7,8]]');
    expect(shown).toContain(`name: [["Elbe","it's "the" Rhine"]]`);
  });

  test('for DuckDB shows the rows', async () => {
    const shown = await python([DUCKDB], snippet('DuckDB'));
    expect(JSON.parse(shown)).toEqual(ROWS.map(({ id, name }) => [Number(id), name]));
  });

  test('names the versions that it is tried with here', () => {
    const pinned = readFileSync(REQUIREMENTS, 'utf8');
    const version = (name: string): string => new RegExp(`^${name}==(.*)$`, 'm').exec(pinned)?.[1] ?? 'none';
    const pyiceberg = snippet('PyIceberg');
    expect(pyiceberg).toContain(`# Tried with PyIceberg ${version('pyiceberg')} `);
    expect(pyiceberg).toContain(`"pyiceberg[pyarrow,s3fs,rest-sigv4]==${version('pyiceberg')}"`);
    expect(pyiceberg).toContain(`"s3fs==${version('s3fs')}"`);
    expect(snippet('DuckDB')).toContain(`-- Tried with DuckDB ${version('duckdb')}.`);
  });
});

function appendTo(url: string): Promise<unknown> {
  return withEnvironment({ AWS_ENDPOINT_URL: url }, () => {
    const aws = makeAws({ region: REGION, env: process.env });
    const catalog = restCatalog(aws.iceberg('s3tables'), { kind: 's3tables', warehouse: BUCKET_ARN });
    const name = { namespace: NAMESPACE, name: TABLE };
    return appendRows({ catalog, files: aws.warehouse, name }, ROWS, context);
  });
}
