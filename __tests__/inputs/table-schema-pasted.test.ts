import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTableSchema } from '../../src/inputs/table-schema.js';

function problemOf(text: string): string {
  const result = parseTableSchema(text);
  return 'problem' in result ? result.problem : JSON.stringify(result.value);
}

const column = (name: string, type: string, required = false): unknown => ({ name, type, required });
const ID_AND_NAME = { value: [column('id', 'long', true), column('name', 'string')] };

describe('comments of SQL are no part of a schema', () => {
  test.each([
    [
      'before the statement',
      '-- orders\n/* of\n all */\n# here\nCREATE TABLE t (id BIGINT NOT NULL, name STRING)'
    ],
    [
      'with the marks of the other kind in them',
      'CREATE TABLE t (\n id BIGINT NOT NULL, /* key -- old */ name STRING -- /* no block\n)'
    ],
    ['right after a comma', 'CREATE TABLE t (id BIGINT NOT NULL,--key\n name STRING)'],
    ['between lines of columns', 'id BIGINT NOT NULL, /* the id */\nname STRING'],
    [
      'and what is in quotes is none',
      "CREATE TABLE t (id BIGINT NOT NULL COMMENT 'a /* b -- c', name STRING COMMENT '*/ d')"
    ]
  ])('%s', (_where, text) => {
    expect(parseTableSchema(text)).toEqual(ID_AND_NAME);
  });

  test('wherever they stand', () => {
    const tokens = 'CREATE|TABLE|t|(|id|BIGINT|NOT|NULL|,|name|STRING|)|USING|iceberg'.split('|');
    const comment = fc.constantFrom(
      ' ',
      '\n',
      "/* it's -- a, b int */",
      '-- (x /* int,\n',
      '/**/',
      '/* "\n */'
    );
    fc.assert(
      fc.property(fc.array(comment, { minLength: tokens.length, maxLength: tokens.length }), (between) => {
        const text = tokens.map((token, at) => `${token} ${between[at] ?? ''} `).join('');
        expect(parseTableSchema(text)).toEqual(ID_AND_NAME);
      }),
      { numRuns: 300 }
    );
  });

  test.each([
    ['CREATE TABLE t (id bigint /* a /* b */ c */, d int)', 'a comment has another one in it'],
    ['CREATE TABLE t (id bigint /* a, d int)', 'a comment that begins with /* does not end'],
    ["CREATE TABLE t (id bigint COMMENT 'it\\'s', d int)", 'a backslash before a quote is read differently'],
    ['ALTER TABLE t ADD COLUMN x int', 'it begins with "ALTER TABLE"'],
    ['USE lake;\nCREATE TABLE t (id bigint)', 'it begins with "USE lake;"'],
    ['-- x\nSELECT id FROM t', 'it begins with "SELECT"'],
    ['CREATE TABLE t PARTITIONED BY (x int)', 'without columns in brackets after its name'],
    ["CREATE TABLE t WITH (format = 'PARQUET') AS SELECT 1", 'without columns in brackets after its name']
  ])('%s is told', (text, says) => {
    expect(problemOf(text)).toContain(says);
  });

  test('a name may have brackets in its quotes', () => {
    expect(parseTableSchema('CREATE TABLE `a (x`."b" (id BIGINT)')).toEqual({
      value: [column('id', 'long')]
    });
    expect(parseTableSchema('create table {{ this }} (id BIGINT)')).toEqual({
      value: [column('id', 'long')]
    });
  });
});

describe('a timestamp that has a zone in one engine and none in the other', () => {
  test.each([
    '{"type":"struct","fields":[{"name":"at","type":"timestamp","nullable":true,"metadata":{}}]}',
    '[{"Name":"at","Type":"timestamp"}]',
    '- name: at\n  data_type: timestamp',
    'at TIMESTAMP'
  ])('%s', (text) => {
    expect(problemOf(text)).toContain(
      'write timestamp_ntz for a time without zone, timestamptz for one with'
    );
    const plain = parseTableSchema(text.replace(/timestamp/i, 'timestamp_ntz'));
    expect(plain).toEqual({ value: [column('at', 'timestamp')] });
  });

  test('of Iceberg itself has none', () => {
    const text = '{"type":"struct","fields":[{"id":1,"name":"at","type":"timestamp","required":false}]}';
    expect(parseTableSchema(text)).toEqual({ value: [column('at', 'timestamp')] });
  });
});

describe('types by name', () => {
  test.each([
    '{"id": "long required", "name": "string"}',
    '{id: long required, name: string}',
    "{'id': 'long required', 'name': String}",
    'columns = {\n  id = "long required"\n  name = "string"\n}',
    '{ "schema": { "id": "required long", "name": "string" } }'
  ])('%s', (text) => {
    expect(parseTableSchema(text)).toEqual(ID_AND_NAME);
  });

  test('with a column called name and one called type', () => {
    expect(parseTableSchema('{id: long, name: string, type: string}')).toEqual({
      value: [column('id', 'long'), column('name', 'string'), column('type', 'string')]
    });
    expect(problemOf('{id: longg, name: string, type: string}')).toContain(
      'has "id", which cannot be declared'
    );
  });

  test('that may as well be one column are told', () => {
    expect(problemOf('{name: date, type: date}')).toContain('may be one column, or the names of several');
    expect(parseTableSchema('- {name: date, type: date}')).toEqual({ value: [column('date', 'date')] });
    expect(parseTableSchema('field {\n name = "date"\n type = "date"\n}')).toEqual({
      value: [column('date', 'date')]
    });
  });
});

describe('what is said twice, or of two tables, is told', () => {
  test.each([
    ['[{"name":"a","name":"b","type":"int"}]', 'the column "a" has "name" twice'],
    ['[{"name":"a","type":"int","data_type":"bigint"}]', 'the column "a" has "type" twice'],
    [
      '[{"name":"a","type":"int","required":true,"nullable":true}]',
      'the column "a" is both required and optional'
    ],
    ['[{"name":"a","type":"int not null","required":false}]', 'the column "a" is both required and optional'],
    [
      'models:\n- name: a\n  columns:\n  - name: x\n    data_type: int\n- name: b\n  columns:\n  - name: y\n    data_type: int',
      'the columns of more than one table'
    ],
    [
      'resource "aws_s3tables_table" "a" {\n field {\n name = "x"\n type = "int"\n }\n}\nresource "aws_s3tables_table" "b" {\n field {\n name = "y"\n type = "int"\n }\n}',
      'the columns of more than one table'
    ],
    ['{"fields":[{"name":"x","type":"int"}],"fields":[{"name":"y","type":"int"}]}', 'more than one table'],
    ['gro\u0308sse: long', 'write "grösse"']
  ])('%s', (text, says) => {
    expect(problemOf(text)).toContain(says);
  });
});

describe('the YAML of columns', () => {
  test.each([
    [
      'with texts in several lines',
      '- name: id\n  description: |\n    - name: x\n      data_type: int\n    - type: none\n  data_type: bigint\n  constraints:\n  - type: not_null\n- name: name\n  description: >-\n    data_type: bigint\n  data_type: string'
    ],
    ['with the type first', '- type: long\n  name: id\n  required: true\n- type: string\n  name: name'],
    [
      'with tests',
      '- name: id\n  tests:\n    - unique\n    - accepted_values:\n        values: [1]\n    - type: x\n  data_type: bigint\n  nullable: false\n- name: name\n  data_type: string'
    ]
  ])('%s', (_how, text) => {
    expect(parseTableSchema(text)).toEqual(ID_AND_NAME);
  });

  test('a constraint is one only where the constraints are', () => {
    const text = '- name: id\n  meta:\n    - type: not_null\n  data_type: bigint';
    expect(parseTableSchema(text)).toEqual({ value: [column('id', 'long')] });
  });

  test('a line that is no member of a column is told', () => {
    expect(problemOf('- name: id\n  <<: *common\n  type: long')).toContain(
      '"<<: *common" is no member of a column'
    );
  });
});

describe('other forms of a schema', () => {
  test.each([
    ['table {\n  1: id: required long\n  2: name: optional string\n}'],
    ['id: int64 not null\nname: large_string'],
    ['id: long required\r\nname: string\r\n'],
    ['id:\u00a0long\u00a0required\nname: string'],
    [
      '{"schema":{"fields":[{"id":1,"name":"id","type":"long","required":true},{"name":"name","type":"string"}]},"partition-spec":{"spec-id":0,"fields":[]},"properties":{}}'
    ]
  ])('%s is taken', (text) => {
    expect(parseTableSchema(text)).toEqual(ID_AND_NAME);
  });

  test.each([
    ['root\n |-- id: long (nullable = false)', 'it is what printSchema() of Spark prints'],
    ['+---+\n|id|', 'it is a table that was printed'],
    ['| id | long |', 'it is a table that was printed'],
    ['StructType([StructField("id", LongType())])', 'it is code of PySpark'],
    ['Schema(NestedField(1, "id", LongType()))', 'it is code of PyIceberg'],
    ['struct<id:bigint>', 'it is the type of a struct'],
    ['{"type":"record","name":"r","fields":[{"name":"id","type":"long"}]}', 'it is a schema of Avro'],
    ['{"type":"object","properties":{"id":{"type":"integer"}}}', 'it is a JSON Schema'],
    ['{"format-version":2,"schemas":[{"fields":[]}]}', 'it is the metadata of a table'],
    ['{"metadata":{"schemas":[]}}', 'it is the metadata of a table'],
    ['id:\n  type: long', 'it is YAML of one level more'],
    ['x: int96', 'write timestamp for a time without zone'],
    ['x: timestamp_ms', 'write timestamp for a time without zone'],
    ['x: timestamp[ns]', 'format version 3'],
    ['x: object', 'write string for text']
  ])('%s is told', (text, says) => {
    expect(problemOf(text)).toContain(says);
  });
});
