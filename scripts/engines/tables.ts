import { makeAws } from '../../src/aws/index.js';
import type { Context } from '../../src/context.js';
import { appendRows } from '../../src/iceberg/append.js';
import { restCatalog } from '../../src/iceberg/rest-catalog.js';
import type { Row, Value } from '../../src/iceberg/value.js';

const NINES = '9'.repeat(28);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Of each type values that are low, between and high; the n-th of each make the n-th file. No `time`: Spark has none. */
const VALUES: Readonly<Record<string, readonly Value[]>> = {
  boolean: [false, true, false],
  int: [-2147483648, 0, 2147483647],
  long: [-(2n ** 63n), 2n ** 53n + 1n, 2n ** 63n - 1n],
  float: [-1.5, 2 ** -149, 3.4028234663852886e38],
  double: [-Number.MAX_VALUE, Number.MIN_VALUE, 0.1],
  date: [-25_567, -1, 2_932_896],
  timestamp: [-2_208_988_800_000_000n, -1n, 253_402_300_799_999_999n],
  timestamptz: [-2_208_988_800_000_000n, 1_700_000_000_123_456n, 253_402_300_799_999_999n],
  string: ['', 'a text that is longer than a bound', '\u{10ffff}'.repeat(20)],
  uuid: [
    '00000000-0000-0000-0000-000000000000',
    '7fffffff-ffff-ffff-ffff-ffffffffffff',
    'ffffffff-ffff-ffff-ffff-fffffffffffe'
  ],
  'fixed[3]': [bytes(0, 0, 0), bytes(127, 0, 0), bytes(255, 255, 255)],
  binary: [bytes(), new Uint8Array(20).fill(127), new Uint8Array(40).fill(255)],
  'decimal(9,2)': ['-9999999.99', '-0.01', '9999999.99'],
  'decimal(18,4)': ['-99999999999999.9999', '0.0128', '99999999999999.9999'],
  'decimal(38,10)': [`-${NINES}.9999999999`, '-0.0000000001', `${NINES}.9999999999`]
};
/** More than the sixteen booleans above which writers like to change how they store them. */
const ROWS_OF_A_FILE = 60;

const nameOf = (type: string): string => `a_${type.replace(/\W+/g, '_').replace(/_$/, '')}`;

/** The rows of the n-th file: every fourth value is null, and UUIDs differ in their first and last digits. */
function fileOf(n: number): Row[] {
  return Array.from({ length: ROWS_OF_A_FILE }, (_, at) => ({
    id: BigInt(n * ROWS_OF_A_FILE + at),
    ...Object.fromEntries(
      Object.entries(VALUES).map(([type, values]) => [
        nameOf(type),
        at % 4 === 3 ? null : (values[n] ?? null)
      ])
    ),
    ...(at % 4 === 3 ? {} : { a_boolean: at % 3 === 0, a_uuid: uuid(n, at) })
  }));
}

function uuid(n: number, at: number): string {
  const digit = ((n * ROWS_OF_A_FILE + at) % 16).toString(16);
  return `${digit}0000000-0000-4000-8000-0000000000${(at % 256).toString(16).padStart(2, '0')}`;
}

/** Where the table is made. */
export interface Place {
  readonly region: string;
  readonly bucketArn: string;
  readonly namespace: string;
}

/** Makes a table of every type with the action's own writer, three files of it, and gives its rows. */
export async function makeEveryType(place: Place, name: string, context: Context): Promise<readonly Row[]> {
  const { region, bucketArn, namespace } = place;
  const aws = makeAws({ region, env: process.env });
  const catalog = restCatalog(aws.iceberg('s3tables'), { kind: 's3tables', warehouse: bucketArn });
  const table = { namespace, name };
  const others = Object.keys(VALUES).map((type) => ({ name: nameOf(type), type, required: false }));
  await catalog.createTable(
    table,
    { columns: [{ name: 'id', type: 'long', required: true }, ...others] },
    context
  );
  const files = [0, 1, 2].map(fileOf);
  for (const rows of files) await appendRows({ catalog, files: aws.warehouse, name: table }, rows, context);
  return files.flat();
}
