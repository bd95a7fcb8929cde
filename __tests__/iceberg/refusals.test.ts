import { expect, test } from '@jest/globals';
import { writeAvro } from '../../src/iceberg/avro/file.js';
import { manifestListSchema, manifestSchema } from '../../src/iceberg/manifest-schema.js';
import { metadataFrom, parseMetadata } from '../../src/iceberg/metadata.js';
import { prepareAppend } from '../../src/iceberg/prepare-append.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import { thrownBy } from '../support/thrown.js';
import { MemoryFiles, context, emptyTable, fixture, fixtureFiles } from './support.js';

const FIELDS = [{ id: 1, name: 'id', type: 'long' }];

test.each<[string, Record<string, unknown>, string]>([
  ['version 1', { 'format-version': 1 }, 'format version 1; this does 2 and 3'],
  ['version 4', { 'format-version': 4 }, 'format version 4; this does 2 and 3'],
  ['encryption', { 'encryption-keys': [] }, 'The table is encrypted']
])('%s is refused by name', async (_what, change, message) => {
  const error = await thrownBy(() => metadataFrom(emptyTable(FIELDS, change), 'm.json'));
  expect(error.code).toBe('ICEBERG_UNSUPPORTED');
  expect(error.message).toContain(message);
});

test.each<[string, Record<string, unknown>, string]>([
  ['no uuid', { 'table-uuid': undefined }, 'The field table-uuid is wrong'],
  ['no row ids in version 3', { 'format-version': 3 }, 'The field next-row-id is missing'],
  ['no current schema', { 'current-schema-id': 5 }, 'There is no schema with the id 5'],
  ['no default spec', { 'default-spec-id': 5 }, 'There is no partition spec with the id 5'],
  ['snapshots', { snapshots: [{ 'snapshot-id': 'x' }] }, 'The field snapshots.0.snapshot-id is wrong'],
  ['schemas', { schemas: [{ 'schema-id': 0, type: 'struct' }] }, 'schema.fields is not a type']
])('metadata is wrong: %s', async (_what, change, message) => {
  const error = await thrownBy(() => metadataFrom(emptyTable(FIELDS, change), 'm.json'));
  expect(error.code).toBe('ICEBERG_CORRUPT');
  expect(error.message).toContain(`Could not read m.json. ${message}`);
});

test('two columns of one name or one id are refused', async () => {
  const twin = (id: number, name: string): Record<string, unknown> =>
    emptyTable([...FIELDS, { id, name, type: 'int' }]);
  expect((await thrownBy(() => metadataFrom(twin(1, 'x'), 'm'))).message).toContain('the same id');
  expect((await thrownBy(() => metadataFrom(twin(2, 'id'), 'm'))).message).toContain('the same name');
});

test('every truncation of metadata is found, at its byte', async () => {
  const text = JSON.stringify(emptyTable([{ id: 1, name: 'ü', type: 'long' }]));
  for (let length = 0; length < text.length; length += 7) {
    const error = await thrownBy(() => parseMetadata(text.slice(0, length), 'm.json'));
    expect(error.message).toMatch(/^Could not read m\.json\. It is not JSON from byte \d+ on/);
  }
});

test('snapshot ids keep all their digits', () => {
  const text = JSON.stringify(emptyTable(FIELDS)).replace(
    '"current-snapshot-id":-1',
    '"current-snapshot-id":9223372036854775807'
  );
  expect(parseMetadata(text, 'm').currentSnapshotId).toBe(2n ** 63n - 1n);
});

test('what is not written is refused before anything is', async () => {
  const files = new MemoryFiles();
  const list = { type: 'list', 'element-id': 2, 'element-required': false, element: 'int' };
  const cases: [Record<string, unknown>, string][] = [
    [emptyTable([{ id: 1, name: 'l', type: list }]), 'The column l is a list, which is read but not written'],
    [
      emptyTable(FIELDS, {
        'partition-specs': [
          { 'spec-id': 0, fields: [{ name: 'p', transform: 'identity', 'source-id': 1, 'field-id': 1000 }] }
        ]
      }),
      'The table is partitioned by p'
    ],
    [
      emptyTable([{ id: 1, name: 'w', type: 'int', 'write-default': 5 } as never], {
        'format-version': 3,
        'next-row-id': 0
      }),
      'Row 0 leaves the column w to its default'
    ]
  ];
  for (const [json, message] of cases) {
    const error = await thrownBy(() => prepareAppend(metadataFrom(json, 'm'), [{}], files, context));
    expect(error.code).toBe('ICEBERG_UNSUPPORTED');
    expect(error.message).toContain(message);
  }
  expect(files.written).toEqual([]);
});

const MANIFEST = {
  500: 's3://m.avro',
  501: 0n,
  502: 0,
  517: 0,
  515: 1n,
  516: 1n,
  503: 1n,
  504: 1,
  505: 0,
  506: 0,
  512: 1n,
  513: 0n,
  514: 0n
};
const DATA_FILE = { 134: 0, 100: 's3://d.parquet', 101: 'PARQUET', 102: {}, 103: 1n, 104: 4n };
const maps = { 108: [], 109: [], 110: [], 137: [], 125: [], 128: [] };

/** What reading a table says whose manifest list and manifest differ so from plain ones. */
async function readingOf(
  manifest: Record<number, unknown>,
  dataFile: Record<number, unknown> = {},
  status = 1
): Promise<string> {
  const files = new MemoryFiles();
  const entry = { 0: status, 1: 1n, 2: { ...DATA_FILE, ...maps, ...dataFile } };
  const bytes = writeAvro(manifestSchema(2), {}, [entry]);
  const list = writeAvro(manifestListSchema(2), {}, [
    { ...MANIFEST, 501: BigInt(bytes.length), ...manifest }
  ]);
  files.files.set('s3://m.avro', bytes).set('s3://l.avro', list).set('s3://d.parquet', Buffer.from('PAR1'));
  const snapshot = {
    'snapshot-id': 1,
    'sequence-number': 1,
    'timestamp-ms': 1,
    'manifest-list': 's3://l.avro'
  };
  const json = emptyTable(FIELDS, { 'current-snapshot-id': 1, snapshots: [snapshot] });
  const error = await thrownBy(() => readRows(metadataFrom(json, 'm'), files, {}, context));
  return `${error.code} ${error.message}`;
}

test.each<[string, Parameters<typeof readingOf>, RegExp]>([
  ['delete files', [{ 517: 1 }], /^ICEBERG_UNSUPPORTED .*delete files or deletion vectors/],
  ['encrypted manifests', [{ 519: new Uint8Array(1) }], /^ICEBERG_UNSUPPORTED .*manifests are encrypted/],
  [
    'a delete file among data files',
    [{}, { 134: 2 }],
    /^ICEBERG_UNSUPPORTED .*delete file s3:\/\/d\.parquet/
  ],
  ['ORC', [{}, { 101: 'orc' }], /^ICEBERG_UNSUPPORTED .*Its format is ORC, not Parquet/],
  ['Avro', [{}, { 101: 'AVRO' }], /^ICEBERG_UNSUPPORTED .*Its format is AVRO/],
  ['an encrypted file', [{}, { 131: new Uint8Array(1) }], /^ICEBERG_UNSUPPORTED .*It is encrypted/],
  ['a count that differs', [{ 512: 2n }], /^ICEBERG_CORRUPT .*s3:\/\/m\.avro\. It counts 1, 0, 0, 1, 0, 0/],
  ['a length that differs', [{ 501: 5n }], /^ICEBERG_CORRUPT .*and 5 in the manifest list/],
  ['a status that is none', [{}, {}, 3], /^ICEBERG_CORRUPT .*An entry has the status 3/],
  ['a size that differs', [{}, { 104: 5n }], /^ICEBERG_CORRUPT .*It has 4 bytes, and 5 in the manifest/],
  ['a footer that is none', [{}], /^ICEBERG_CORRUPT .*s3:\/\/d\.parquet\. Its Parquet footer cannot be read/],
  ['a spec that is not there', [{ 502: 3 }], /^ICEBERG_CORRUPT .*no partition spec with the id 3/]
])('reading: %s', async (_what, change, message) => {
  expect(await readingOf(...change)).toMatch(message);
});

test('a snapshot that is gone', async () => {
  const error = await thrownBy(async () =>
    readRows(await fixture('types'), fixtureFiles, { snapshotId: 5n }, context)
  );
  expect(error).toMatchObject({ code: 'ICEBERG_NOT_FOUND', found: 'The table has no snapshot 5.' });
});

test('an encrypted snapshot', async () => {
  const snapshot = {
    'snapshot-id': 1,
    'sequence-number': 1,
    'timestamp-ms': 1,
    'manifest-list': 'l',
    'key-id': 'k'
  };
  const json = emptyTable(FIELDS, { 'current-snapshot-id': 1, snapshots: [snapshot] });
  const error = await thrownBy(() => readRows(metadataFrom(json, 'm'), new MemoryFiles(), {}, context));
  expect(error.found).toBe('Its manifest list is encrypted.');
});

test.each<[string, string, Record<string, unknown>, RegExp]>([
  [
    'another type',
    'types',
    { type: 'long', id: 16 },
    /The column c is long, and is stored as BYTE_ARRAY STRING/
  ],
  [
    'another scale',
    'types',
    { type: 'decimal(9,3)', id: 10 },
    /is decimal\(9,3\), and is stored as INT32 DECIMAL/
  ],
  ['less precision', 'types', { type: 'decimal(8,2)', id: 10 }, /is stored as INT32 DECIMAL/],
  ['a date as an int', 'types', { type: 'int', id: 6 }, /is int, and is stored as INT32 DATE/],
  [
    'a required column with nulls',
    'types',
    { type: 'int', id: 2, required: true },
    /the column c is required, and is null/
  ],
  [
    'a required column that is absent',
    'types',
    { type: 'int', id: 99, required: true },
    /does not have the column c/
  ],
  [
    'a default',
    'types',
    { type: 'int', id: 99, 'initial-default': 5 },
    /leaves the column c to its initial-default/
  ],
  ['no ids', 'adopted', { type: 'long', id: 1 }, /Its columns have no ids/]
])('columns that do not fit the file: %s', async (_what, name, field, message) => {
  const metadata = await fixture(name);
  const schema = { type: 'struct', 'schema-id': 7, fields: [{ name: 'c', required: false, ...field }] };
  const changed = { ...metadata, schemas: new Map([[7, schema]]), currentSchemaId: 7, properties: {} };
  const error = await thrownBy(() => readRows(changed, fixtureFiles, {}, context));
  expect(error.message).toMatch(message);
});

test('a partition column that only the manifest has', async () => {
  const metadata = await fixture('partitioned');
  const specs = new Map([[0, { id: 0, fields: [{ name: 'p', transform: 'identity', sourceId: 99 }] }]]);
  const fields = [{ id: 99, name: 'p', required: false, type: 'int' }];
  const schemas = new Map([[0, { type: 'struct', 'schema-id': 0, fields }]]);
  const error = await thrownBy(() => readRows({ ...metadata, specs, schemas }, fixtureFiles, {}, context));
  expect(error.found).toBe('It leaves the partition column p to its manifest.');
});
