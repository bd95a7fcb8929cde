import type * as v from 'valibot';
import { membersOf } from '../iam/form.js';
import { iamTime } from '../iam/xml.js';
import { readInput } from '../input/constraints.js';
import { readForm, xmlElements } from '../protocol/query.js';
import type { SandboxRequest } from '../service.js';
import { assumeRole } from './assume-role.js';
import { inputs } from './model.js';
import type { Session } from './sessions.js';
import { assumeRoleWithWebIdentity } from './web-identity.js';

/** STS's operations by name; each gives what stands inside its `Result` element. */
export const operations: Readonly<Record<string, (request: SandboxRequest) => string>> = {
  GetCallerIdentity: ({ caller }) =>
    xmlElements({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId }),
  AssumeRole: (request) => {
    const input = read('AssumeRole', request);
    return sessionXml(assumeRole(request, input)) + xmlElements({ SourceIdentity: input.SourceIdentity });
  },
  AssumeRoleWithWebIdentity: (request) => {
    const input = read('AssumeRoleWithWebIdentity', request);
    const { session, subject, audience, provider } = assumeRoleWithWebIdentity(request, input);
    return (
      sessionXml(session) +
      xmlElements({ SubjectFromWebIdentityToken: subject, Provider: provider.arn, Audience: audience })
    );
  }
};

/** The members of a request. Throws ValidationError. */
export function read<K extends keyof typeof inputs>(
  name: K,
  request: Pick<SandboxRequest, 'body' | 'query'>
): v.InferOutput<(typeof inputs)[K]> {
  return readInput(inputs[name], membersOf(readForm(request)), 'ValidationError');
}

function sessionXml(session: Session): string {
  const { accessKeyId, secretAccessKey, token, expiresAt, arn, roleId, name } = session;
  const credentials = xmlElements({
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: token,
    Expiration: iamTime(expiresAt)
  });
  const user = xmlElements({ AssumedRoleId: `${roleId}:${name}`, Arn: arn });
  return `<Credentials>${credentials}</Credentials><AssumedRoleUser>${user}</AssumedRoleUser>`;
}
