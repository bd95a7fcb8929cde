import { ActionError, type ErrorCode, type Situation } from '../errors.js';
import type { RoleToAssume } from './assume-role.js';
import type { Claims } from './oidc.js';

/** The issuer of GitHub itself; an Enterprise Server has its own. */
const ISSUER = 'https://token.actions.githubusercontent.com';

type Words = Pick<Situation, 'found' | 'todo'>;

/** How STS refuses a token, and what to say of it. */
interface Row {
  readonly name: RegExp;
  readonly message: RegExp;
  readonly code: ErrorCode;
  readonly say: (role: RoleToAssume, sent: Claims) => Words;
}

const ANY = /(?:)/;

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors */
const ROWS: readonly Row[] = [
  { name: /^InvalidIdentityToken/, message: /audience/i, code: 'OIDC_AUDIENCE', say: wrongAudience },
  { name: /^InvalidIdentityToken/, message: ANY, code: 'OIDC_PROVIDER', say: noProvider },
  { name: /^IDPCommunicationError/, message: ANY, code: 'AWS_FAILED', say: noContact },
  { name: /^ExpiredToken/, message: ANY, code: 'EXPIRED_CREDENTIALS', say: expired },
  { name: /^ValidationError/, message: /DurationSeconds/i, code: 'INVALID_INPUT', say: tooLong },
  { name: /^AccessDenied/, message: ANY, code: 'TRUST_MISMATCH', say: notTrusted }
];

/** What STS's refusal of a token means, with what was sent and what has to be there for it. */
export function explainRefusal(error: ActionError, role: RoleToAssume, sent: Claims): ActionError {
  const { answer, doing, cause } = error;
  const row = ROWS.find(
    ({ name, message }) => name.test(answer?.name ?? '') && message.test(answer?.message ?? '')
  );
  if (row === undefined) return error;
  return new ActionError(row.code, { doing, answer, cause, ...row.say(role, sent) });
}

function wrongAudience(role: RoleToAssume, sent: Claims): Words {
  const aud = sent.aud ?? '';
  return {
    found: `The token was sent with the audience ${aud}, which the identity provider ${providerArn(role, sent)} does not list.`,
    todo: `Add ${aud} to the audiences (client ids) of that provider: aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${providerArn(role, sent)} --client-id ${aud}`
  };
}

function noProvider(role: RoleToAssume, sent: Claims): Words {
  return {
    found: `The token's issuer is ${issuerOf(sent)} and its audience ${sent.aud}; it takes the identity provider ${providerArn(role, sent)} to check it.`,
    todo: `If account ${accountOf(role)} does not have that provider, create it: aws iam create-open-id-connect-provider --url ${issuerOf(sent)} --client-id-list ${sent.aud}. If it has, IAM must be able to reach the issuer.`
  };
}

function noContact(_role: RoleToAssume, sent: Claims): Words {
  return { found: `IAM could not reach the issuer of the token, ${issuerOf(sent)}.` };
}

function expired(): Words {
  return {
    found: 'The OIDC token had expired when it came to AWS, although it was made for this call.',
    todo: 'Check the clock of the runner, and run again.'
  };
}

function tooLong({ arn, durationSeconds }: RoleToAssume): Words {
  return {
    found: `role-duration-seconds is ${durationSeconds}, and the role ${arn} allows less.`,
    todo: 'Lower role-duration-seconds, or raise the maximum session duration of the role (3600 unless it was changed).'
  };
}

function notTrusted(role: RoleToAssume, sent: Claims): Words {
  const subject = sent.sub ?? 'which cannot be read';
  return {
    found: `The trust policy of ${role.arn} does not let this workflow in, or there is no such role. The token's subject is ${subject}, its audience ${sent.aud}.`,
    todo: `Check that the role exists. Its trust policy needs this statement:\n${trustStatement(role, sent)}\n${isById(subject) ? BY_ID : ''}`
  };
}

/** Newer repositories send the ids of their owner and of themselves as well. */
function isById(subject: string): boolean {
  return /^repo:[^/@:]+@\d+\/[^/@:]+@\d+:/.test(subject);
}

const BY_ID =
  'This repository is named in its tokens with the ids of owner and repository (repo:owner@id/repository@id), so a statement with the names alone never matches.\n';

function trustStatement(role: RoleToAssume, sent: Claims): string {
  const host = hostOf(sent);
  const lasting = lastingSubject(sent.sub);
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: providerArn(role, sent) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      ...(lasting === sent.sub
        ? { StringEquals: { [`${host}:aud`]: sent.aud, [`${host}:sub`]: lasting } }
        : { StringEquals: { [`${host}:aud`]: sent.aud }, StringLike: { [`${host}:sub`]: lasting } })
    }
  };
  return JSON.stringify(statement, undefined, 2);
}

/**
 * The subject, with a `*` for what is new in every run: the branch that a merge queue makes for a pull request, and the
 * name of a tag. Whether the repository is written by its name or with the ids of owner and repository stays as it was
 * sent (https://docs.github.com/actions/reference/security/oidc).
 */
function lastingSubject(subject: string | undefined): string | undefined {
  return subject
    ?.replace(/(refs\/heads\/gh-readonly-queue\/.+)\/pr-\d+-[0-9a-f]+/, '$1/*')
    .replace(/(:ref:refs\/tags)\/[^:]+$/, '$1/*');
}

function providerArn({ arn }: RoleToAssume, sent: Claims): string {
  const [, partition, , , account] = arn.split(':');
  return `arn:${partition}:iam::${account}:oidc-provider/${hostOf(sent)}`;
}

function accountOf({ arn }: RoleToAssume): string {
  return arn.split(':')[4] ?? '';
}

function issuerOf({ iss }: Claims): string {
  return iss ?? ISSUER;
}

function hostOf(sent: Claims): string {
  return issuerOf(sent).replace(/^https:\/\//, '');
}
