import { beforeAll, describe, expect, test } from '@jest/globals';
import { JSONParse } from 'json-with-bigint';
import type { Row } from '../../src/iceberg/value.js';
import { finish } from '../clients/python-process.js';
import { plainById, useLake } from './lake.js';
import { readBy, startReader, withReaders } from './reader.js';

/** What the script says of a table that it made. */
interface Made {
  readonly rows: readonly PlainRow[];
  /** The table after the first append. */
  readonly first?: { readonly id: number | bigint; readonly rows: readonly PlainRow[] };
}
type PlainRow = Readonly<Record<string, unknown>>;

/** What our writer adds to the table `types`. */
const OURS: Row = {
  ...{ id: -(2n ** 63n), number: 2n ** 63n - 1n, f: -0, d: NaN, b: false, day: 2_932_896, t: 1n },
  ...{ ts: 253_402_300_799_999_999n, tz: -62_135_596_800_000_000n, dec9: '-9999999999.99' },
  ...{ dec18: '0.0001', dec38: `${'9'.repeat(28)}.${'9'.repeat(10)}` },
  ...{ u: 'ffffffff-ffff-ffff-ffff-ffffffffffff', fx: new Uint8Array(3), bin: new Uint8Array() },
  ...{ s: '😀'.repeat(20), added: '' }
};

withReaders('tables that PyIceberg writes', () => {
  const lake = useLake();
  let made: Readonly<Record<string, Made>>;
  const rowsOf = (name: string): readonly PlainRow[] => made[name]?.rows ?? [];

  beforeAll(async () => {
    const child = startReader(['-m', 'written'], lake.url, lake.subject('', []));
    const { status, stdout, stderr } = await finish(child);
    if (status !== 0) throw new Error(stderr);
    made = JSONParse(stdout) as Readonly<Record<string, Made>>;
  });

  test.each(['types', 'nested', 'partitioned', 'deleted'])(
    'our reader gives the rows of %s',
    async (name) => {
      expect(rowsOf(name).length).toBeGreaterThan(3);
      expect(await lake.read(name)).toEqual(rowsOf(name));
    }
  );

  test('our reader gives the rows and columns of an earlier snapshot', async () => {
    const { id, rows } = made.types?.first ?? { id: 0, rows: [] };
    expect(rows).toHaveLength(2);
    expect(await lake.read('types', BigInt(id))).toEqual(rows);
  });

  describe('with a row that our writer appends', () => {
    const both = (): readonly unknown[] => [...plainById([OURS]), ...rowsOf('types')];

    beforeAll(() => lake.append('types', [OURS]));

    test('our reader gives all', async () => {
      expect(await lake.read('types')).toEqual(both());
    });

    readBy('same_rows', () => lake.subject('types', both()));
  });
});
