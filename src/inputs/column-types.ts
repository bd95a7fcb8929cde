import { PLAIN_TYPES } from '../column.js';
import type { Parsed } from '../parsed.js';
import { nearest } from './nearest.js';

/** All that a column can be, for whoever wrote something else. */
export const ALLOWED_TYPES = `${PLAIN_TYPES.join(', ')}, decimal(precision,scale), fixed[length]`;

/** What other programs call the types of Iceberg, where that is all it can mean. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  boolean: ['bool'],
  int: ['integer', 'int4', 'int32', 'smallint', 'int2', 'int16', 'short', 'tinyint', 'byte', 'mediumint'],
  long: ['bigint', 'int64'],
  float: ['real', 'float4', 'float32'],
  double: ['double precision', 'float8', 'float64'],
  date: ['date32', 'date32[day]'],
  time: ['time without time zone', 'time64[us]'],
  timestamp: ['timestamp_ntz', 'timestampntz', 'timestamp without time zone', 'timestamp[us]'],
  timestamptz: [
    ...['timestamp_ltz', 'timestamp_tz', 'timestampltz', 'timestamp with time zone'],
    ...['timestamp with local time zone', 'timestamp[us, tz=utc]']
  ],
  string: [
    ...['text', 'varchar', 'char', 'character', 'character varying', 'char varying', 'bpchar', 'varchar2'],
    ...['nvarchar', 'nvarchar2', 'nchar', 'ntext', 'tinytext', 'mediumtext', 'longtext', 'clob', 'nclob'],
    ...['str', 'utf8', 'large_string', 'large_utf8', 'string_view']
  ],
  uuid: ['guid', 'uniqueidentifier'],
  binary: [
    'bytes',
    'bytea',
    'varbinary',
    'blob',
    'tinyblob',
    'mediumblob',
    'longblob',
    'binary varying',
    'large_binary'
  ]
};
const KNOWN = new Map([
  ...PLAIN_TYPES.map((type) => [type, type] as const),
  ...Object.entries(ALIASES).flatMap(([type, names]) => names.map((name) => [name, type] as const))
]);
const DECIMALS = ['decimal', 'dec', 'numeric', 'number', 'decimal128'];

const VERSION_3 = 'it needs format version 3 of Iceberg, and the table is made with version 2';
const NESTED =
  'nested columns cannot be declared here; declare the flat ones, and add it with an engine such as Spark';
const EITHER = 'write timestamp for a time without zone, timestamptz for one with a zone';
/** In SQL the first of them means either. */
const EITHER_IN_SQL = 'write timestamp_ntz for a time without zone, timestamptz for one with a zone';
/** What cannot be taken, and what was probably meant. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/^timestamp(tz)?_ns$|^timestamp(tz)?\(9\)|^timestamp\[ns/, `${VERSION_3}; write timestamp or timestamptz`],
  [/^(variant|geometry|geography|unknown)\b/, `${VERSION_3}; write string or binary`],
  [/^object$/, 'in pandas it is any value; write string for text'],
  [/^(array|list|struct|map|row|record|nested|repeated|tuple)\b|\[\]$/, NESTED],
  [/^(datetime|smalldatetime|datetime2|datetime64)\b/, EITHER],
  [/^datetimeoffset\b/, 'write timestamptz'],
  [/^(timestamp|int96$|instant$|localdatetime$)/, EITHER],
  [/^(timetz|time)\b/, 'Iceberg has no time with a zone or another precision than microseconds; write time'],
  [/^(json|jsonb|super|xml|enum|set|hstore|inet|cidr|interval|citext|name|year)\b/, 'write string'],
  [/^int8$/, 'it has 8 bytes in PostgreSQL, and 8 bits in Arrow; write long or int'],
  [/^(uint8|uint16|int24|smallserial)$/, 'write int'],
  [/^(u?bigint|uint64|hugeint|uhugeint|int128)\b/, 'write long, or decimal(20,0) for what is larger'],
  [
    /^(int|integer|uint|uint32|smallint|mediumint|counter|bigserial|serial|rowversion)\b/,
    'write int or long'
  ],
  [/^(float16|halffloat|half_float)$/, 'write float'],
  [/^(tinyint|bit|logical)\b/, 'write boolean, or int'],
  [/^(money|smallmoney)$/, 'write decimal(19,4)'],
  [/^(float|double|real)\b/, 'write float (4 bytes) or double (8 bytes)'],
  [/^(raw|image|longvarbinary)\b/, 'write binary'],
  [/^binary\b/, 'write binary, or fixed[length] for one length']
];

/**
 * The Iceberg type that a type of SQL, Spark, Glue, Arrow or Iceberg itself stands for, if it can mean one only; else
 * what was probably meant. A length that Iceberg has no place for, as that of `varchar(20)`, is left out.
 * @param isSql in SQL a TIMESTAMP has a zone in Spark, and none in Athena and Trino
 */
export function icebergType(given: string, isSql: boolean): Parsed<string> {
  const { name, base, parameters } = parts(given);
  if (base === 'timestamp' && isSql)
    return { problem: `in Spark it has a zone, in Athena it has none; ${EITHER_IN_SQL}` };
  const known = KNOWN.get(base);
  if (known !== undefined && takes(known, base, parameters)) return { value: known };
  if (DECIMALS.includes(base)) return decimal(parameters);
  if (base.startsWith('fixed')) return fixed(name);
  const meant = MEANT.find(([pattern]) => pattern.test(name))?.[1];
  if (meant !== undefined) return { problem: meant };
  const near = nearest(base, [...KNOWN.keys(), ...DECIMALS]);
  const type = near === undefined ? undefined : (KNOWN.get(near) ?? 'decimal(precision,scale)');
  return { problem: type === undefined ? 'no type of Iceberg is called so' : `${type} is probably meant` };
}

interface Parts {
  /** In lower case, with no blanks that mean nothing. */
  readonly name: string;
  /** Without the brackets and what is in them. */
  readonly base: string;
  readonly parameters: string | undefined;
}

function parts(given: string): Parts {
  const name = given
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([(),<>[\]]) ?/g, '$1');
  const open = name.indexOf('(');
  const close = name.indexOf(')', open);
  if (open < 0 || close < 0) return { name, base: name, parameters: undefined };
  const base = `${name.slice(0, open)} ${name.slice(close + 1)}`.trim();
  return { name, base, parameters: name.slice(open + 1, close) };
}

/** Whether a type with these parameters is still the same type of Iceberg. */
function takes(known: string, base: string, parameters: string | undefined): boolean {
  if (parameters === undefined) return true;
  if (known === 'string') return base !== 'string' && /^(\d+|max)( (byte|char))?$/.test(parameters);
  if (known === 'binary') return base !== 'binary' && /^(\d+|max)$/.test(parameters);
  if (known.startsWith('time')) return parameters === '6';
  // The width that MySQL shows a number with; tinyint(1) is its boolean.
  return /^(int|bigint|integer|smallint|mediumint)$/.test(base) && /^\d+$/.test(parameters);
}

/** Iceberg spec, "Primitive Types": up to 38 digits. */
function decimal(parameters = ''): Parsed<string> {
  const [, precision, scale] = /^(\d{1,9})(?:,(\d{1,9}))?$/.exec(parameters) ?? [];
  if (precision === undefined) return { problem: 'write decimal(precision,scale), such as decimal(10,2)' };
  const [digits, after] = [Number(precision), Number(scale ?? 0)];
  const type = `decimal(${digits},${after})`;
  if (digits < 1 || digits > 38) return { problem: 'the precision is 1 to 38' };
  if (after > digits) return { problem: 'the scale is at most the precision' };
  return `decimal(${parameters})` === type ? { value: type } : { problem: `write ${type}` };
}

/** What Parquet can write: its length is a signed number of 32 bits. */
const LONGEST_FIXED = 2_147_483_647;

function fixed(name: string): Parsed<string> {
  const [, length = ''] = /^fixed\[(\d+)\]$/.exec(name) ?? [];
  if (length !== '' && !length.startsWith('0') && Number(length) <= LONGEST_FIXED) return { value: name };
  const [, meant] = /^fixed\((\d+)\)$/.exec(name) ?? [];
  if (meant !== undefined) return { problem: `write fixed[${meant}]` };
  return { problem: `write fixed[length], such as fixed[16]; the length is 1 to ${LONGEST_FIXED}` };
}
