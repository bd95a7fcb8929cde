const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** An error that passes by itself, and how long that is waited for. */
export interface RetryRule {
  /** Names of operations; one with `*` at the end stands for all that begin so. */
  readonly operations: readonly string[];
  /** AWS's names of the error. */
  readonly errors: readonly string[];
  /** What AWS's message must say. */
  readonly message?: RegExp;
  /** Why it passes, for the log. */
  readonly why: string;
  /** Absent: as long as the run may take. */
  readonly capMs?: number;
  /** Default: 1 s. */
  readonly firstMs?: number;
  /** Default: 10 s. */
  readonly maxMs?: number;
}

/**
 * For what passes by itself, but as well may be the work of another run: after so long everything is looked at again
 * (`engine/rounds.ts`), several times if need be.
 */
const PATIENCE_MS = 15 * SECOND;

const GRANT = ['lakeformation:GrantPermissions', 'lakeformation:BatchGrantPermissions'];
const REVOKE = ['lakeformation:RevokePermissions', 'lakeformation:BatchRevokePermissions'];

const BUSY = 'somebody else is changing the same thing';
const SPREADING = 'what was just made is not known everywhere yet';

/**
 * What the SDK does not repeat by itself, though it passes. What was merged with what was read is not among it:
 * that needs a fresh read (`rewrite.ts`). Durations are what others measured.
 */
export const RULES: readonly RetryRule[] = [
  {
    operations: ['s3tables:CreateTableBucket'],
    errors: ['ConflictException'],
    message: /transitional state/i,
    why: 'S3 Tables is still removing an earlier table bucket of this name, which takes it some minutes; nothing is wrong',
    firstMs: 5 * SECOND,
    maxMs: 30 * SECOND
  },
  {
    operations: ['s3tables:CreateTable'],
    errors: ['NotFoundException'],
    message: /namespace/i,
    why: SPREADING,
    capMs: PATIENCE_MS
  },
  {
    operations: ['s3tables:CreateTable', 's3tables:CreateNamespace', 's3tables:PutTableBucketPolicy'],
    errors: ['NotFoundException'],
    message: /bucket/i,
    why: SPREADING,
    capMs: PATIENCE_MS
  },
  {
    operations: ['s3tables:DeleteTableBucket', 's3tables:DeleteNamespace'],
    errors: ['BadRequestException', 'ConflictException'],
    message: /not empty/i,
    why: 'what was just deleted in it still lingers',
    capMs: PATIENCE_MS
  },
  {
    operations: ['s3tables:DeleteNamespace', 's3tables:DeleteTableBucket'],
    errors: ['ConflictException'],
    why: BUSY,
    capMs: 2 * MINUTE
  },
  {
    operations: GRANT,
    errors: ['InvalidInputException'],
    message: /invalid principal/i,
    why: 'a new role is not known to Lake Formation at once',
    capMs: 2 * MINUTE
  },
  {
    operations: GRANT,
    errors: ['InvalidInputException'],
    message: /grantee has no permissions|register the s3 path/i,
    why: SPREADING,
    capMs: 2 * MINUTE
  },
  {
    operations: REVOKE,
    errors: ['InvalidInputException'],
    message: /register the s3 path/i,
    why: SPREADING,
    capMs: MINUTE
  },
  {
    operations: [...GRANT, ...REVOKE],
    errors: ['ConcurrentModificationException'],
    why: BUSY,
    capMs: 2 * MINUTE
  },
  {
    operations: [...GRANT, ...REVOKE],
    errors: ['AccessDeniedException'],
    message: /not authorized to access requested permissions/i,
    why: 'the rights of an administrator take a while to hold',
    capMs: 2 * MINUTE
  },
  {
    operations: ['lakeformation:GrantPermissions'],
    errors: ['EntityNotFoundException'],
    why: SPREADING,
    capMs: PATIENCE_MS
  },
  {
    operations: ['lakeformation:RegisterResource'],
    errors: ['InvalidInputException', 'AccessDeniedException', 'EntityNotFoundException'],
    message: /assume|invalid (?:role|principal)|role .*(?:does not exist|not found|cannot be found)/i,
    why: SPREADING,
    capMs: 2 * MINUTE
  },
  {
    operations: ['glue:*'],
    errors: [
      'ConcurrentModificationException',
      'FederationSourceRetryableException',
      'OperationTimeoutException'
    ],
    why: 'Glue asks to try again',
    capMs: 2 * MINUTE
  },
  {
    operations: ['glue:CreateCatalog'],
    errors: ['FederationSourceException', 'InvalidInputException', 'AccessDeniedException'],
    message: /invalid role provided|unable to assume/i,
    why: SPREADING,
    capMs: 2 * MINUTE
  }
];

/** For the caller that has become a Lake Formation administrator in this run. */
export const NEW_ADMINISTRATOR: RetryRule = {
  operations: ['glue:CreateDatabase'],
  errors: ['AccessDeniedException'],
  why: 'the rights of a new Lake Formation administrator take a while to hold',
  capMs: 2 * MINUTE
};
