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
    ...['string', 'uuid', 'binary', 'decimal(1,0)', 'decimal(38,38)', 'fixed[1]', 'fixed[16]']
  ])('takes the type %s', (type) => {
    expect(parseTableSchema(`x: ${type}`)).toEqual({ value: [{ name: 'x', type, required: false }] });
  });

  test('blanks in a type are no part of it', () => {
    expect(parseTableSchema('x: decimal( 10, 2 ) required')).toEqual({
      value: [{ name: 'x', type: 'decimal(10,2)', required: true }]
    });
  });
});

describe('what is wrong with a schema', () => {
  test.each([
    ...['integer', 'LONG', 'varchar(10)', 'decimal', 'decimal(10)', 'decimal(39,2)', 'decimal(0,0)'],
    ...['decimal(2,3)', 'fixed', 'fixed[0]', 'fixed(16)', 'list<string>', 'timestamp_ns']
  ])('the unknown type %s, with the types there are', (type) => {
    expect(problemOf(`x: ${type}`)).toBe(
      `the column "x" has the unknown type ${JSON.stringify(type)}; allowed: boolean, int, long, float, double, ` +
        'date, time, timestamp, timestamptz, string, uuid, binary, decimal(precision,scale), fixed[length]'
    );
  });

  test('an upper-case column, since Glue and Athena would not show the table', () => {
    expect(problemOf('Id: long')).toBe('the column "Id" must be in lower case');
  });

  test('a column that is there twice', () => {
    expect(problemOf('id: long\nid: int')).toBe('the column "id" is there twice');
  });

  test('a column name that is too long', () => {
    expect(problemOf(`${'a'.repeat(256)}: long`)).toContain('is longer than 255 characters');
    expect(problemOf(`${'a'.repeat(255)}: long`)).toBe('none');
  });

  test.each(['id', 'id long', ': long', 'my id: long'])('the line %j', (line) => {
    expect(problemOf(line)).toBe(
      `the line ${JSON.stringify(line)} is not "name: type" or "name: type required"`
    );
  });

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
