import { expect, test } from '@jest/globals';
import { athena, connectionOf, duckdb, pyiceberg, spark, variables } from '../../src/github/connect.js';
import { OUTPUTS } from './fixtures.js';

const CONNECTION = connectionOf(OUTPUTS)!;

test('there is nothing to connect to before there is a table', () => {
  expect(connectionOf({})).toBeUndefined();
  expect(connectionOf({ ...OUTPUTS, 'table-arn': '' })).toBeUndefined();
});

test('hosts in China end in amazonaws.com.cn', () => {
  const uri = (arn: string, region: string): string | undefined =>
    connectionOf({ ...OUTPUTS, region, 's3tables-bucket-arn': arn, 'iceberg-rest-uri': '' })?.restUri;
  expect(uri('arn:aws-cn:s3tables:cn-north-1:1:bucket/b', 'cn-north-1')).toBe(
    'https://s3tables.cn-north-1.amazonaws.com.cn/iceberg'
  );
  expect(uri('arn:aws:s3tables:eu-west-1:1:bucket/b', 'eu-west-1')).toBe(
    'https://s3tables.eu-west-1.amazonaws.com/iceberg'
  );
});

test('PyIceberg', () => {
  const text = pyiceberg(CONNECTION);
  expect(text).toContain('"uri": "https://s3tables.us-east-1.amazonaws.com/iceberg"');
  expect(text).toContain('"warehouse": "arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp"');
  expect(text).toContain('catalog.load_table(("myapp", "myapp"))');
});

test('Spark', () => {
  const text = spark(CONNECTION);
  expect(text).toContain("--conf 'spark.sql.catalog.lake.rest.signing-name=s3tables' \\\n");
  expect(text).toContain("--conf 'spark.sql.catalog.lake.rest-metrics-reporting-enabled=false' \\\n");
  expect(text.endsWith("-e 'SELECT * FROM lake.`myapp`.`myapp` LIMIT 10'")).toBe(true);
});

test('DuckDB', () => {
  expect(duckdb(CONNECTION)).toBe(`INSTALL aws; INSTALL httpfs; INSTALL iceberg;
CREATE SECRET (TYPE s3, PROVIDER credential_chain, REGION 'us-east-1');
ATTACH 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp' AS lake (TYPE iceberg, ENDPOINT_TYPE s3_tables);
SELECT * FROM lake."myapp"."myapp" LIMIT 10;`);
});

test('Athena', () => {
  expect(athena(CONNECTION)).toBe('SELECT * FROM "s3tablescatalog/dev-myapp"."myapp"."myapp" LIMIT 10;');
});

test('names cannot leave their quotes', () => {
  const evil = { ...CONNECTION, namespace: `"; DROP`, warehouse: `'; rm`, region: `'x` };
  expect(athena(evil)).toContain('."""; DROP".');
  expect(variables(evil)).toContain(`ICEBERG_WAREHOUSE_PATH=''\\''; rm'`);
  expect(duckdb(evil)).toContain(`REGION '''x'`);
  expect(pyiceberg(evil)).toContain('load_table(("\\"; DROP", "myapp"))');
});
