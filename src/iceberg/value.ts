/**
 * The value of a column, so that nothing is lost:
 *
 * - boolean: boolean; int, float, double: number; long: bigint; string: string
 * - decimal: string, with all digits of its scale: `-12.30`
 * - date: number, days since 1970-01-01
 * - time: bigint, microseconds since midnight
 * - timestamp, timestamptz: bigint, microseconds since 1970-01-01T00:00 (UTC); timestamp_ns, timestamptz_ns: nanoseconds
 * - uuid: string, in lower case with hyphens; fixed, binary: Uint8Array
 * - struct: object by field name; list: array; map: array of pairs of key and value
 * - null where there is none
 */
export type Value =
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A row: its values by column name. To write one, an optional column may be left out. */
export type Row = Readonly<Record<string, Value>>;

/** Makes a value of what a file stores; throws an `Error` where it is none of the type. */
export type Convert = (stored: unknown) => Value;

/** Sets a value of a row or a struct. Assigning to `__proto__` would set none. */
export function setValue(values: Record<string, Value>, name: string, value: Value): void {
  if (name !== '__proto__') values[name] = value;
  else Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}
