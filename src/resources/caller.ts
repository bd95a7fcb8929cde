/** Whether the principal is the run's caller, as STS sees it: it shows a role without its path. */
export function isCaller(principal: string, callerArn: string | undefined): boolean {
  if (callerArn === undefined) return false;
  const role = /^(arn:[^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(callerArn);
  if (role === null) return principal === callerArn;
  const [, partition, account, name] = role;
  return principal.startsWith(`${partition}:iam::${account}:role/`) && principal.split('/').at(-1) === name;
}

/** The name of the caller's role; `undefined`: it is none. */
export function callerRole(callerArn: string | undefined): string | undefined {
  return callerArn?.match(/:assumed-role\/([^/]+)\//)?.[1];
}
