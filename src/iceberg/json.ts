import { JSONStringify } from 'json-with-bigint';
import { DEEPEST, isTooDeep, parseWithBigints } from '../json.js';
import { corrupt } from './faults.js';

/**
 * JSON with whole 64-bit numbers: what a number cannot hold becomes a bigint. Throws `ICEBERG_CORRUPT` that names the
 * byte where `text`, which is `file`, stops being JSON, or says that it is nested too deep to be followed.
 */
export function parseJson(text: string, file: string): unknown {
  if (isTooDeep(text)) throw corrupt(file, `It is nested deeper than ${DEEPEST} levels`);
  try {
    return parseWithBigints(text);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const position = /position (\d+)/.exec(message)?.[1];
    const end = position === undefined ? text.length : Number(position);
    const byte = Buffer.byteLength(text.slice(0, end));
    throw corrupt(file, `It is not JSON from byte ${byte} on`, thrown);
  }
}

/** JSON on one line; a bigint becomes a plain number. */
export function toJson(value: unknown): string {
  return JSONStringify(value);
}
