import { parseSession } from '../principal-arn.js';

/** Whether the principal is the run's caller, as STS sees it: it shows a role without its path. */
export function isCaller(principal: string, callerArn: string | undefined): boolean {
  if (callerArn === undefined) return false;
  const session = parseSession(callerArn);
  if (session === undefined) return principal === callerArn;
  const { partition, accountId, roleName } = session;
  const isRole = principal.startsWith(`arn:${partition}:iam::${accountId}:role/`);
  return isRole && principal.split('/').at(-1) === roleName;
}

/** The name of the caller's role; `undefined`: it is none. */
export function callerRole(callerArn: string | undefined): string | undefined {
  return callerArn === undefined ? undefined : parseSession(callerArn)?.roleName;
}
