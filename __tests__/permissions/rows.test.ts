import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesOf, type Intent } from '../../src/environment.js';
import { ROWS } from '../../src/permissions/rows.js';
import { fakeAccount } from '../support/account.js';
import { inputsWith, specWith } from '../support/environment.js';

const AWS = join('src', 'aws');
const ACTIONS = new Set(ROWS.flatMap(({ actions }) => actions.split(' ')));

/** Which service the short names of operations in a file are of. */
const SERVICE_OF: readonly (readonly [RegExp, string])[] = [
  [/^glue/, 'glue'],
  [/^lake-formation/, 'lakeformation'],
  [/^iam/, 'iam'],
  [/^(?:table|namespaces)/, 's3tables']
];

/** IAM asks for other actions than these are called. */
const OTHERWISE: Readonly<Record<string, string>> = {
  's3:GetObject': 's3tables:GetTableData',
  's3:PutObject': 's3tables:PutTableData'
};

/** Every operation that the files of `src/aws` call. */
function operationsCalled(): string[] {
  return readdirSync(AWS).flatMap((file) => {
    const text = readFileSync(join(AWS, file), 'utf8');
    const service = SERVICE_OF.find(([name]) => name.test(file))?.[1] ?? '';
    const short = [...text.matchAll(/\bcall(?:Of)?\(\s*'(\w+)'/g)].map(([, name]) => `${service}:${name}`);
    const whole = [...text.matchAll(/operation: '((?:s3|s3tables|glue|iam|lakeformation):\w+)'/g)];
    const iceberg = file === 'iceberg-operations.ts' ? [...text.matchAll(/'((?:s3tables|glue):\w+)'/g)] : [];
    return [...short, ...[...whole, ...iceberg].map(([, name = '']) => name)];
  });
}

describe('the table of permissions', () => {
  test('has every operation that is called', () => {
    const called = operationsCalled();
    expect(called.length).toBeGreaterThan(40);
    const missing = called.filter((name) => !ACTIONS.has(OTHERWISE[name] ?? name));
    expect([...new Set(missing)]).toEqual([]);
  });

  test.each<[Intent, 'create' | 'remove']>([
    ['apply', 'create'],
    ['destroy', 'remove']
  ])('knows every resource, to %s', (intent, verb) => {
    const resources = resourcesOf(specWith(), inputsWith(), fakeAccount(), intent);
    const has = (id: string, ...verbs: string[]): boolean =>
      ROWS.some((row) => row.step === id && verbs.includes(row.verb));
    for (const { id } of resources) {
      expect([id, has(id, 'observe'), has(id, verb, 'update')]).toEqual([id, true, true]);
    }
  });

  test('names actions as IAM does', () => {
    for (const action of ACTIONS) expect(action).toMatch(/^(?:s3tables|glue|lakeformation|iam):[A-Z]\w+$/);
  });
});
