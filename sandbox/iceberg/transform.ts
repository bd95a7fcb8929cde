import { IcebergInvalid } from './invalid.js';
import { primitiveKind } from './primitive.js';
import type { FieldIndex, IndexedField } from './schema.js';

const TIMESTAMPS = ['timestamp', 'timestamptz', 'timestamp_ns', 'timestamptz_ns'];
const WHOLE = ['int', 'long', 'decimal', 'string', 'binary'];
const DATES = ['date', ...TIMESTAMPS];

/** The kinds of source that a transform takes, from the spec's table "Partition Transforms". */
const SOURCES: Readonly<Record<string, readonly string[] | 'any'>> = {
  identity: 'any',
  void: 'any',
  year: DATES,
  month: DATES,
  day: DATES,
  hour: TIMESTAMPS,
  bucket: [...WHOLE, ...DATES, 'time', 'uuid', 'fixed'],
  truncate: WHOLE
};

/** The source field of a partition or sort field, if the transform can be applied to it. Throws {@link IcebergInvalid}. */
export function checkTransform(transform: string, sourceId: number, fields: FieldIndex): IndexedField {
  const name = transformName(transform);
  const source = fields.get(sourceId);
  if (!source) throw new IcebergInvalid(`the source id ${sourceId} is not a field of the schema`);
  if (source.repeated || typeof source.type !== 'string') {
    throw new IcebergInvalid(
      `"${source.path}" is no source: it is not a primitive, or lies within a list or map`
    );
  }
  const kinds = SOURCES[name];
  if (kinds !== 'any' && !kinds?.includes(primitiveKind(source.type))) {
    throw new IcebergInvalid(
      `the transform ${transform} cannot be applied to "${source.path}", a ${source.type}`
    );
  }
  return source;
}

/** The transform without its parameter: `bucket` for `bucket[16]`. Throws {@link IcebergInvalid} for an unknown one. */
export function transformName(transform: string): string {
  const match = /^(?:(bucket|truncate)\[([1-9]\d{0,8})\]|(identity|void|year|month|day|hour))$/.exec(
    transform
  );
  const name = match?.[1] ?? match?.[3];
  if (name === undefined) throw new IcebergInvalid(`"${transform}" is not a transform of Iceberg`);
  return name;
}
