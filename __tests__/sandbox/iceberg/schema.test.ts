import { describe, expect, test } from '@jest/globals';
import { readDraftSchema } from '../../../sandbox/iceberg/draft.js';
import { freshIds, highestId, keepIds } from '../../../sandbox/iceberg/ids.js';
import { IcebergInvalid } from '../../../sandbox/iceberg/invalid.js';
import type { FormatVersion } from '../../../sandbox/iceberg/model.js';
import { checkSchema } from '../../../sandbox/iceberg/schema.js';

const column = (name: string, type: unknown, more: object = {}): object => ({
  name,
  type,
  required: false,
  ...more
});
const struct = (...fields: object[]): object => ({ type: 'struct', fields });
const index = (schema: object, version: FormatVersion = 2): ReturnType<typeof checkSchema> =>
  checkSchema(keepIds(readDraftSchema(schema)), version);

const nested = struct(
  column('id', 'long'),
  column('place', struct(column('city', 'string'), column('at', struct(column('lat', 'double'))))),
  column('tags', { type: 'list', element: struct(column('k', 'string')), 'element-required': true }),
  column('prices', {
    type: 'map',
    key: 'string',
    value: struct(column('cents', 'int')),
    'value-required': false
  })
);

const paths = (schema: object): [string, number][] =>
  [...index(schema)].map(([id, field]): [string, number] => [field.path, id]).sort((a, b) => a[1] - b[1]);

describe('field ids', () => {
  test("are assigned level by level, as Iceberg's own writer does", () => {
    expect(paths(nested).map(([path]) => path)).toEqual([
      'id',
      'place',
      'tags',
      'prices',
      'place.city',
      'place.at',
      'place.at.lat',
      'tags.element',
      'tags.element.k',
      'prices.key',
      'prices.value',
      'prices.value.cents'
    ]);
  });

  test('that are given stay, and the others are numbered above them', () => {
    const schema = struct(column('a', 'int'), column('b', 'int', { id: 7 }), column('c', 'int'));
    expect(paths(schema)).toEqual([
      ['b', 7],
      ['a', 8],
      ['c', 9]
    ]);
  });

  test('are all new for a catalog, with the way from the old ones', () => {
    const place = {
      id: 20,
      name: 'place',
      required: true,
      type: struct(column('x', 'int', { id: 30, required: true }))
    };
    const draft = readDraftSchema({
      ...struct(place, column('b', 'int', { id: 5 })),
      'identifier-field-ids': [30]
    });
    const { schema, renamed } = freshIds(draft);
    expect([...renamed]).toEqual([
      [20, 1],
      [5, 2],
      [30, 3]
    ]);
    expect(schema['identifier-field-ids']).toEqual([3]);
    expect(highestId(schema)).toBe(3);
  });

  test('must occur once, at whatever depth', () => {
    const schema = struct(
      column('a', 'int', { id: 1 }),
      column('b', struct(column('c', 'int', { id: 1 })), { id: 2 })
    );
    expect(() => index(schema)).toThrow('the field id 1 is given to "a" and "b.c"');
  });
});

describe('types', () => {
  test.each([
    ...[
      'boolean',
      'int',
      'long',
      'float',
      'double',
      'date',
      'time',
      'timestamp',
      'timestamptz',
      'string',
      'uuid'
    ],
    ...['binary', 'decimal(38,0)', 'decimal(10, 2)', 'fixed[16]']
  ])('%s is one', (type) => {
    expect(index(struct(column('a', type))).get(1)?.type).toBe(type);
  });

  test.each([
    '',
    'integer',
    'LONG',
    'varchar(10)',
    'decimal',
    'decimal(39,0)',
    'decimal(0,0)',
    'decimal(5,6)',
    'fixed[0]'
  ])('"%s" is none', (type) => {
    expect(() => index(struct(column('a', type)))).toThrow(IcebergInvalid);
  });

  test.each(['timestamp_ns', 'variant'])('%s is one of version 3 only', (type) => {
    expect(() => index(struct(column('a', type)))).toThrow(`"${type}" is not a primitive type`);
    expect(index(struct(column('a', type)), 3).size).toBe(1);
  });

  test.each([{ type: 'set', element: 'int' }, { type: 'list', element: 'int' }, { type: 'struct' }, 7, null])(
    '%j is no nested type',
    (type) => {
      expect(() => readDraftSchema(struct(column('a', type)))).toThrow(/^schema: fields\.0\.type/);
    }
  );
});

describe('names', () => {
  test('occur once in a struct', () => {
    expect(() => index(struct(column('a', 'int'), column('a', 'long')))).toThrow(
      'the column "a" is there twice'
    );
  });

  test('may be in upper case, and the same in two structs', () => {
    const schema = struct(column('Name', 'int'), column('x', struct(column('Name', 'int'))));
    expect(paths(schema).map(([path]) => path)).toEqual(['Name', 'x', 'x.Name']);
  });

  test('are not empty', () => {
    expect(() => readDraftSchema(struct(column('', 'int')))).toThrow(/fields\.0\.name/);
  });
});

describe('identifier fields', () => {
  const identified = (id: number, ...fields: object[]): object => ({
    ...struct(...fields),
    'identifier-field-ids': [id]
  });

  test('are required primitives', () => {
    const schema = identified(1, column('a', 'long', { required: true }));
    expect(keepIds(readDraftSchema(schema))['identifier-field-ids']).toEqual([1]);
    expect(index(schema).size).toBe(1);
  });

  test.each([
    ['is not a field', identified(2, column('a', 'long', { required: true }))],
    ['may be null', identified(1, column('a', 'long'))],
    ['may be null', identified(2, column('a', struct(column('b', 'int', { required: true }))))],
    ['because of its type', identified(1, column('a', 'double', { required: true }))],
    [
      'because of its type',
      identified(
        2,
        column('a', { type: 'list', element: 'int', 'element-required': true }, { required: true })
      )
    ]
  ])('%s: refused', (why, schema) => {
    expect(() => index(schema)).toThrow(why);
  });
});
