import { expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { appendRows } from '../../src/iceberg/append.js';
import type { TableFiles } from '../../src/iceberg/ports.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import type { Row } from '../../src/iceberg/value.js';
import { FakeCatalog, MemoryFiles, TABLE, context, emptyTable, fixture, fixtureFiles } from './support.js';

/** The same numbers on every run. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Damage = (bytes: Uint8Array, random: (below: number) => number) => Uint8Array;

const DAMAGES: Record<string, Damage> = {
  'a bit turned': (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    copy[random(copy.length)]! ^= 1 << random(8);
    return copy;
  },
  'a byte replaced': (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    copy[random(copy.length)]! += 1 + random(255);
    return copy;
  },
  'the end cut off': (bytes, random) => bytes.slice(0, random(bytes.length)),
  'a byte too much': (bytes, random) => Uint8Array.from([...bytes, random(256)])
};

function damaging(files: TableFiles, target: string, damage: (bytes: Uint8Array) => Uint8Array): TableFiles {
  return {
    ...files,
    read: async (location, of) => {
      const bytes = await files.read(location, of);
      return location === target ? damage(bytes) : bytes;
    },
    write: (location, bytes, of) => files.write(location, bytes, of)
  };
}

/** The rows, or the error, which must be one that names a file. */
async function outcomeOf(read: () => Promise<readonly Row[]>): Promise<readonly Row[] | ActionError> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof ActionError) return thrown;
    throw thrown;
  }
}

async function ownTable(): Promise<{ catalog: FakeCatalog; files: MemoryFiles }> {
  const catalog = new FakeCatalog(
    emptyTable([
      { id: 1, name: 'id', type: 'long', required: true },
      { id: 2, name: 'word', type: 'string' },
      { id: 3, name: 'price', type: 'decimal(20,2)' }
    ])
  );
  const files = new MemoryFiles();
  const rows = Array.from({ length: 50 }, (_, i) => ({
    id: BigInt(i),
    word: i % 3 ? `w${i % 5}` : null,
    price: `${i}.25`
  }));
  await appendRows({ catalog, files, name: TABLE }, rows, context);
  return { catalog, files };
}

test.each(Object.keys(DAMAGES))('in files of its own every damage is found: %s', async (kind) => {
  const { catalog, files } = await ownTable();
  const random = randomly(7);
  for (const target of files.written)
    for (let i = 0; i < 60; i++) {
      const read = damaging(files, target, (bytes) => DAMAGES[kind]!(bytes, random));
      const outcome = await outcomeOf(() => readRows(catalog.metadata, read, {}, context));
      expect(outcome).toMatchObject({ code: 'ICEBERG_CORRUPT', doing: `read ${target}` });
    }
});

/** The files of a fixture, by what they are. */
async function filesOf(name: string): Promise<Record<'list' | 'manifest' | 'data', string>> {
  const seen: string[] = [];
  const spy: TableFiles = {
    ...fixtureFiles,
    read: (location, of) => {
      seen.push(location);
      return fixtureFiles.read(location, of);
    }
  };
  await readRows(await fixture(name), spy, {}, context);
  return { list: seen[0]!, manifest: seen[1]!, data: seen[2]! };
}

const CASES = Object.keys(DAMAGES).flatMap((kind) =>
  (['list', 'manifest', 'data'] as const).map((part): [string, 'list' | 'manifest' | 'data'] => [kind, part])
);

test.each(CASES)("in others' files, %s in the %s: an error or the same rows", async (kind, part) => {
  const metadata = await fixture('groups_gzip');
  const rows = await readRows(metadata, fixtureFiles, {}, context);
  const target = (await filesOf('groups_gzip'))[part];
  const random = randomly(11);
  let found = 0;
  for (let i = 0; i < 150; i++) {
    const read = damaging(fixtureFiles, target, (bytes) => DAMAGES[kind]!(bytes, random));
    const outcome = await outcomeOf(() => readRows(metadata, read, {}, context));
    if (outcome instanceof ActionError) found += 1;
    else expect(outcome).toEqual(rows);
  }
  expect(found).toBeGreaterThan(20);
});

test.each(['uncompressed', 'snappy', 'zstd'])('in data of %s no row is lost or added', async (codec) => {
  const name = `groups_${codec}`;
  const metadata = await fixture(name);
  const { data } = await filesOf(name);
  const random = randomly(13);
  for (let i = 0; i < 150; i++) {
    const read = damaging(fixtureFiles, data, (bytes) => DAMAGES['a bit turned']!(bytes, random));
    const outcome = await outcomeOf(() => readRows(metadata, read, {}, context));
    if (!(outcome instanceof ActionError)) expect(outcome).toHaveLength(150);
  }
});

test('a whole data file in the place of another is found', async () => {
  const { catalog, files } = await ownTable();
  const other = await ownTable();
  const dataOf = ({ written }: MemoryFiles): string => written.find((name) => name.endsWith('.parquet'))!;
  await appendRows({ ...other, name: TABLE }, [{ id: 1n }], context);
  files.files.set(dataOf(files), await other.files.read(other.files.written[3]!));
  const outcome = await outcomeOf(() => readRows(catalog.metadata, files, {}, context));
  expect(outcome).toMatchObject({ code: 'ICEBERG_CORRUPT', doing: `read ${dataOf(files)}` });
});
