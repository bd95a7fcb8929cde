import type { Account } from '../account.js';
import type { Caller } from '../service.js';
import { administrator, administratorOf } from '../sts/caller.js';

/** A session token with this value has expired, so that a workflow can be tried with stale credentials. */
export const expiredSessionToken = 'expired';

/** What a signature is checked with, and whom it speaks for. */
export interface Credential {
  readonly secretAccessKey: string;
  /** What has to come with it: empty for none, absent for any. */
  readonly sessionToken?: string;
  /** Of a session. */
  readonly expiresAt?: Date;
  readonly caller: Caller;
}

/** The credential of an access key: the sandbox's own, a user's, a session's. Nothing for one that is not known. */
export function credentialOf(account: Account, accessKeyId: string): Credential | undefined {
  if (accessKeyId === administrator.accessKeyId) {
    return { secretAccessKey: administrator.secretAccessKey, caller: administratorOf(account) };
  }
  return ofSession(account, accessKeyId) ?? ofUser(account, accessKeyId);
}

function ofSession(account: Account, accessKeyId: string): Credential | undefined {
  const session = account.sts.sessions.get(accessKeyId);
  if (!session) return undefined;
  const { secretAccessKey, token, expiresAt, arn, roleId, roleArn, name } = session;
  const userId = `${roleId}:${name}`;
  const caller = { accountId: account.id, arn, userId, principalArn: roleArn, session };
  return { secretAccessKey, sessionToken: token, expiresAt, caller };
}

function ofUser(account: Account, accessKeyId: string): Credential | undefined {
  for (const { arn, id: userId, accessKeys } of account.iam.users.values()) {
    const key = accessKeys.get(accessKeyId);
    if (key?.status !== 'Active') continue;
    const caller = { accountId: account.id, arn, userId, principalArn: arn };
    return { secretAccessKey: key.secret, sessionToken: '', caller };
  }
  return undefined;
}
