import { randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decompressZstd } from 'hyparquet-compressors';
import { corrupt, reading, unsupported } from '../faults.js';
import { parseJson, toJson } from '../json.js';
import { AvroError, Cursor } from './cursor.js';
import { type AvroRecord, avroReader } from './read.js';
import { type AvroSchema, avroSchema } from './schema.js';
import { Sink } from './sink.js';
import { avroWriter } from './write.js';

const MAGIC = new Uint8Array([0x4f, 0x62, 0x6a, 1]);
const SYNC_LENGTH = 16;
/** A block that inflates to more than this is no manifest. */
const BLOCK_LIMIT = 512 * 1024 * 1024;

const INFLATE: Readonly<Record<string, (block: Uint8Array) => Uint8Array>> = {
  null: (block) => block,
  deflate: (block) => inflateRawSync(block, { maxOutputLength: BLOCK_LIMIT }),
  zstandard: (block) => decompressZstd(block)
};

/** An Avro file's header entries, without Avro's own, and its records. */
export interface AvroFile {
  readonly header: ReadonlyMap<string, string>;
  readonly records: readonly AvroRecord[];
}

/**
 * Reads an Avro object container file of records (Avro specification, "Object Container Files") with the schema it
 * brings. Throws `ICEBERG_CORRUPT` that names `file` and the byte, `ICEBERG_UNSUPPORTED` for a codec it lacks.
 */
export function readAvro(bytes: Uint8Array, file: string): AvroFile {
  const cursor = new Cursor(bytes);
  return naming(file, '', () => {
    if (Buffer.compare(cursor.take(MAGIC.length), MAGIC) !== 0) throw new AvroError('it is no Avro file', 0);
    const header = headerOf(cursor);
    const sync = cursor.take(SYNC_LENGTH);
    const inflate = inflaterOf(header, file);
    const read = recordReader(header, file);
    const records: AvroRecord[] = [];
    while (cursor.left > 0) {
      const at = cursor.offset;
      const count = cursor.long();
      const packed = cursor.blob();
      const block = reading(file, `The block at byte ${at} cannot be inflated`, () => inflate(packed));
      naming(file, ` of the block that begins at byte ${at}`, () => readBlock(block, count, read, records));
      if (Buffer.compare(cursor.take(SYNC_LENGTH), sync) !== 0)
        throw new AvroError('the sync marker is another', cursor.offset - SYNC_LENGTH);
    }
    return { header, records };
  });
}

function naming<T>(file: string, of: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof AvroError)
      throw corrupt(file, `At byte ${thrown.at}${of}: ${thrown.message}`, thrown);
    throw thrown;
  }
}

function headerOf(cursor: Cursor): Map<string, string> {
  const read = avroReader({ type: 'map', values: 'bytes' });
  const entries = read(cursor) as Map<string, Uint8Array>;
  return new Map([...entries].map(([key, value]) => [key, Buffer.from(value).toString('utf8')]));
}

function inflaterOf(header: ReadonlyMap<string, string>, file: string): (block: Uint8Array) => Uint8Array {
  const codec = header.get('avro.codec') ?? 'null';
  const inflate = Object.hasOwn(INFLATE, codec) ? INFLATE[codec] : undefined;
  if (inflate === undefined)
    throw unsupported(`read ${file}`, `It is compressed with the Avro codec ${codec}`);
  return inflate;
}

function recordReader(header: ReadonlyMap<string, string>, file: string): (cursor: Cursor) => unknown {
  const text = header.get('avro.schema') ?? '';
  const json = parseJson(text, `the Avro schema of ${file}`);
  return reading(file, 'The Avro schema cannot be used', () => {
    const schema = avroSchema(json);
    if (typeof schema === 'string' || !('type' in schema) || schema.type !== 'record')
      throw new Error('it is not one of records');
    return avroReader(schema);
  });
}

function readBlock(
  block: Uint8Array,
  count: bigint,
  read: (cursor: Cursor) => unknown,
  into: AvroRecord[]
): void {
  const cursor = new Cursor(block);
  if (count < 0n || count > BigInt(block.length)) cursor.fail(`${count} records cannot be in it`);
  for (let i = 0; i < Number(count); i++) into.push(read(cursor) as AvroRecord);
  if (cursor.left > 0) cursor.fail(`${cursor.left} bytes are left over after ${count} records`);
}

/** Writes an Avro object container file: deflated, with `header` beside Avro's own entries. */
export function writeAvro(
  schema: AvroSchema,
  header: Readonly<Record<string, string>>,
  records: readonly AvroRecord[]
): Uint8Array {
  const sync = randomBytes(SYNC_LENGTH);
  const file = new Sink();
  file.raw(MAGIC);
  const entries = Object.entries({ ...header, 'avro.schema': toJson(schema), 'avro.codec': 'deflate' });
  file.long(entries.length);
  for (const [key, value] of entries) {
    file.text(key);
    file.text(value);
  }
  file.long(0);
  file.raw(sync);
  if (records.length > 0) {
    file.long(records.length);
    file.blob(deflateRawSync(blockOf(schema, records)));
    file.raw(sync);
  }
  return file.done();
}

function blockOf(schema: AvroSchema, records: readonly AvroRecord[]): Uint8Array {
  const write = avroWriter(schema);
  const sink = new Sink();
  for (const record of records) write(sink, record);
  return sink.done();
}
