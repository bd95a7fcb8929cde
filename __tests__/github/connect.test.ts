import { describe, expect, test } from '@jest/globals';
import type { Endpoint, Endpoints } from '../../src/endpoints.js';
import { connectionOf, connectText } from '../../src/github/connect.js';
import { athena, type Connection, duckdb, pyiceberg, spark, variables } from '../../src/github/snippets.js';
import { OUTPUTS, USUAL } from './fixtures.js';

const connection = (endpoints: Partial<Endpoints> = {}): Connection =>
  connectionOf({ outputs: OUTPUTS, endpoints: { ...USUAL, ...endpoints } })!;
const CONNECTION = connection();

const LOCAL = { url: 'http://127.0.0.1:4566', kind: 'own' } as const;
const SANDBOX = connection({ s3tables: LOCAL, s3: LOCAL });
const FIPS = connection({
  s3tables: { url: 'https://s3tables-fips.us-east-1.amazonaws.com', kind: 'variant' },
  s3: { url: 'https://s3-fips.us-east-1.amazonaws.com', kind: 'variant' }
});

test('there is nothing to connect to before there is a table', () => {
  expect(connectionOf({ outputs: {}, endpoints: USUAL })).toBeUndefined();
  expect(connectionOf({ outputs: { ...OUTPUTS, 'table-arn': '' }, endpoints: USUAL })).toBeUndefined();
  expect(connectionOf({ outputs: OUTPUTS })).toBeUndefined();
});

describe('with the usual endpoints', () => {
  test('PyIceberg', () => {
    const text = pyiceberg(CONNECTION);
    expect(text).toContain('"uri": "https://s3tables.us-east-1.amazonaws.com/iceberg"');
    expect(text).toContain('"warehouse": "arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp"');
    expect(text).toContain('catalog.load_table(("myapp", "myapp"))');
    expect(text).not.toContain('endpoint');
  });

  test('Spark', () => {
    const text = spark(CONNECTION);
    expect(text).toContain("--conf 'spark.sql.catalog.lake.rest.signing-name=s3tables' \\\n");
    expect(text).toContain("--conf 'spark.sql.catalog.lake.rest-metrics-reporting-enabled=false' \\\n");
    expect(text).toContain("--conf 'spark.sql.catalog.lake.rest.auth.type=sigv4' \\\n");
    expect(text).not.toMatch(/sigv4-enabled|s3\.endpoint|path-style/);
    expect(text.endsWith("-e 'SELECT * FROM lake.`myapp`.`myapp` LIMIT 10'")).toBe(true);
  });

  test('the packages of Spark fit together for each version that is named', () => {
    const runtimes = [...spark(CONNECTION).matchAll(/\b(\d\.\d)_(2\.1[23]):1\.\d+\.\d\b/g)];
    expect(runtimes.map(([, line, scala]) => [line, scala])).toEqual([
      ['4.0', '2.13'],
      ['3.5', '2.12'],
      ['4.1', '2.13']
    ]);
  });

  test('DuckDB', () => {
    expect(duckdb(CONNECTION)).toBe(`-- Tried with DuckDB 1.5.5.
INSTALL aws; INSTALL httpfs; INSTALL iceberg;
CREATE SECRET (TYPE s3, PROVIDER credential_chain, REGION 'us-east-1');
ATTACH 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp' AS lake (TYPE iceberg, ENDPOINT_TYPE s3_tables);
SELECT * FROM lake."myapp"."myapp" LIMIT 10;`);
  });

  test('Athena', () => {
    expect(athena(CONNECTION)).toBe('SELECT * FROM "s3tablescatalog/dev-myapp"."myapp"."myapp" LIMIT 10;');
    expect(connectText(CONNECTION)).toContain('<summary>Athena');
  });

  test('the variables, and no word of endpoints', () => {
    expect(variables(CONNECTION).split('\n')).toHaveLength(3);
    expect(connectText(CONNECTION)).not.toContain('The endpoints are');
  });
});

describe('with an endpoint of one’s own', () => {
  test.each([
    [
      'PyIceberg',
      pyiceberg,
      ['"uri": "http://127.0.0.1:4566/iceberg"', '"s3.endpoint": "http://127.0.0.1:4566"']
    ],
    [
      'Spark',
      spark,
      [
        'lake.uri=http://127.0.0.1:4566/iceberg',
        'lake.s3.endpoint=http://127.0.0.1:4566',
        'lake.s3.path-style-access=true'
      ]
    ],
    [
      'DuckDB',
      duckdb,
      [
        "ENDPOINT 'http://127.0.0.1:4566/iceberg'",
        "ENDPOINT '127.0.0.1:4566'",
        "URL_STYLE 'path'",
        'USE_SSL false',
        "SIGV4_SERVICE 's3tables'",
        "SIGV4_REGION 'us-east-1'"
      ]
    ],
    [
      'the variables',
      variables,
      ["AWS_ENDPOINT_URL_S3TABLES='http://127.0.0.1:4566'", "AWS_ENDPOINT_URL_S3='http://127.0.0.1:4566'"]
    ]
  ] as const)('%s goes there, and nowhere else', (_name, write, parts) => {
    const text = write(SANDBOX);
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(/amazonaws|ENDPOINT_TYPE/);
  });

  test('Athena is left out, and it is said why', () => {
    const text = connectText(SANDBOX);
    expect(text).not.toContain('<summary>Athena');
    expect(text).toMatch(/the run itself used: <code>http[^ ]*4566<\/code>\. Athena does not look there\./);
  });

  test('only for the tables, S3 stays as it is', () => {
    const mixed = connection({ s3tables: LOCAL });
    expect(pyiceberg(mixed)).not.toContain('s3.endpoint');
    expect(spark(mixed)).not.toContain('s3.endpoint');
    expect(duckdb(mixed)).toContain(
      "CREATE SECRET (TYPE s3, PROVIDER credential_chain, REGION 'us-east-1');"
    );
    expect(variables(mixed)).not.toContain('URL_S3=');
  });

  test('only for the files, the tables stay as they are', () => {
    const mixed = connection({ s3: { url: 'https://minio.example:9000', kind: 'own' } });
    expect(duckdb(mixed)).toContain('ENDPOINT_TYPE s3_tables');
    expect(duckdb(mixed)).toContain("ENDPOINT 'minio.example:9000',\n  URL_STYLE 'path'\n)");
    expect(spark(mixed)).toContain('uri=https://s3tables.us-east-1.amazonaws.com/iceberg');
  });
});

describe('with AWS’s endpoints for FIPS', () => {
  test.each([
    [
      'PyIceberg',
      pyiceberg,
      [
        's3tables-fips.us-east-1',
        '"s3.endpoint": "https://s3-fips.us',
        '"s3.force-virtual-addressing": "true"'
      ]
    ],
    ['Spark', spark, ['s3tables-fips.us-east-1', 's3.endpoint=https://s3-fips.us']],
    [
      'DuckDB',
      duckdb,
      [
        "ENDPOINT 'https://s3tables-fips.us-east-1.amazonaws.com/iceberg'",
        "ENDPOINT 's3-fips.us-east-1.amazonaws.com'"
      ]
    ]
  ] as const)('%s', (_name, write, parts) => {
    const text = write(FIPS);
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(/path-style|URL_STYLE|USE_SSL|ENDPOINT_TYPE/);
  });

  test('Athena is AWS’s all the same', () => {
    expect(connectText(FIPS)).toContain('<summary>Athena');
  });
});

test('in other partitions DuckDB is told where, since it knows only one', () => {
  const china = (service: string): Endpoint => ({
    url: `https://${service}.cn-north-1.amazonaws.com.cn`,
    kind: 'usual'
  });
  const outputs = { ...OUTPUTS, region: 'cn-north-1' };
  const text = duckdb(
    connectionOf({ outputs, endpoints: { s3tables: china('s3tables'), s3: china('s3') } })!
  );
  expect(text).toContain("ENDPOINT 'https://s3tables.cn-north-1.amazonaws.com.cn/iceberg'");
  expect(text).toContain("ENDPOINT 's3.cn-north-1.amazonaws.com.cn'");
  expect(text).not.toContain('URL_STYLE');
});

test('names cannot leave their quotes', () => {
  const evil = {
    ...CONNECTION,
    bucketArn: `'; '$(x)`,
    namespace: `"; DROP`,
    warehouse: `'; rm`,
    region: `'x`
  };
  expect(athena(evil)).toContain('."""; DROP".');
  expect(variables(evil)).toContain(`ICEBERG_WAREHOUSE_PATH=''\\''; rm'`);
  expect(duckdb(evil)).toContain(`REGION '''x'`);
  expect(duckdb(evil)).toContain(`ATTACH '''; ''$(x)' AS`);
  expect(spark(evil)).toContain(`warehouse='\\''; '\\''$(x)'`);
  expect(pyiceberg(evil)).toContain('load_table(("\\"; DROP", "myapp"))');
});

test('a backtick of a name stays in it, for Spark', () => {
  expect(spark({ ...CONNECTION, table: '`' })).toContain('lake.`myapp`.```` LIMIT');
});
