import { randomBytes } from 'node:crypto';
import type { Account } from '../account.js';
import { uniqueId } from '../iam/identities.js';
import type { Role } from '../iam/state.js';
import { newSecret } from '../iam/users.js';

/** A role taken on, and the credentials for it. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly token: string;
  readonly roleArn: string;
  readonly roleId: string;
  readonly name: string;
  /** `arn:aws:sts::<account>:assumed-role/<role>/<session>`: without the role's path. */
  readonly arn: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Policies that limit what the role may do: documents, and ARNs of managed ones. */
  readonly policies: readonly string[];
  readonly policyArns: readonly string[];
  readonly tags: readonly (readonly [string, string])[];
  /** The ARN of the OpenID Connect provider whose token it was given for. */
  readonly federatedBy?: string;
}

/** What {@link beginSession} needs to know. */
export type NewSession = Pick<Session, 'name' | 'policies' | 'policyArns' | 'tags' | 'federatedBy'> & {
  readonly seconds: number;
};

/** Begins a session of a role; its credentials work at once. */
export function beginSession(account: Account, role: Role, wanted: NewSession): Session {
  const { seconds, ...rest } = wanted;
  const issuedAt = new Date();
  const session: Session = {
    ...rest,
    accessKeyId: uniqueId('ASIA').slice(0, 20),
    secretAccessKey: newSecret(),
    token: randomBytes(180).toString('base64'),
    roleArn: role.arn,
    roleId: role.id,
    arn: `arn:${account.partition}:sts::${account.id}:assumed-role/${role.name}/${wanted.name}`,
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + seconds * 1000)
  };
  account.sts.sessions.set(session.accessKeyId, session);
  return session;
}
