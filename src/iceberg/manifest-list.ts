import { readAvro, writeAvro } from './avro/file.js';
import type { AvroRecord } from './avro/read.js';
import { EntryFields } from './entry-fields.js';
import { corrupt, unsupported } from './faults.js';
import { manifestListSchema } from './manifest-schema.js';
import { checkSeal } from './seal.js';

/** The ids of the counts that format version 1 may leave out: files and rows, each added, existing, deleted. */
const COUNTS = [504, 505, 506, 512, 513, 514] as const;

/** A manifest as a manifest list has it. */
export interface ManifestFile {
  readonly path: string;
  readonly length: bigint;
  readonly specId: number;
  readonly isOfDeletes: boolean;
  readonly isEncrypted: boolean;
  /** Files and rows, each added, existing, deleted; absent where version 1 left one out. */
  readonly counts: readonly bigint[] | undefined;
  readonly firstRowId: bigint | undefined;
  /** The whole record, to carry it over into the next manifest list. */
  readonly record: AvroRecord;
}

/** Reads a manifest list, which is `file`. Throws `ICEBERG_CORRUPT`. */
export function readManifestList(bytes: Uint8Array, file: string): readonly ManifestFile[] {
  checkSeal(file, bytes);
  const { records } = readAvro(bytes, file);
  return records.map((record) => manifestFrom(new EntryFields(record, file)));
}

function manifestFrom(fields: EntryFields): ManifestFile {
  const isCounted = COUNTS.every((id) => fields.has(id));
  return {
    path: fields.text(500),
    length: fields.long(501),
    specId: fields.int(502),
    isOfDeletes: fields.has(517) && fields.int(517) === 1,
    isEncrypted: fields.has(519),
    counts: isCounted ? COUNTS.map((id) => fields.long(id)) : undefined,
    firstRowId: fields.has(520) ? fields.long(520) : undefined,
    record: fields.record
  };
}

/** The manifest list of a new snapshot. */
export interface NewManifestList {
  readonly formatVersion: 2 | 3;
  readonly snapshotId: bigint;
  readonly parentId: bigint | undefined;
  readonly sequenceNumber: bigint;
  readonly manifests: readonly AvroRecord[];
}

/** Writes a manifest list. */
export function writeManifestList(list: NewManifestList): Uint8Array {
  const header = {
    'format-version': String(list.formatVersion),
    'snapshot-id': String(list.snapshotId),
    'parent-snapshot-id': String(list.parentId ?? null),
    'sequence-number': String(list.sequenceNumber)
  };
  return writeAvro(manifestListSchema(list.formatVersion), header, list.manifests);
}

/** The records of the manifests there are, for a manifest list of version 2 or 3. `file` is where they were. */
export function carriedOver(manifests: readonly ManifestFile[], file: string): readonly AvroRecord[] {
  return manifests.map(({ record, counts, path }) => {
    if (counts === undefined)
      throw unsupported(
        `append to the table of ${file}`,
        `It has a manifest of version 1 without counts: ${path}`
      );
    // What an upgraded table has from version 1 has the sequence number 0.
    return { 517: 0, 515: 0n, 516: 0n, ...record };
  });
}

/**
 * Gives each manifest of data its first row id, from `next` on (spec, "First Row ID Assignment"). Returns the records
 * and the table's next row id.
 */
export function withRowIds(
  records: readonly AvroRecord[],
  next: bigint,
  file: string
): { readonly records: readonly AvroRecord[]; readonly next: bigint } {
  let free = next;
  const numbered = records.map((record) => {
    const fields = new EntryFields(record, file);
    if (fields.int(517) !== 0 || fields.has(520)) return record;
    const first = free;
    const rows = fields.long(512) + fields.long(513);
    if (rows < 0n) throw corrupt(file, `The manifest ${fields.text(500)} has ${rows} rows`);
    free += rows;
    return { ...record, 520: first };
  });
  return { records: numbered, next: free };
}
