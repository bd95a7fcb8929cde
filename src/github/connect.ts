import type { Outputs } from '../outcome.js';
import { details, fence } from './markdown.js';
import { oneLine } from '../text.js';

/** What a reader needs to reach the table. */
export interface Connection {
  readonly bucketArn: string;
  readonly bucket: string;
  readonly namespace: string;
  readonly table: string;
  readonly region: string;
  readonly restUri: string;
  readonly warehouse: string;
}

/** How to reach the table, or nothing while there is no table to reach. */
export function connectionOf(outputs: Partial<Outputs>): Connection | undefined {
  const get = (name: keyof Outputs): string => oneLine(outputs[name] ?? '');
  const connection = {
    bucketArn: get('s3tables-bucket-arn'),
    bucket: get('table-bucket-name'),
    namespace: get('namespace'),
    table: get('table-name'),
    region: get('region'),
    warehouse: get('s3tables-table-warehouse-location')
  };
  if (get('table-arn') === '' || Object.values(connection).includes('')) return undefined;
  return {
    ...connection,
    restUri: get('iceberg-rest-uri') || restUri(connection.bucketArn, connection.region)
  };
}

/**
 * The Iceberg REST endpoint of S3 Tables. In the partition `aws-cn` hosts end in `amazonaws.com.cn`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html
 */
function restUri(bucketArn: string, region: string): string {
  const suffix = bucketArn.split(':')[1] === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://s3tables.${region}.${suffix}/iceberg`;
}

/** "How to connect": one folded part per reader, ready to paste. */
export function connectText(connection: Connection): string {
  const readers: readonly [string, string, (connection: Connection) => string][] = [
    ['PyIceberg', 'python', pyiceberg],
    ['Spark', 'sh', spark],
    ['DuckDB', 'sql', duckdb],
    ['Athena (needs the integration with AWS analytics services)', 'sql', athena],
    ['Environment variables of the proof of concept', 'sh', variables]
  ];
  const parts = readers.map(([title, language, write]) => details(title, fence(language, write(connection))));
  return `### How to connect\n\n${parts.join('\n')}`;
}

/**
 * https://py.iceberg.apache.org/configuration/#rest-catalog. The file access is fsspec's: S3 Tables refused the
 * multipart uploads of the default one.
 */
export function pyiceberg({ restUri, bucketArn, region, namespace, table }: Connection): string {
  return `# pip install "pyiceberg[pyarrow,s3fs]" boto3
from pyiceberg.catalog import load_catalog

catalog = load_catalog("lake", **{
    "type": "rest",
    "uri": ${quote(restUri)},
    "warehouse": ${quote(bucketArn)},
    "rest.sigv4-enabled": "true",
    "rest.signing-name": "s3tables",
    "rest.signing-region": ${quote(region)},
    "s3.region": ${quote(region)},
    "py-io-impl": "pyiceberg.io.fsspec.FsspecFileIO",
})
table = catalog.load_table((${quote(namespace)}, ${quote(table)}))
print(table.scan(limit=10).to_arrow())`;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html */
export function spark({ restUri, bucketArn, region, namespace, table }: Connection): string {
  const settings = [
    'spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
    'spark.sql.catalog.lake=org.apache.iceberg.spark.SparkCatalog',
    'spark.sql.catalog.lake.type=rest',
    `spark.sql.catalog.lake.uri=${restUri}`,
    `spark.sql.catalog.lake.warehouse=${bucketArn}`,
    'spark.sql.catalog.lake.rest.sigv4-enabled=true',
    'spark.sql.catalog.lake.rest.signing-name=s3tables',
    `spark.sql.catalog.lake.rest.signing-region=${region}`,
    'spark.sql.catalog.lake.rest-metrics-reporting-enabled=false',
    'spark.sql.catalog.lake.io-impl=org.apache.iceberg.aws.s3.S3FileIO',
    `spark.sql.catalog.lake.client.region=${region}`
  ];
  const runtime = 'org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.10.0';
  return [
    'spark-sql',
    `--packages ${runtime},org.apache.iceberg:iceberg-aws-bundle:1.10.0`,
    ...settings.map((setting) => `--conf ${shell(setting)}`),
    `-e ${shell(`SELECT * FROM lake.${tick(namespace)}.${tick(table)} LIMIT 10`)}`
  ].join(' \\\n  ');
}

/** https://duckdb.org/docs/current/core_extensions/iceberg/amazon_s3_tables */
export function duckdb({ bucketArn, region, namespace, table }: Connection): string {
  return `INSTALL aws; INSTALL httpfs; INSTALL iceberg;
CREATE SECRET (TYPE s3, PROVIDER credential_chain, REGION ${literal(region)});
ATTACH ${literal(bucketArn)} AS lake (TYPE iceberg, ENDPOINT_TYPE s3_tables);
SELECT * FROM lake.${name(namespace)}.${name(table)} LIMIT 10;`;
}

/** https://docs.aws.amazon.com/athena/latest/ug/gdc-register-s3-table-bucket-cat.html */
export function athena({ bucket, namespace, table }: Connection): string {
  return `SELECT * FROM ${name(`s3tablescatalog/${bucket}`)}.${name(namespace)}.${name(table)} LIMIT 10;`;
}

/** What the demo of the proof of concept reads. */
export function variables({ warehouse, region }: Connection): string {
  return `export ICEBERG_WAREHOUSE_PATH=${shell(warehouse)}
export AWS_REGION=${shell(region)}
export AWS_DEFAULT_REGION=${shell(region)}`;
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
