import { icebergRestUri } from '../endpoints.js';
import type { Outcome, Outputs } from '../outcome.js';
import { code, details, fence } from './markdown.js';
import { athena, type Connection, duckdb, pyiceberg, spark, variables } from './snippets.js';
import { oneLine } from '../text.js';

/** How to reach the table, or nothing while there is no table to reach. */
export function connectionOf({
  outputs,
  endpoints
}: Pick<Outcome, 'outputs' | 'endpoints'>): Connection | undefined {
  const get = (name: keyof Outputs): string => oneLine(outputs[name] ?? '');
  const connection = {
    bucketArn: get('s3tables-bucket-arn'),
    bucket: get('table-bucket-name'),
    namespace: get('namespace'),
    table: get('table-name'),
    region: get('region'),
    warehouse: get('s3tables-table-warehouse-location')
  };
  const unknown = get('table-arn') === '' || Object.values(connection).includes('');
  if (unknown || endpoints === undefined) return undefined;
  return { ...connection, endpoints, restUri: icebergRestUri(endpoints.s3tables) };
}

/** "How to connect": one folded part per reader, ready to paste. */
export function connectText(connection: Connection): string {
  const readers: readonly [string, string, (connection: Connection) => string][] = [
    ['PyIceberg', 'python', pyiceberg],
    ['Spark', 'sh', spark],
    ['DuckDB', 'sql', duckdb],
    ...(isAws(connection) ? [ATHENA] : []),
    ['Environment variables of the proof of concept', 'sh', variables]
  ];
  const parts = readers.map(([title, language, write]) => details(title, fence(language, write(connection))));
  return `### How to connect\n\n${where(connection)}${parts.join('\n')}`;
}

const ATHENA: [string, string, (connection: Connection) => string] = [
  'Athena (needs the integration with AWS analytics services)',
  'sql',
  athena
];

/** Athena looks at AWS itself, which is not what stands behind an endpoint of one's own. */
const isAws = ({ endpoints }: Connection): boolean => endpoints.s3tables.kind !== 'own';

/** Says which endpoints the snippets name, where those are not the usual ones. */
function where({ endpoints: { s3tables, s3 } }: Connection): string {
  if (s3tables.kind === 'usual' && s3.kind === 'usual') return '';
  const urls = [...new Set([s3tables.url, s3.url])].map((url) => code(url)).join(', ');
  const without = s3tables.kind === 'own' ? ' Athena does not look there.' : '';
  return `The endpoints are those that the run itself used: ${urls}.${without}\n\n`;
}
