import type { AvroRecord } from './avro/read.js';
import { corrupt } from './faults.js';

/** Reads the fields of a manifest's or a manifest list's record, by id. Throws `ICEBERG_CORRUPT` with file and field. */
export class EntryFields {
  constructor(
    readonly record: AvroRecord,
    private readonly file: string
  ) {}

  /** Whether there is a value. */
  has(id: number): boolean {
    const value = this.record[String(id)];
    return value !== null && value !== undefined;
  }

  int(id: number): number {
    const value = this.record[String(id)];
    return typeof value === 'number' ? value : this.wrong(id, 'no int');
  }

  /** A long; an int will do, as Avro promotes it. */
  long(id: number): bigint {
    const value = this.record[String(id)];
    return typeof value === 'number' && Number.isInteger(value)
      ? BigInt(value)
      : typeof value === 'bigint'
        ? value
        : this.wrong(id, 'no long');
  }

  text(id: number): string {
    const value = this.record[String(id)];
    return typeof value === 'string' ? value : this.wrong(id, 'no text');
  }

  struct(id: number): EntryFields {
    const value = this.record[String(id)];
    return typeof value === 'object' && value !== null
      ? new EntryFields(value as AvroRecord, this.file)
      : this.wrong(id, 'no struct');
  }

  /** Counts by column; nothing where there are none. `key` and `value` are the ids of the map's parts. */
  counts(id: number, key: number, value: number): ReadonlyMap<number, bigint> {
    const entries = this.record[String(id)] ?? [];
    if (!Array.isArray(entries)) return this.wrong(id, 'no map');
    return new Map(
      entries.map((entry) => {
        const fields = new EntryFields(entry as AvroRecord, this.file);
        return [fields.int(key), fields.long(value)];
      })
    );
  }

  private wrong(id: number, what: string): never {
    throw corrupt(this.file, `The field with the id ${id} is missing or ${what}`);
  }
}
