import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAvro, writeAvro } from '../../src/iceberg/avro/file.js';
import type { AvroSchema } from '../../src/iceberg/avro/schema.js';
import { Sink } from '../../src/iceberg/avro/sink.js';
import { thrownBy } from '../support/thrown.js';

const OTHERS = JSON.parse(
  readFileSync(fileURLToPath(new URL('fixtures/avro.json', import.meta.url)), 'utf8')
) as Record<string, string>;
const other = (codec: string): Uint8Array => Buffer.from(OTHERS[codec]!, 'base64');

test.each(['null', 'deflate', 'zstandard'])('reads what fastavro writes with the codec %s', (codec) => {
  const { records, header } = readAvro(other(codec), 'f.avro');
  expect(header.get('avro.codec')).toBe(codec);
  expect(records).toEqual([
    {
      1: -(2n ** 63n),
      2: 'Y',
      3: null,
      4: new Map([['k', 0.5]]),
      5: Buffer.from('ab'),
      noid: [1.5, -2],
      6: 7
    },
    { 1: 2n ** 63n - 1n, 2: 'X', 3: 'Y', 4: new Map(), 5: Buffer.from('cd'), noid: [], 6: -1 }
  ]);
});

test('a codec it lacks is refused by name', async () => {
  const error = await thrownBy(() => readAvro(other('bzip2'), 'f.avro'));
  expect(error).toMatchObject({
    code: 'ICEBERG_UNSUPPORTED',
    found: 'It is compressed with the Avro codec bzip2.'
  });
});

const SCHEMA: AvroSchema = {
  type: 'record',
  name: 'r',
  fields: [
    { name: 'a', type: 'long', 'field-id': 1 },
    { name: 'b', type: ['null', 'bytes'], 'field-id': 2 },
    { name: 'c', type: { type: 'array', items: 'int' }, 'field-id': 3 },
    { name: 'd', type: 'boolean', 'field-id': 4 },
    { name: 'e', type: 'string', 'field-id': 5 }
  ]
};

test('gives back what it wrote, to the last bit', () => {
  const edges = [0n, -1n, 63n, 64n, -64n, -65n, 2n ** 31n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)];
  const records = edges.map((a, index) => ({
    1: a,
    2: index % 2 ? null : Buffer.alloc(3_000, index),
    3: Array.from({ length: index }, (_, i) => i - 2 ** 31),
    4: index % 3 === 0,
    5: `ü😀${index}`
  }));
  const bytes = writeAvro(SCHEMA, { key: 'välue' }, records);
  const read = readAvro(bytes, 'f.avro');
  expect(read.records).toEqual(records);
  expect(read.header.get('key')).toBe('välue');
  expect(readAvro(writeAvro(SCHEMA, {}, []), 'f.avro').records).toEqual([]);
});

test.each(['null', 'deflate', 'zstandard'])(
  'every truncation of a %s file is found, with the file named',
  async (codec) => {
    const bytes = other(codec);
    const { records } = readAvro(bytes, 'f.avro');
    // A file may end after any block, so also after the header, which has no block at all.
    const headerEnd = Buffer.from(bytes).indexOf(Buffer.from(Array.from({ length: 16 }, (_, i) => i))) + 16;
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.slice(0, length);
      if (length === headerEnd) {
        expect(readAvro(cut, 'f.avro').records).toEqual([]);
        continue;
      }
      const error = await thrownBy(() => readAvro(cut, 'f.avro'));
      expect(error.code).toBe('ICEBERG_CORRUPT');
      expect(error.message).toMatch(/^Could not read (the Avro schema of )?f\.avro\. .*[Bb]yte \d+/);
    }
    expect(records).toHaveLength(2);
  }
);

test('a wrong sync marker is found at its byte', async () => {
  const bytes = Buffer.from(other('null'));
  bytes[bytes.length - 1]! ^= 1;
  const error = await thrownBy(() => readAvro(bytes, 'f.avro'));
  expect(error.found).toBe(`At byte ${bytes.length - 16}: the sync marker is another.`);
});

/** A file with one record, whose block is as given. */
function fileOf(schema: AvroSchema, count: number, block: Uint8Array): Uint8Array {
  const sink = new Sink();
  const empty = writeAvro(schema, {}, []);
  sink.raw(Buffer.from(Buffer.from(empty).toString('latin1').replace('\x0edeflate', '\x08null'), 'latin1'));
  sink.long(count);
  sink.blob(block);
  sink.raw(empty.slice(-16));
  return sink.done();
}

const record = (type: AvroSchema): AvroSchema => ({
  type: 'record',
  name: 'r',
  fields: [{ name: 'f', type }]
});
const items: AvroSchema = { type: 'array', items: 'int' };

test('blocks of arrays may say how many bytes they have', () => {
  const block = new Uint8Array([3, 4, 2, 4, 2, 6, 0]);
  expect(readAvro(fileOf(record(items), 1, block), 'f.avro').records).toEqual([{ f: [1, 2, 3] }]);
});

test.each<[string, AvroSchema, number[], RegExp]>([
  ['more than 64 bits', record('long'), Array<number>(10).fill(255), /a number has more than 64 bits/],
  ['an int of more than 32 bits', record('int'), [128, 128, 128, 128, 32], /is not a 32-bit number/],
  ['a boolean that is none', record('boolean'), [2], /2 is not a boolean/],
  ['no such branch', record(['null', 'int']), [4], /no such branch/],
  ['a text that is not UTF-8', record('string'), [2, 255], /not UTF-8/],
  ['a length that is negative', record('bytes'), [1], /-1 cannot follow/],
  ['too many items', record(items), [254, 255, 3, 0], /items cannot follow/],
  ['bytes that are left over', record('int'), [2, 2], /1 bytes are left over after 1 records/]
])('%s', async (_what, schema, block, message) => {
  const error = await thrownBy(() => readAvro(fileOf(schema, 1, new Uint8Array(block)), 'f.avro'));
  expect(error.code).toBe('ICEBERG_CORRUPT');
  expect(error.found).toMatch(message);
  expect(error.found).toMatch(/^At byte \d+ of the block that begins at byte \d+/);
});

test.each([
  ['"string"', 'The Avro schema cannot be used: it is not one of records.'],
  ['{"type":"record","name":"r","fields":[{"name":"f","type":"what"}]}', 'the Avro type what is not defined'],
  ['{"type":"record"}', 'it is not one of records'],
  ['5', 'no Avro schema'],
  ['{', 'It is not JSON from byte 1 on']
])('the schema %s is refused', async (schema, message) => {
  const sink = new Sink();
  sink.raw(Buffer.from('Obj\x01'));
  sink.long(1);
  sink.text('avro.schema');
  sink.text(schema);
  sink.long(0);
  sink.raw(new Uint8Array(16));
  const error = await thrownBy(() => readAvro(sink.done(), 'f.avro'));
  expect(error.code).toBe('ICEBERG_CORRUPT');
  expect(error.message).toContain(message);
});
