import { describe, expect, test } from '@jest/globals';
import { brokenRules, derivedNames, suggestName, type Names } from '../src/names.js';

type Kind = keyof Names;
const KINDS: readonly Kind[] = ['tableBucket', 'namespace', 'table', 'glueDatabase'];

describe('names that can be used', () => {
  test.each<[Kind, string]>([
    ['tableBucket', 'dev-myapp'],
    ['tableBucket', '123'],
    ['tableBucket', 'a'.repeat(63)],
    ['tableBucket', 'xn-myapp'],
    ['tableBucket', 's3alias'],
    ['namespace', 'my_app'],
    ['namespace', '9lives'],
    ['namespace', 'a'.repeat(255)],
    ['table', 'aws_costs'],
    ['table', 'trailing_'],
    ['glueDatabase', 'dev_myapp_db'],
    ['glueDatabase', 'with-hyphen'],
    ['glueDatabase', '_begins_with_underscore']
  ])('%s %s', (kind, name) => {
    expect(brokenRules(kind, name)).toEqual([]);
  });
});

describe('a name that breaks one rule is told that rule and no other', () => {
  test.each<[Kind, string, string]>([
    ['tableBucket', 'ab', 'it must have between 3 and 63 characters'],
    ['tableBucket', 'a'.repeat(64), 'it must have between 3 and 63 characters'],
    ['tableBucket', 'my_app', 'only lower-case letters, digits and hyphens are allowed'],
    ['tableBucket', 'my.app', 'only lower-case letters, digits and hyphens are allowed'],
    ['tableBucket', 'MyApp', 'only lower-case letters, digits and hyphens are allowed'],
    ['tableBucket', '-myapp', 'it must begin and end with a letter or a digit'],
    ['tableBucket', 'myapp-', 'it must begin and end with a letter or a digit'],
    ['tableBucket', 'xn--myapp', 'the prefix "xn--" is reserved by AWS'],
    ['tableBucket', 'sthree-myapp', 'the prefix "sthree-" is reserved by AWS'],
    ['tableBucket', 'amzn-s3-demo-lake', 'the prefix "amzn-s3-demo-" is reserved by AWS'],
    ['tableBucket', 'awslake', 'the prefix "aws" is reserved by AWS'],
    ['tableBucket', 'lake-s3alias', 'the suffix "-s3alias" is reserved by AWS'],
    ['tableBucket', 'lake--ol-s3', 'the suffix "--ol-s3" is reserved by AWS'],
    ['tableBucket', 'lake--x-s3', 'the suffix "--x-s3" is reserved by AWS'],
    ['tableBucket', 'lake--table-s3', 'the suffix "--table-s3" is reserved by AWS'],
    ['namespace', '', 'it must have between 1 and 255 characters'],
    ['namespace', 'a'.repeat(256), 'it must have between 1 and 255 characters'],
    ['namespace', 'my-app', 'only lower-case letters, digits and underscores are allowed'],
    ['namespace', 'my.app', 'only lower-case letters, digits and underscores are allowed'],
    ['namespace', '_app', 'it must begin with a letter or a digit'],
    ['namespace', 'aws_costs', 'the prefix "aws" is reserved by AWS'],
    ['table', 'a'.repeat(256), 'it must have between 1 and 255 characters'],
    ['table', 'My_app', 'only lower-case letters, digits and underscores are allowed'],
    ['table', '_app', 'it must begin with a letter or a digit'],
    ['glueDatabase', 'a'.repeat(256), 'it must have between 1 and 255 characters'],
    ['glueDatabase', 'my.db', 'only lower-case letters, digits, underscores and hyphens are allowed']
  ])('%s %s', (kind, name, rule) => {
    expect(brokenRules(kind, name)).toEqual([rule]);
  });

  test('a name that breaks several is told all of them', () => {
    expect(brokenRules('tableBucket', 'aws_-')).toEqual([
      'only lower-case letters, digits and hyphens are allowed',
      'it must begin and end with a letter or a digit',
      'the prefix "aws" is reserved by AWS'
    ]);
  });
});

test('names are derived as the proof of concept made them', () => {
  const names = {
    tableBucket: 'pr-12-my-app',
    namespace: 'my_app',
    table: 'my_app',
    glueDatabase: 'pr_12_my_app_db'
  };
  expect(derivedNames('pr-12', 'my-app', 'bucket')).toEqual(names);
  expect(derivedNames('pr-12', 'my-app', 'namespace')).toEqual({ ...names, namespace: 'pr_12_my_app' });
});

describe('suggestions', () => {
  test.each<[Kind, string, string]>([
    ['tableBucket', 'My_App', 'my-app'],
    ['tableBucket', 'awslake', 'my-awslake'],
    ['tableBucket', 'lake-s3alias', 'lake'],
    ['namespace', 'aws-costs', 'my_aws_costs'],
    ['namespace', '_aws', 'my_aws'],
    ['table', 'My-App', 'my_app'],
    ['table', '', 'my_data'],
    ['glueDatabase', 'Sales.DB', 'sales_db']
  ])('for %s %s: %s', (kind, name, suggestion) => {
    expect(suggestName(kind, name)).toBe(suggestion);
  });

  test.each(KINDS)('for %s break no rule, whatever is given', (kind) => {
    const broken = oddNames()
      .map((name) => ({ name, suggestion: suggestName(kind, name) }))
      .filter(({ suggestion }) => brokenRules(kind, suggestion).length > 0);
    expect(broken).toEqual([]);
  });
});

/** What people type, and what could slip through: all pieces next to each other, alone, doubled, and far too long. */
function oddNames(): string[] {
  const affixes = ['xn--', 'sthree-', 'amzn-s3-demo-', 'aws', '-s3alias', '--ol-s3', '--x-s3', '--table-s3'];
  const pieces = ['', '-', '_', '.', ' ', 'a', '9', 'Dev', 'ÄÖ', 'İ', '日本', '\n', 'my-app', ...affixes];
  const pairs = pieces.flatMap((one) => pieces.map((two) => one + two));
  const triples = pairs.flatMap((pair) => affixes.map((affix) => pair + affix));
  const lengths = Array.from({ length: 20 }, (_, at) => 'a'.repeat(45 + at));
  const long = lengths.flatMap((name) => affixes.flatMap((affix) => [name + affix, `${name}${affix}zzz`]));
  return [...pairs, ...triples, ...long, 'b'.repeat(300), '-'.repeat(300), `${'c'.repeat(254)}-d`];
}
