import type { Account } from '../account.js';
import type { Caller } from '../service.js';

/** The access key that the sandbox knows from the start, and its secret: an administrator of the account. */
export const administrator = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' } as const;

/** The user that the sandbox's own credentials belong to: an administrator of the account. */
export function administratorOf(account: Pick<Account, 'id' | 'partition'>): Caller {
  const arn = `arn:${account.partition}:iam::${account.id}:user/sandbox`;
  return { accountId: account.id, arn, userId: 'AIDASANDBOXADMINISTR', principalArn: arn };
}

/** Whether that is the user of the sandbox's own credentials, who may do everything. */
export function isAdministrator(account: Account, caller: Caller): boolean {
  return caller.arn === administratorOf(account).arn;
}

/** Who calls without a signature, which STS lets some do. */
export const nobody: Caller = { accountId: '', arn: '', userId: '', principalArn: '' };
