import type { Look } from '../observe/look.js';
import { isDenied } from '../errors.js';

/**
 * Those of the principals that do not exist, each with what IAM has instead, as the end of a sentence. Whom it cannot
 * be known of (another account, or IAM may not be asked) is not among them.
 */
export async function unknownPrincipals(
  look: Look,
  accountId: string,
  principals: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const entries = await Promise.all(
    principals.map(async (arn) => [arn, await unlessDenied(whyUnknown(look, accountId, arn))] as const)
  );
  return new Map(entries.flatMap(([arn, why]) => (why === undefined ? [] : [[arn, why] as const])));
}

/** Gives `undefined` where these credentials may not ask. */
export async function unlessDenied<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

async function whyUnknown(look: Look, accountId: string, arn: string): Promise<string | undefined> {
  const isSure = await look.iam.knowsEverybody();
  // Asked at the same time, where IAM's answer alone will not do; whoever waits for it gets the failure.
  if (!isSure) look.lakeFormation.knowsPrincipal(arn).catch(() => undefined);
  const why = await whatIamSays(look, accountId, arn);
  if (why === undefined || isSure) return why;
  return (await look.lakeFormation.knowsPrincipal(arn)) ? undefined : why;
}

async function whatIamSays({ iam }: Look, accountId: string, arn: string): Promise<string | undefined> {
  const [, account, kind, path = ''] = /^arn:[^:]+:iam::(\d+):(role|user)\/(.+)$/.exec(arn) ?? [];
  const name = path.split('/').at(-1) ?? '';
  if (account !== accountId) return undefined;
  if (kind === 'user') {
    return (await iam.hasUser(name)) ? undefined : `IAM has no user of the name ${name}`;
  }
  const role = await iam.getRole(name);
  if (role === undefined) return `IAM has no role of the name ${name}`;
  return role.arn === arn ? undefined : `the ARN of the role of that name is ${role.arn}`;
}
