import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeRows } from '../../src/smoke/rows.js';
import { enableIntegration } from '../bundle/support/account.js';
import { Arena } from '../bundle/support/arena.js';
import { ACCOUNT, BUCKET, NAMESPACE, REGION } from '../bundle/support/values.js';
import { toPlain } from './plain.js';
import { readBy, withReaders } from './reader.js';

const AT_A_TIME = 300;
/** Two appends, and one after a column was added. */
const ROWS = makeRows(0, { count: 3 * AT_A_TIME, commentsFrom: 2 * AT_A_TIME });

/** One smoke test of the built action, whose table it keeps; then everybody reads that. */
withReaders('the table that the smoke test keeps', () => {
  let arena: Arena;

  const subject = () => ({
    url: arena.sandbox.url,
    region: REGION,
    account: ACCOUNT,
    bucket: BUCKET,
    namespace: NAMESPACE,
    table: 'smoke_77001_2',
    rows: toPlain(ROWS)
  });

  beforeAll(async () => {
    arena = await Arena.open();
    await enableIntegration(arena);
    const { exitCode, log } = await arena.run('apply', {
      'smoke-test': 'true',
      'smoke-test-keep': 'true',
      'smoke-test-rows': String(AT_A_TIME)
    });
    if (exitCode !== 0) throw new Error(log);
  });

  afterAll(() => arena.close());

  test('its rows are worth reading', () => {
    for (const column of Object.keys(ROWS[0] ?? {})) {
      const values = ROWS.map((row) => row[column] ?? null);
      expect(new Set(values).size).toBeGreaterThan(1);
      expect(values.includes(null)).toBe(column !== 'id');
    }
  });

  readBy('same_rows', subject);
  readBy('filters', subject);
  readBy('history', subject);
  readBy('metadata_spec', subject);
  readBy('manifest_spec', subject);
  readBy('data_files', subject);
});
