import { ActionError, asActionError, type ErrorCode, type Situation } from '../errors.js';
import { isAwsHost } from '../partitions.js';
import type { Call } from './call.js';
import { deniedTodo, lakeFormationTodo } from './denied.js';
import {
  badEndpoint,
  clockSkew,
  deadPrincipal,
  garbled,
  isBadEndpoint,
  isSkewed,
  unreachable
} from './findings.js';
import { isThrottled, readThrown, type Thrown } from './thrown.js';

/** How one kind of error is known, and what is said of it beyond the catalogue. */
interface Row {
  readonly code: ErrorCode;
  readonly when: (thrown: Thrown) => boolean;
  readonly say?: (thrown: Thrown, call: Call) => Pick<Situation, 'found' | 'todo'>;
}

const named =
  (names: string, message = /(?:)/) =>
  (thrown: Thrown): boolean =>
    names.split(' ').includes(thrown.name) && message.test(thrown.message);

const isNoCredentials = named('CredentialsProviderError TokenProviderError');

const isDenied = (thrown: Thrown): boolean =>
  named('AccessDeniedException ForbiddenException AccessDenied UnauthorizedOperation')(thrown) ||
  (thrown.status === 403 && (thrown.fromAws || isBare(thrown)));

const REGION_TEXT =
  /scoped to a valid region|region .* is wrong|not (?:enabled|supported) in (?:this|the) region/i;
/** What is wrong with whoever signed, in a refusal that is named as one for want of permissions. */
const EXPIRED_TEXT = /(?:security )?token .*(?:has )?expired|credentials .*expired/i;
const SIGNATURE_TEXT =
  /signature (?:we|you|does|mismatch)|signature .*(?:not match|invalid)|security token .*invalid|missing authentication token|credential should be scoped/i;
const LAKE_FORMATION_TEXT =
  /lake ?formation permission|required [\w ]+ on |not authorized to access requested permissions/i;

/**
 * AWS's errors and what they mean, in the order in which they are looked at: the texts before the names, since
 * AWS uses one name for many things. From the services' models and what the services were seen to say.
 */
const ROWS: readonly Row[] = [
  { code: 'NO_CREDENTIALS', when: isNoCredentials, say: wordsOfTheSdk },
  { code: 'ENDPOINT_INVALID', when: isBadEndpoint, say: badEndpoint },
  { code: 'INVALID_CREDENTIALS', when: isSkewed, say: clockSkew },
  {
    code: 'EXPIRED_CREDENTIALS',
    when: (thrown) =>
      named('ExpiredToken ExpiredTokenException RequestExpired ExpiredTokenError')(thrown) ||
      (isDenied(thrown) && EXPIRED_TEXT.test(thrown.message))
  },
  {
    code: 'REGION_UNKNOWN',
    when: (thrown) => named('OptInRequired')(thrown) || (thrown.fromAws && REGION_TEXT.test(thrown.message))
  },
  {
    code: 'INVALID_CREDENTIALS',
    when: named('UnrecognizedClientException InvalidClientTokenId'),
    say: () => ({
      found:
        'AWS does not know these credentials here: they are wrong, or the account has not enabled this region.'
    })
  },
  {
    code: 'INVALID_CREDENTIALS',
    when: named(
      'InvalidAccessKeyId SignatureDoesNotMatch ' +
        'InvalidSignatureException AuthFailure InvalidToken MissingAuthenticationToken ' +
        'MissingAuthenticationTokenException IncompleteSignature NotSignedUp'
    )
  },
  {
    code: 'INVALID_CREDENTIALS',
    when: (thrown) => thrown.fromAws && isDenied(thrown) && SIGNATURE_TEXT.test(thrown.message)
  },
  { code: 'NAME_IN_TRANSITION', when: named('ConflictException', /transitional state/i) },
  { code: 'NOT_EMPTY', when: named('BadRequestException ConflictException', /not empty/i) },
  {
    code: 'QUOTA_EXCEEDED',
    when: (thrown) =>
      named('LimitExceeded LimitExceededException ServiceQuotaExceededException')(thrown) ||
      named('ResourceNumberLimitExceededException TooManyBuckets')(thrown) ||
      (thrown.fromAws &&
        /(?:exceed|reach)\w* the (?:maximum )?(?:number|limit|quota)|quota exceeded|than allowed/i.test(
          thrown.message
        ))
  },
  { code: 'DEAD_PRINCIPAL', when: named('InvalidInputException', /invalid principal/i), say: deadPrincipal },
  {
    code: 'LAKE_FORMATION_DENIED',
    when: (thrown) => isDenied(thrown) && LAKE_FORMATION_TEXT.test(thrown.message),
    say: lakeFormationTodo
  },
  { code: 'PERMISSION_DENIED', when: isDenied, say: deniedTodo },
  { code: 'THROTTLED', when: isThrottled },
  {
    code: 'CONFLICT',
    when: named('ConflictException ConcurrentModificationException OperationAborted VersionMismatchException')
  },
  {
    code: 'VANISHED',
    when: ({ fromAws, name }) => fromAws && /^(?:NotFound|EntityNotFound|NoSuch)/.test(name)
  },
  { code: 'AWS_FAILED', when: ({ fromAws, status }) => fromAws && (status ?? 0) >= 500 },
  {
    code: 'AWS_FAILED',
    when: named('OperationTimeoutException InternalServiceException FederationSourceRetryableException')
  },
  { code: 'AWS_REFUSED', when: ({ fromAws }) => fromAws },
  {
    // How the SDK tells that a file is not what S3 had been given.
    code: 'GARBLED_ANSWER',
    when: ({ message }) => /^Checksum mismatch/.test(message),
    say: ({ message }) => ({ found: `What came is not what is stored: ${message.replace(/\.?$/, '.')}` })
  },
  {
    code: 'GARBLED_ANSWER',
    when: ({ status, reason }) => status !== undefined || /^HPE_/.test(reason ?? ''),
    say: garbled
  },
  {
    code: 'REGION_UNKNOWN',
    when: ({ reason, hostname, endpoint }) =>
      reason === 'ENOTFOUND' && isAwsHost(hostname) && endpoint?.startsWith(`${hostname}:`) === true,
    say: unreachable
  },
  {
    code: 'UNREACHABLE',
    when: ({ name, reason }) => name === 'TimeoutError' || reason !== undefined,
    say: unreachable
  }
];

/**
 * Makes an `ActionError` of whatever a call to AWS threw: the only place that knows the SDK's errors. What it does
 * not know becomes `INTERNAL`, with its cause.
 */
export function classify(error: unknown, call: Call): ActionError {
  if (error instanceof ActionError) return error;
  const thrown = call.secret ? withoutText(readThrown(error)) : readThrown(error);
  const row = ROWS.find(({ when }) => when(thrown));
  const cause = call.secret ? undefined : error;
  if (row === undefined) return call.secret ? unreadable(thrown, call) : asActionError(error, call.doing);
  return new ActionError(row.code, {
    doing: call.doing,
    ...row.say?.(thrown, call),
    answer: thrown.fromAws ? answerOf(thrown, call) : undefined,
    cause
  });
}

/** What AWS says in its own form is shown, and what the SDK says by itself; nothing that could quote an answer. */
function withoutText(thrown: Thrown): Thrown {
  const { fromAws, name, reason, status } = thrown;
  const ownWords = fromAws || isNoCredentials(thrown) || (reason !== undefined && status === undefined);
  const hidden = status === undefined && name !== 'SyntaxError' ? thrown : { ...thrown, hidden: true };
  return ownWords ? thrown : { ...hidden, message: '', body: undefined, said: undefined };
}

function unreadable({ name }: Thrown, { doing }: Call): ActionError {
  const found = `What came cannot be read (${name}). It is not shown, since it could hold a secret.`;
  return new ActionError('GARBLED_ANSWER', { doing, found });
}

/** AWS says that there is no such thing, however the service words it. */
export function isNotThere(error: unknown): boolean {
  const { name, message } = said(error);
  if (/^(?:NotFound|EntityNotFound|NoSuch)/.test(name)) return true;
  return /^AccessDenied/.test(name) && /resource does not exist/i.test(message);
}

/** AWS says that it is there already. Also what a create is told whose first answer was lost. */
export function isThereAlready(error: unknown): boolean {
  const { name } = said(error);
  return /AlreadyExists/.test(name) || (name === 'ConflictException' && codeOf(error) === 'CONFLICT');
}

function said(error: unknown): { readonly name: string; readonly message: string } {
  return (error instanceof ActionError ? error.answer : undefined) ?? { name: '', message: '' };
}

function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof ActionError ? error.code : undefined;
}

function answerOf({ name, message, status, requestId }: Thrown, { operation }: Call): Situation['answer'] {
  return { operation, name, message, status, requestId };
}

function wordsOfTheSdk({ message }: Thrown): Pick<Situation, 'found'> {
  return { found: `There are no AWS credentials in this step: ${message.replace(/\.?$/, '.')}` };
}

/** Nothing came but the status: neither AWS's reason nor somebody else's. */
function isBare({ name, body = '', said, hidden }: Thrown): boolean {
  return name !== 'SyntaxError' && body.trim() === '' && said === undefined && hidden !== true;
}
