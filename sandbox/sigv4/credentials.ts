/** The access key that the sandbox knows, and its secret: an administrator of the account. */
export const administrator = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' } as const;

/** A session token with this value has expired, so that a workflow can be tried with stale credentials. */
export const expiredSessionToken = 'expired';

/** The secret of an access key; nothing for one that the sandbox does not know. */
export function secretOf(accessKeyId: string): string | undefined {
  return accessKeyId === administrator.accessKeyId ? administrator.secretAccessKey : undefined;
}
