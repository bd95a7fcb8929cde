import * as v from 'valibot';
import { COMMANDS } from '../outcome.js';
import { parseList, parsePairs } from './lists.js';
import type { Parsed } from '../parsed.js';
import { parseTableSchema } from './table-schema.js';

/** How one input is read. `fallback` is the default of `action.yml`; without one the input may be absent. */
interface Field<T> {
  readonly schema: v.GenericSchema<string, T>;
  readonly fallback?: string;
  readonly example: string;
}

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const ADMIN_ARN = /^arn:aws[a-z-]*:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+)$/;
const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;
/** They are held in memory twice: as written, and as read. */
const MAX_SMOKE_TEST_ROWS = 100_000;
const DATABASE_PERMISSIONS = ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'];
const ROLE_EXAMPLE =
  'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_DataRole_0123456789abcdef';

const text = v.pipe(v.string(), v.trim());
const list = parsed(parseList);
const label = v.pipe(
  text,
  v.maxLength(128, 'it has more than 128 characters'),
  v.regex(
    /^[\p{L}\p{N} _.:/=+@-]+$/u,
    'only letters, digits, spaces and _ . : / = + - @ are allowed, since it becomes a tag'
  )
);

/** Every input of `action.yml`. */
export const FIELDS = {
  command: field(oneOf(COMMANDS), 'apply', 'apply'),
  region: field(v.pipe(text, v.regex(REGION, 'it is not the name of an AWS region')), 'us-east-1'),
  env: field(label, 'dev'),
  application: field(label, 'myapp'),
  team: field(label, 'data-platform'),
  'identity-center-role-arn': field(v.pipe(text, v.check(isRole, roleProblem)), ROLE_EXAMPLE),
  'lakeformation-admin-arns': field(v.pipe(list, everyEntry(isAdmin, adminProblem)), ROLE_EXAMPLE, ''),
  'table-bucket-name': field(text, 'dev-myapp'),
  namespace: field(text, 'myapp'),
  table: field(text, 'myapp'),
  'glue-database': field(text, 'dev_myapp_db'),
  'table-schema': field(parsed(parseTableSchema), 'id: long required', 'id: long required\nname: string'),
  tags: field(parsed(parsePairs), 'cost-center=1234', ''),
  'table-bucket-policy': field(text, 'default', 'default'),
  'database-permissions': field(
    v.pipe(
      list,
      v.transform((entries): readonly string[] => entries.map((entry) => entry.toUpperCase())),
      v.minLength(1, 'it names no permission'),
      everyEntry(
        (entry) => DATABASE_PERMISSIONS.includes(entry),
        (entry) =>
          `${JSON.stringify(entry)} is not a permission on a database; allowed: ${DATABASE_PERMISSIONS.join(', ')}`
      )
    ),
    'CREATE_TABLE, DESCRIBE',
    'CREATE_TABLE, DESCRIBE, ALTER'
  ),
  'analytics-integration': field(oneOf(['require', 'enable', 'ignore'] as const), 'enable', 'require'),
  'lake-formation': field(oneOf(['manage', 'ignore'] as const), 'manage', 'manage'),
  adopt: flag('false'),
  'force-destroy': flag('false'),
  'smoke-test': flag('false'),
  'smoke-test-rows': field(
    v.pipe(
      text,
      v.regex(/^\d+$/, 'it is not a whole number'),
      v.transform(Number),
      v.maxValue(MAX_SMOKE_TEST_ROWS, `at most ${MAX_SMOKE_TEST_ROWS} rows are written`)
    ),
    '100',
    '100'
  ),
  'smoke-test-via': field(oneOf(['s3tables', 'glue'] as const), 's3tables', 's3tables'),
  'smoke-test-keep': flag('false'),
  'allowed-account-ids': field(
    v.pipe(
      list,
      everyEntry(
        (entry) => /^\d{12}$/.test(entry),
        (entry) => `${JSON.stringify(entry)} is not an account id of 12 digits`
      )
    ),
    '123456789012',
    ''
  ),
  'fail-on-changes': flag('false'),
  'dry-run': flag('false'),
  summary: flag('true'),
  'export-env': flag('false'),
  'outputs-file': field(text, 'lake-outputs.json'),
  'timeout-minutes': field(
    v.pipe(
      text,
      v.regex(/^\d+(\.\d+)?$/, 'it is not a number of minutes'),
      v.transform(Number),
      v.check((minutes) => minutes > 0 && minutes <= 1440, 'it must be more than 0 and at most 1440')
    ),
    '15',
    '15'
  )
};

export type FieldName = keyof typeof FIELDS;

/** The values of all inputs. */
export type Values = {
  readonly [Name in FieldName]: (typeof FIELDS)[Name] extends { readonly fallback: string }
    ? v.InferOutput<(typeof FIELDS)[Name]['schema']>
    : v.InferOutput<(typeof FIELDS)[Name]['schema']> | undefined;
};

function field<T>(schema: v.GenericSchema<string, T>, example: string): Field<T>;
function field<T>(
  schema: v.GenericSchema<string, T>,
  example: string,
  fallback: string
): Field<T> & { readonly fallback: string };
function field<T>(schema: v.GenericSchema<string, T>, example: string, fallback?: string): Field<T> {
  return fallback === undefined ? { schema, example } : { schema, example, fallback };
}

function flag(fallback: string): Field<boolean> & { readonly fallback: string } {
  const words = v.picklist(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'], 'allowed: true, false');
  return field(
    v.pipe(
      text,
      words,
      v.transform((word) => word.toLowerCase() === 'true')
    ),
    'true',
    fallback
  );
}

function oneOf<const T extends readonly string[]>(options: T): v.GenericSchema<string, T[number]> {
  return v.pipe(text, v.picklist(options, `allowed: ${options.join(', ')}`));
}

function parsed<T>(parse: (text: string) => Parsed<T>): v.GenericSchema<string, T> {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const result = parse(dataset.value);
      if ('value' in result) return result.value;
      addIssue({ message: result.problem });
      return NEVER;
    })
  );
}

function everyEntry(
  allowed: (entry: string) => boolean,
  says: (entry: string) => string
): v.RawCheckAction<readonly string[]> {
  return v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const entry of dataset.value.filter((each) => !allowed(each))) addIssue({ message: says(entry) });
  });
}

function isRole(arn: string): boolean {
  return ROLE_ARN.test(arn);
}

function isAdmin(arn: string): boolean {
  return ADMIN_ARN.test(arn);
}

function roleProblem(issue: v.CheckIssue<string>): string {
  return arnProblem(issue.input, 'an IAM role');
}

function adminProblem(arn: string): string {
  return `${JSON.stringify(arn)}: ${arnProblem(arn, 'an IAM role or user')}`;
}

function arnProblem(arn: string, what: string): string {
  if (/:assumed-role\//.test(arn)) {
    return `it is the ARN of a session; give that of ${what}, which begins arn:aws:iam:: and has the role's whole path`;
  }
  if (/:identitystore:/.test(arn)) {
    return `Lake Formation does not take users and groups of Identity Center here; give the ARN of ${what}`;
  }
  return `it is not the ARN of ${what}, with account id and path`;
}
