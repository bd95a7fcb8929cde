import { describe, expect, test } from '@jest/globals';
import { parseTableSchema } from '../../src/inputs/table-schema.js';

function problemOf(text: string): string {
  const result = parseTableSchema(text);
  return 'problem' in result ? result.problem : 'none';
}

describe('a schema', () => {
  test('is one column a line', () => {
    expect(parseTableSchema('id: long required\n\n name : string \nnote:string optional')).toEqual({
      value: [
        { name: 'id', type: 'long', required: true },
        { name: 'name', type: 'string', required: false },
        { name: 'note', type: 'string', required: false }
      ]
    });
  });

  test('none is no schema', () => {
    expect(parseTableSchema(' none ')).toEqual({ value: undefined });
  });

  test.each([
    ...['boolean', 'int', 'long', 'float', 'double', 'date', 'time', 'timestamp', 'timestamptz'],
    ...[
      'string',
      'uuid',
      'binary',
      'fixed[2147483647]',
      'decimal(1,0)',
      'decimal(38,38)',
      'fixed[1]',
      'fixed[16]'
    ]
  ])('takes the type %s', (type) => {
    expect(parseTableSchema(`x: ${type}`)).toEqual({ value: [{ name: 'x', type, required: false }] });
  });

  test('blanks in a type are no part of it', () => {
    expect(parseTableSchema('x: decimal( 10, 2 ) required')).toEqual({
      value: [{ name: 'x', type: 'decimal(10,2)', required: true }]
    });
  });
});

const TWO = {
  value: [
    { name: 'id', type: 'long', required: true },
    { name: 'amount', type: 'decimal(10,2)', required: false }
  ]
};

describe('a schema may be written as', () => {
  test.each([
    ['lines with quotes of any kind', '"id": long required\n`amount`: decimal(10,2)'],
    ['names in brackets', '[id] bigint not null,\n[amount] numeric(10, 2)'],
    [
      'a list with bullets, commas and comments',
      '- id: long required, # key\n- amount: decimal(10,2), -- money'
    ],
    ['commas in front', 'id: long required\n, amount: decimal(10,2)'],
    ['the DDL of Spark', "id BIGINT NOT NULL COMMENT 'the, key', amount DECIMAL(10,2)"],
    ['what is between the brackets of CREATE TABLE', '(\n  id BIGINT NOT NULL,\n  amount NUMERIC(10, 2)\n)'],
    [
      'CREATE TABLE',
      "CREATE TABLE IF NOT EXISTS lake.`t` ( -- all\n id BIGINT\n  NOT NULL, /* money,\n of all */ amount DEC(10,2) NULL COMMENT 'it''s'\n) USING iceberg;"
    ],
    [
      "Iceberg's JSON",
      '{"type":"struct","schema-id":0,"identifier-field-ids":[],"fields":[{"id":1,"name":"id","required":true,"type":"long"},{"id":2,"name":"amount","required":false,"type":"decimal(10, 2)","doc":"x"}]}'
    ],
    [
      'the AWS CLI takes it',
      '{"iceberg":{"schema":{"fields":[{"name":"id","type":"long","required":true},{"name":"amount","type":"decimal(10,2)"}]}}}'
    ],
    [
      'Glue has it',
      '[{"Name":"id","Type":"bigint","Required":true},{"Name":"amount","Type":"decimal(10,2)"}]'
    ],
    ["the DDL of Spark, with Iceberg's words", 'CREATE TABLE t (id long NOT NULL, amount decimal(10,2))'],
    ['an object of types', '{"id": "long required", "amount": "decimal(10,2)"}'],
    [
      'the blocks of Terraform',
      'field {\n  name     = "id"\n  type     = "long"\n  required = true # key\n}\nfield {\n  name = "amount"\n  type = "decimal(10,2)"\n}'
    ],
    [
      'the whole resource of Terraform',
      'resource "aws_s3tables_table" "t" {\n name = "t"\n namespace = aws_s3tables_namespace.n.namespace\n metadata {\n iceberg {\n schema {\n field {\n name = "id"\n type = "long"\n required = true\n }\n field {\n name = "amount"\n type = "decimal(10,2)"\n }\n }\n }\n }\n}'
    ],
    [
      'an attribute of Terraform',
      'fields = [\n { name = "id", type = "long", required = true },\n { name = "amount", type = "decimal(10,2)" },\n]'
    ],
    [
      'the columns of dbt',
      'models:\n  - name: orders\n    description: all\n    columns:\n      - name: id\n        data_type: bigint\n        constraints:\n          - type: not_null\n        tests:\n          - unique\n      - name: amount\n        data_type: numeric(10,2)'
    ],
    [
      'objects of YAML',
      '- { name: id, type: long, required: true }\n- { name: amount, type: "decimal(10,2)" }'
    ],
    ['PyIceberg and Java print it', '1: id: required long\n2: amount: optional decimal(10, 2)']
  ])('%s', (_form, text) => {
    expect(parseTableSchema(text)).toEqual(TWO);
  });

  test('lines that begin with name and type are two columns', () => {
    expect(parseTableSchema('- name: string\n- type: string')).toEqual({
      value: [
        { name: 'name', type: 'string', required: false },
        { name: 'type', type: 'string', required: false }
      ]
    });
  });
});

describe('what can only mean one type is taken', () => {
  test.each([
    ['boolean', ['bool', 'BOOLEAN']],
    ['int', ['integer', 'INT4', 'int32', 'smallint', 'tinyint', 'short', 'byte', 'int(11)']],
    ['long', ['bigint', 'LONG', 'int64', 'bigint(20)']],
    ['float', ['real', 'float4', 'float32']],
    ['double', ['double precision', 'float8', 'FLOAT64']],
    [
      'string',
      ['varchar(20)', 'text', 'char(1)', 'character varying(20)', 'nvarchar(max)', 'clob', 'String']
    ],
    ['binary', ['bytea', 'varbinary(16)', 'blob', 'bytes']],
    ['decimal(10,2)', ['numeric(10,2)', 'DEC( 10 , 2 )', 'number(10,2)']],
    ['timestamp', ['timestamp_ntz', 'timestamp without time zone', 'timestamp(6)', 'Timestamp']],
    [
      'timestamptz',
      ['timestamp_ltz', 'timestamp with time zone', 'timestamp(6) with time zone', 'TIMESTAMPTZ']
    ],
    ['time', ['time without time zone', 'time(6)']],
    ['uuid', ['UUID', 'guid', 'uniqueidentifier']]
  ])('%s: %j', (type, names) => {
    for (const name of names) {
      expect(parseTableSchema(`x: ${name} NOT NULL`)).toEqual({
        value: [{ name: 'x', type, required: true }]
      });
    }
  });
});

describe('what is wrong with a schema', () => {
  test.each([
    ['decimal', 'write decimal(precision,scale), such as decimal(10,2)'],
    ['decimal(10)', 'write decimal(10,0)'],
    ['decimal(39,2)', 'the precision is 1 to 38'],
    ['decimal(0,0)', 'the precision is 1 to 38'],
    ['decimal(2,3)', 'the scale is at most the precision'],
    ['decimal(010,02)', 'write decimal(10,2)'],
    ['fixed', 'write fixed[length], such as fixed[16]; the length is 1 to 2147483647'],
    ['fixed[0]', 'write fixed[length], such as fixed[16]; the length is 1 to 2147483647'],
    ['fixed[016]', 'write fixed[length], such as fixed[16]; the length is 1 to 2147483647'],
    ['fixed[99999999999]', 'write fixed[length], such as fixed[16]; the length is 1 to 2147483647'],
    ['fixed(16)', 'write fixed[16]'],
    ['binary(16)', 'write binary, or fixed[length] for one length'],
    ['datetime', 'write timestamp for a time without zone, timestamptz for one with a zone'],
    ['timestamp(3)', 'write timestamp for a time without zone, timestamptz for one with a zone'],
    ['timetz', 'Iceberg has no time with a zone or another precision than microseconds; write time'],
    ['jsonb', 'write string'],
    ['int8', 'it has 8 bytes in PostgreSQL, and 8 bits in Arrow; write long or int'],
    ['bigint unsigned', 'write long, or decimal(20,0) for what is larger'],
    ['bigserial', 'write int or long'],
    ['tinyint(1)', 'write boolean, or int'],
    ['money', 'write decimal(19,4)'],
    ['float(24)', 'write float (4 bytes) or double (8 bytes)'],
    ['strnig', 'string is probably meant'],
    ['rational', 'no type of Iceberg is called so']
  ])('the unknown type %s, with what was probably meant, and the types there are', (type, says) => {
    expect(problemOf(`x: ${type}`)).toBe(
      `the column "x" has the unknown type ${JSON.stringify(type)}: ${says}; allowed: boolean, int, long, float, ` +
        'double, date, time, timestamp, timestamptz, string, uuid, binary, decimal(precision,scale), fixed[length]'
    );
  });

  test.each([
    'list<string>',
    'array<int>',
    'struct<a: int, b: string>',
    'map<string,int>',
    'text[]',
    'row(a int)'
  ])('the nested type %s', (type) =>
    expect(problemOf(`x: ${type}`)).toContain('nested columns cannot be declared here')
  );

  test.each(['timestamp_ns', 'timestamptz_ns', 'variant', 'geometry', 'unknown'])(
    'the type %s of a later format version',
    (type) => expect(problemOf(`x: ${type}`)).toContain('it needs format version 3 of Iceberg')
  );

  test('a TIMESTAMP of SQL, which has a zone in Spark and none in Athena', () => {
    const says = 'in Spark it has a zone, in Athena it has none; write timestamp_ntz';
    expect(problemOf('x TIMESTAMP')).toContain(says);
    expect(problemOf('CREATE TABLE t (x TIMESTAMP)')).toContain(says);
    expect(problemOf('- name: x\n  data_type: timestamp')).toContain(says);
  });

  test.each([
    ['my-id', 'my-id: long'],
    ['a.b', 'a.b: long'],
    ['a b', '"a b": long'],
    ["it's", "it's: long"],
    ['(id', '(id: long'],
    ['[`id`', '[`id`: long'],
    ['id\\u{200b}', 'id\u200b: long']
  ])('the column %s, which no engine takes without quotes', (shown, line) => {
    expect(problemOf(line)).toContain(`the column "${shown}" has a character that no engine takes`);
  });

  test('a column that the AWS SDK would lose; others with a meaning in JavaScript are fine', () => {
    expect(problemOf('__proto__: long')).toBe(
      'the column "__proto__" has a name that cannot be sent to AWS; choose another'
    );
    expect(problemOf('constructor: long')).toBe('none');
  });

  test.each([
    ['CREATE TABLE t (x int) PARTITIONED BY (x)', 'leave out "PARTITIONED BY (x)" after them'],
    ['CREATE TABLE t (x int, PRIMARY KEY (x))', '"PRIMARY KEY (x)" cannot be declared here; leave it out'],
    ['CREATE TABLE t AS SELECT 1', 'it is a CREATE TABLE without columns in brackets'],
    ['x int DEFAULT 1', 'the column "x" has "DEFAULT", which cannot be declared here; leave it out'],
    ['x int PRIMARY KEY', 'the column "x" has "PRIMARY KEY", which cannot be declared here; leave it out'],
    ['x: int required optional', 'the column "x" is both required and optional'],
    [
      '{"fields":[{"name":"x","type":"int"}],"identifier-field-ids":[1]}',
      '"identifier-field-ids" cannot be declared'
    ],
    ['{"fields":[{"name":"x","type":{"type":"list"}}]}', 'the column "x" is a nested one'],
    ['{"fields":[{"name":"x","type":"int","initial-default":1}]}', 'has "initial-default", which cannot be'],
    ['{"fields":[{"name":"x"}]}', 'the column "x" has no type'],
    ['{"fields":[]}', 'it has no columns where a schema has them'],
    ['{"fields":[{"name":"x","type":"int"}', 'a comma or the closing ] is missing at its end'],
    ['[{"name":"x","type":"int","required":"perhaps"}]', 'is neither true nor false'],
    ['jsonencode({})', "it calls Terraform's jsonencode"]
  ])('%s', (text, says) => {
    expect(problemOf(text)).toContain(says);
  });

  test('the line, where there are several', () => {
    expect(problemOf('id: long\n\nx: what')).toContain('"what": no type of Iceberg is called so (line 3)');
    expect(problemOf('CREATE TABLE t (\n id bigint,\n\n X int\n)')).toBe(
      'the column "X" must be in lower case (line 4)'
    );
  });

  test('an upper-case column, since Glue and Athena would not show the table', () => {
    expect(problemOf('Id: long')).toBe('the column "Id" must be in lower case');
  });

  test('a column that is there twice', () => {
    expect(problemOf('id: long\nid: int')).toBe('the column "id" is there twice');
  });

  test('columns that differ in upper and lower case alone', () => {
    expect(problemOf('id: long\nID: int')).toContain(
      'the columns "id" and "ID" differ in upper and lower case alone'
    );
  });

  test('a column name that is too long', () => {
    expect(problemOf(`${'a'.repeat(256)}: long`)).toContain('is longer than 255 characters');
    expect(problemOf(`${'a'.repeat(255)}: long`)).toBe('none');
  });

  test.each(['id', 'id:', ': long', 'my id: long', 'id long', 'id bigint required', 'x fixed[16]'])(
    'the line %j',
    (line) => {
      expect(problemOf(line)).toBe(
        `the line ${JSON.stringify(line)} is not "name: type" or "name: type required"`
      );
    }
  );

  test('no column at all', () => {
    expect(problemOf('')).toBe('it has no column');
  });

  test('everything at once', () => {
    const problem = problemOf('Id: long\nx: what\ny: int\ny: int');
    expect(problem).toContain('the column "Id" must be in lower case');
    expect(problem).toContain('the column "x" has the unknown type "what"');
    expect(problem).toContain('the column "y" is there twice');
  });
});
