import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readInputs } from '../../src/inputs.js';
import { FIELDS, type FieldName } from '../../src/inputs/fields.js';
import { parseList } from '../../src/inputs/lists.js';
import { readLoose } from '../../src/inputs/loose.js';
import { parsePairs } from '../../src/inputs/pairs.js';
import { parsePolicy } from '../../src/inputs/policy.js';
import { parseTableSchema } from '../../src/inputs/table-schema.js';
import { ActionError } from '../../src/errors.js';
import { GIVEN, stepEnv } from '../support/environment.js';

/** A failure tells the seed and the smallest text; both can be given here to see it again. */
const RUNS = { numRuns: 300 };
const TYPE =
  /^(boolean|int|long|float|double|date|time|timestamp|timestamptz|string|uuid|binary|decimal\([1-9]\d?,\d{1,2}\)|fixed\[[1-9]\d*\])$/;

/** Pieces of what people paste, in any order, between text of any kind. */
const pieces = fc.constantFrom(
  ...[
    'id',
    'name',
    'type',
    'long',
    'bigint',
    'decimal(10,2)',
    'varchar(20)',
    'timestamp',
    'NOT NULL',
    'required'
  ],
  ...[
    ':',
    '=',
    ',',
    ' ',
    '\n',
    '\t',
    '- ',
    '# ',
    '-- ',
    '/*',
    '*/',
    '//',
    '"',
    "'",
    '`',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')'
  ],
  ...[
    '<',
    '>',
    'CREATE TABLE t (',
    'field {',
    'COMMENT',
    'Key',
    'Value',
    'null',
    'true',
    '1',
    '\\',
    '\u200b',
    '\ufeff'
  ],
  ...[
    '__proto__',
    'constructor',
    'columns:',
    '- name: x\n',
    '  data_type: int\n',
    'arn:aws:iam::123456789012:role/X'
  ]
);
const pasted = fc
  .array(fc.oneof({ weight: 8, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 30
  })
  .map((parts) => parts.join(''));

describe('whatever is given is a value, or told', () => {
  test.each(Object.keys(FIELDS) as FieldName[])('%s', (input) => {
    fc.assert(
      fc.property(pasted, (text) => {
        try {
          readInputs(stepEnv({ ...GIVEN, [input]: text }));
        } catch (error) {
          expect(error).toBeInstanceOf(ActionError);
          expect(error).toMatchObject({ code: 'INVALID_INPUT' });
        }
      }),
      { numRuns: 60 }
    );
  });

  test.each<[string, (text: string) => object]>([
    ['a list', parseList],
    ['pairs', parsePairs],
    ['a schema', parseTableSchema],
    ['a loose value', readLoose]
  ])('%s', (_what, read) => {
    fc.assert(
      fc.property(pasted, (text) => {
        const result = read(text);
        expect(Object.keys(result)).toHaveLength(1);
        if ('problem' in result) expect(result.problem).not.toBe('');
      }),
      RUNS
    );
  });
});

test('every column that is taken is one of Iceberg, by a name that needs no quotes, and there once', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const result = parseTableSchema(text);
      if (!('value' in result) || result.value === undefined) return;
      const names = result.value.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, type } of result.value) {
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}_$]+$/u);
        expect(type).toMatch(TYPE);
      }
    }),
    RUNS
  );
});

const column = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/).filter((name) => !['none', 'create'].includes(name)),
  type: fc.constantFrom(
    'boolean',
    'int',
    'long',
    'double',
    'date',
    'timestamptz',
    'string',
    'decimal(9,2)',
    'fixed[16]'
  ),
  required: fc.boolean()
});
const columns = fc.uniqueArray(column, { selector: ({ name }) => name, minLength: 1, maxLength: 6 });
type Columns = typeof columns extends fc.Arbitrary<infer T> ? T : never;

describe('columns come back from', () => {
  const forms: readonly [string, (columns: Columns) => string][] = [
    [
      'lines',
      (all) =>
        all.map(({ name, type, required }) => `${name}: ${type}${required ? ' required' : ''}`).join('\n')
    ],
    [
      'CREATE TABLE',
      (all) =>
        `CREATE TABLE t (${all.map(({ name, type, required }) => `\`${name}\` ${type}${required ? ' NOT NULL' : ''}`).join(', ')})`
    ],
    [
      "Iceberg's JSON",
      (all) =>
        JSON.stringify(
          { type: 'struct', fields: all.map((each, at) => ({ id: at + 1, ...each })) },
          undefined,
          2
        )
    ],
    [
      'Terraform',
      (all) =>
        all
          .map(
            ({ name, type, required }) =>
              `field {\n  name = "${name}"\n  type = "${type}"\n  required = ${required}\n}\n`
          )
          .join('')
    ],
    [
      'dbt',
      (all) =>
        `columns:\n${all.map(({ name, type, required }) => `  - name: ${name}\n    data_type: ${type}\n    required: ${required}\n`).join('')}`
    ]
  ];
  test.each(forms)('%s', (_form, write) => {
    fc.assert(
      fc.property(columns, (all) => expect(parseTableSchema(write(all))).toEqual({ value: all })),
      RUNS
    );
  });
});

test('a list comes back from every form', () => {
  const entry = fc
    .stringMatching(/^[A-Za-z0-9:/._+=@]{1,20}$/)
    .filter((text) => !/^(null|\/\/|\w+=$)/.test(text));
  fc.assert(
    fc.property(fc.uniqueArray(entry, { minLength: 1, maxLength: 5 }), (entries) => {
      const texts = [
        JSON.stringify(entries),
        `[\n${entries.map((each) => `  "${each}", # x\n`).join('')}]`,
        entries.map((each) => `- "${each}"`).join('\n'),
        entries.map((each) => `'${each}'`).join(', ')
      ];
      for (const text of texts) expect(parseList(text)).toEqual({ value: entries });
    }),
    RUNS
  );
});

test('a policy is one that AWS would take, or told', () => {
  const value = fc.oneof(
    fc.constantFrom('*', 'Allow', 's3tables:GetTable', '123456789012', null, 1),
    fc.constant({ AWS: '*' }),
    fc.constant([])
  );
  const keys = fc.constantFrom(
    'Sid',
    'Effect',
    'Principal',
    'Action',
    'Resource',
    'Condition',
    'NotAction',
    '__proto__',
    'constructor',
    'x'
  );
  const statements = fc.array(fc.dictionary(keys, value), { maxLength: 3 });
  fc.assert(
    fc.property(statements, (Statement) => {
      const result = parsePolicy(JSON.stringify({ Statement }), { workspace: '/nowhere' });
      if ('problem' in result) return expect(result.problem).not.toBe('');
      for (const each of Statement)
        expect(Object.keys(each)).toEqual(expect.arrayContaining(['Effect', 'Principal']));
    }),
    RUNS
  );
});
