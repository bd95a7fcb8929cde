import type { Endpoint, Endpoints } from '../endpoints.js';

/** What a reader needs to reach the table. */
export interface Connection {
  readonly bucketArn: string;
  readonly bucket: string;
  readonly namespace: string;
  readonly table: string;
  readonly region: string;
  readonly warehouse: string;
  /** As the run itself reached them. */
  readonly endpoints: Endpoints;
  /** Of the Iceberg REST endpoint. */
  readonly restUri: string;
}

/**
 * https://py.iceberg.apache.org/configuration/#rest-catalog. The file access is fsspec's: S3 Tables refused the
 * multipart uploads of the default one. s3fs is named because an older pip does not find its way to one that fits.
 */
export function pyiceberg({ restUri, bucketArn, region, endpoints, namespace, table }: Connection): string {
  const settings = Object.entries({
    type: 'rest',
    uri: restUri,
    warehouse: bucketArn,
    'rest.sigv4-enabled': 'true',
    'rest.signing-name': 's3tables',
    'rest.signing-region': region,
    's3.region': region,
    ...(endpoints.s3.kind !== 'usual' && { 's3.endpoint': endpoints.s3.url }),
    ...(endpoints.s3.kind === 'variant' && { 's3.force-virtual-addressing': 'true' }),
    'py-io-impl': 'pyiceberg.io.fsspec.FsspecFileIO'
  });
  return `# Tried with PyIceberg 0.12.0 under Python 3.11.
# pip install "pyiceberg[pyarrow,s3fs,rest-sigv4]==0.12.0" "s3fs==2026.9.0"
from pyiceberg.catalog import load_catalog

catalog = load_catalog("lake", **{
${settings.map(([key, value]) => `    ${quote(key)}: ${quote(value)},`).join('\n')}
})
table = catalog.load_table((${quote(namespace)}, ${quote(table)}))
print(table.scan(limit=10).to_arrow())`;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html */
export function spark({
  restUri,
  bucketArn,
  region,
  endpoints: { s3 },
  namespace,
  table
}: Connection): string {
  const settings = [
    'type=rest',
    `uri=${restUri}`,
    `warehouse=${bucketArn}`,
    'rest.auth.type=sigv4',
    'rest.signing-name=s3tables',
    `rest.signing-region=${region}`,
    'rest-metrics-reporting-enabled=false',
    'io-impl=org.apache.iceberg.aws.s3.S3FileIO',
    `client.region=${region}`,
    ...(s3.kind === 'usual' ? [] : [`s3.endpoint=${s3.url}`]),
    ...(s3.kind === 'own' ? ['s3.path-style-access=true'] : [])
  ];
  const extensions = 'spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions';
  const all = [
    extensions,
    'spark.sql.catalog.lake=org.apache.iceberg.spark.SparkCatalog',
    ...settings.map((setting) => `spark.sql.catalog.lake.${setting}`)
  ];
  const command = [
    'spark-sql',
    `--packages "org.apache.iceberg:iceberg-spark-runtime-$RUNTIME,org.apache.iceberg:iceberg-aws-bundle:\${RUNTIME#*:}"`,
    ...all.map((setting) => `--conf ${shell(setting)}`),
    `-e ${shell(`SELECT * FROM lake.${tick(namespace)}.${tick(table)} LIMIT 10`)}`
  ];
  return `${RUNTIMES}\n${command.join(' \\\n  ')}`;
}

/** Iceberg has a runtime for each line of Spark and Scala, and the newest Iceberg not one for every line. */
const RUNTIMES = `# Tried with Spark 4.1.3, which pip install "pyspark==4.1.3" brings. For another Spark, set RUNTIME to
#   4.0_2.13:1.11.0   Spark 4.0, tried with 4.0.5
#   3.5_2.12:1.12.0   Spark 3.5 with Scala 2.12, tried with 3.5.9
RUNTIME=4.1_2.13:1.12.0`;

/**
 * https://duckdb.org/docs/current/core_extensions/iceberg/amazon_s3_tables. ENDPOINT_TYPE knows AWS's usual endpoint and
 * no other, and takes no notice of ENDPOINT.
 */
export function duckdb(connection: Connection): string {
  const { restUri, bucketArn, region, endpoints, namespace, table } = connection;
  const s3 = endpoints.s3.url === `https://s3.${region}.amazonaws.com` ? [] : s3Options(endpoints.s3);
  const secret = ['TYPE s3', 'PROVIDER credential_chain', `REGION ${literal(region)}`, ...s3];
  const usual = restUri === `https://s3tables.${region}.amazonaws.com/iceberg`;
  const options = usual ? ['ENDPOINT_TYPE s3_tables'] : catalogOptions(connection);
  return `-- Tried with DuckDB 1.5.5.
INSTALL aws; INSTALL httpfs; INSTALL iceberg;
CREATE SECRET (${listed(secret)});
ATTACH ${literal(bucketArn)} AS lake (${listed(['TYPE iceberg', ...options])});
SELECT * FROM lake.${name(namespace)}.${name(table)} LIMIT 10;`;
}

/** On lines of their own when there are many. */
const listed = (options: readonly string[]): string =>
  options.length > 3 ? `\n  ${options.join(',\n  ')}\n` : options.join(', ');

function s3Options({ url, kind }: Endpoint): string[] {
  const { protocol } = new URL(url);
  return [
    `ENDPOINT ${literal(url.slice(protocol.length + 2))}`,
    ...(kind === 'own' ? ["URL_STYLE 'path'"] : []),
    ...(protocol === 'http:' ? ['USE_SSL false'] : [])
  ];
}

/** What ENDPOINT_TYPE s3_tables would set, with another endpoint. */
function catalogOptions({ restUri, region }: Connection): string[] {
  return [
    'AUTHORIZATION_TYPE sigv4',
    "SIGV4_SERVICE 's3tables'",
    `SIGV4_REGION ${literal(region)}`,
    `ENDPOINT ${literal(restUri)}`,
    'STAGE_CREATE_TABLES false',
    'DISABLE_MULTI_TABLE_COMMIT true'
  ];
}

/** https://docs.aws.amazon.com/athena/latest/ug/gdc-register-s3-table-bucket-cat.html */
export function athena({ bucket, namespace, table }: Connection): string {
  return `SELECT * FROM ${name(`s3tablescatalog/${bucket}`)}.${name(namespace)}.${name(table)} LIMIT 10;`;
}

/** What the demo of the proof of concept reads, and where the SDKs are to go if not to the usual endpoints. */
export function variables({ warehouse, region, endpoints: { s3tables, s3 } }: Connection): string {
  const values = {
    ICEBERG_WAREHOUSE_PATH: warehouse,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...(s3tables.kind !== 'usual' && { AWS_ENDPOINT_URL_S3TABLES: s3tables.url }),
    ...(s3.kind !== 'usual' && { AWS_ENDPOINT_URL_S3: s3.url })
  };
  return Object.entries(values)
    .map(([key, value]) => `export ${key}=${shell(value)}`)
    .join('\n');
}

/** A string of Python; JSON's are. */
const quote = (text: string): string => JSON.stringify(text);
/** A string of SQL. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name of SQL. */
const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** A name of Spark's SQL. */
const tick = (text: string): string => `\`${text.replaceAll('`', '``')}\``;
/** A word of the shell. */
const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
