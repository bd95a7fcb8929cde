import * as v from 'valibot';
import { ISOLATIONS, LABEL, LABEL_MAX, REPOSITORY } from '../names.js';
import { COMMANDS } from '../outcome.js';
import { permissionSetOf } from '../principal-arn.js';
import { accountIdProblem, isAccountId } from './account-ids.js';
import { adminProblem, isAdmin, role, ROLE_EXAMPLE, roleOrSession } from './arns.js';
import { everyEntry, field, flag, guardList, list, oneOf, parsed, permissions, text } from './field.js';
import { anyNumber, wholeNumber } from './numbers.js';
import { parsePairs } from './pairs.js';
import { quoted } from './problem.js';
import { region } from './region.js';
import { parseTableSchema } from './table-schema.js';
import { parseTtl } from './ttl.js';

/** They are held in memory twice: as written, and as read. */
const MAX_SMOKE_TEST_ROWS = 100_000;
const DATABASE_PERMISSIONS = ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'];
const TABLE_PERMISSIONS = ['ALL', 'ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'];
const MAX_ADMINS = 30;
const MAX_SWEPT = 10_000;

const label = v.pipe(
  text,
  v.maxLength(LABEL_MAX, `it has more than ${LABEL_MAX} characters`),
  v.regex(LABEL, 'only letters, digits, spaces and _ . : / = + - @ are allowed, since it becomes a tag')
);

/** Of the role that Identity Center made for it. */
function meantSet(given: string): string {
  const name = permissionSetOf(given);
  return name === undefined ? '' : `; write ${name}`;
}

/** Of its address, which ends in `.git` where it is for Git. */
function meantRepository(given: string): string {
  const [, name] = /^(?:(?:https?:\/\/|git@)[^/:]+[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(given) ?? [];
  return name === undefined || name === given ? '' : `; write ${name}`;
}

/** Every input of `action.yml`. */
export const FIELDS = {
  command: field(oneOf(COMMANDS), 'apply', 'apply'),
  region: field(region, 'us-east-1'),
  env: field(label, 'dev'),
  application: field(label, 'myapp'),
  team: field(label, 'data-platform'),
  'identity-center-role-arn': field(roleOrSession, ROLE_EXAMPLE),
  'identity-center-permission-set': field(
    v.pipe(
      text,
      v.check(
        (name) => /^[\w+=,.@-]{1,32}$/.test(name),
        ({ input }) => `it is not the name of a permission set${meantSet(input)}`
      )
    ),
    'SoftwareEngineersFull'
  ),
  'lakeformation-admin-arns': field(
    v.pipe(
      list,
      everyEntry(isAdmin, adminProblem),
      v.maxLength(MAX_ADMINS, `Lake Formation takes at most ${MAX_ADMINS} administrators`)
    ),
    ROLE_EXAMPLE,
    ''
  ),
  'table-bucket-name': field(text, 'dev-myapp'),
  namespace: field(text, 'myapp'),
  table: field(text, 'myapp'),
  'glue-database': field(text, 'dev_myapp_db'),
  'table-schema': field(parsed(parseTableSchema), 'id: long required', 'id: long required\nname: string'),
  tags: field(parsed(parsePairs), 'cost-center=1234', ''),
  'table-bucket-policy': field(text, 'default', 'default'),
  'database-permissions': field(
    permissions('a database', DATABASE_PERMISSIONS),
    'CREATE_TABLE, DESCRIBE',
    'CREATE_TABLE, DESCRIBE, ALTER'
  ),
  'table-permissions': field(permissions('tables', TABLE_PERMISSIONS), 'SELECT, DESCRIBE'),
  'analytics-integration': field(oneOf(['require', 'enable', 'ignore'] as const), 'enable', 'require'),
  'analytics-access': field(oneOf(['iam', 'lake-formation'] as const), 'lake-formation', 'iam'),
  'lake-formation': field(oneOf(['manage', 'ignore'] as const), 'manage', 'manage'),
  'prune-dead-admins': flag('false'),
  adopt: flag('false'),
  'force-destroy': flag('false'),
  'smoke-test': flag('false'),
  'smoke-test-rows': field(
    wholeNumber('', {
      min: 0,
      max: MAX_SMOKE_TEST_ROWS,
      says: `at most ${MAX_SMOKE_TEST_ROWS} rows are written`
    }),
    '100',
    '100'
  ),
  'smoke-test-via': field(oneOf(['s3tables', 'glue'] as const), 's3tables', 's3tables'),
  'smoke-test-keep': flag('false'),
  'allowed-account-ids': field(
    v.pipe(guardList, everyEntry(isAccountId, accountIdProblem)),
    '123456789012',
    ''
  ),
  'role-to-assume': field(role, 'arn:aws:iam::123456789012:role/lake-deployer'),
  'role-session-name': field(
    v.pipe(text, v.regex(/^[\w+=,.@-]{2,64}$/, 'only 2 to 64 letters, digits and _ + = , . @ - are allowed')),
    'lake-deploy'
  ),
  'role-duration-seconds': field(
    wholeNumber(' of seconds', { min: 900, max: 43_200, says: 'it must be 900 to 43200' }, 1),
    '3600',
    '3600'
  ),
  ttl: field(parsed(parseTtl), '72h'),
  isolation: field(oneOf(ISOLATIONS), 'namespace', 'bucket'),
  'fork-pull-requests': field(oneOf(['skip', 'fail', 'apply'] as const), 'skip', 'skip'),
  'fail-on-changes': flag('false'),
  'dry-run': flag('false'),
  'sweep-limit': field(
    wholeNumber('', { min: 1, max: MAX_SWEPT, says: `it must be 1 to ${MAX_SWEPT}` }),
    '50',
    '50'
  ),
  'sweep-repositories': field(
    v.pipe(
      guardList,
      everyEntry(
        (entry) => REPOSITORY.test(entry) && !entry.endsWith('.git'),
        (entry) => `${quoted(entry)} is not owner/name${meantRepository(entry)}`
      )
    ),
    'octo/lake',
    ''
  ),
  'sweep-applications': field(
    v.pipe(
      guardList,
      everyEntry(
        (entry) => LABEL.test(entry) && entry.length <= LABEL_MAX,
        (entry) => `${quoted(entry)} cannot be an application`
      )
    ),
    'myapp',
    ''
  ),
  comment: field(oneOf(['auto', 'always', 'never'] as const), 'auto', 'auto'),
  'github-token': field(
    v.pipe(
      text,
      // The default of action.yml, where nobody has filled it in.
      v.transform((token) => (token.startsWith('${{') ? '' : token))
    ),
    '${{ github.token }}',
    ''
  ),
  summary: flag('true'),
  'export-env': flag('false'),
  'outputs-file': field(text, 'lake-outputs.json'),
  'timeout-minutes': field(
    anyNumber(
      ' of minutes',
      { min: Number.MIN_VALUE, max: 1440, says: 'it must be more than 0 and at most 1440' },
      60
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
