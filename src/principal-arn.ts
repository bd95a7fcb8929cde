/** Where Identity Center keeps the roles of its permission sets, with or without a region after it. */
export const RESERVED_PATH = '/aws-reserved/sso.amazonaws.com/';

const SESSION = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/[\w+=,.@-]{2,64}$/;
const RESERVED_NAME = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/** What the ARN of a session tells of its role; STS leaves the role's path out. */
export interface SessionArn {
  readonly partition: string;
  readonly accountId: string;
  readonly roleName: string;
}

/** Reads `arn:aws:sts::<account>:assumed-role/<role>/<session>`; `undefined`: it is something else. */
export function parseSession(arn: string): SessionArn | undefined {
  const [, partition, accountId, roleName] = SESSION.exec(arn) ?? [];
  if (partition === undefined || accountId === undefined || roleName === undefined) return undefined;
  return { partition, accountId, roleName };
}

/** Whether it is the ARN of a session, not of a role. */
export function isSession(arn: string): boolean {
  return parseSession(arn) !== undefined;
}

/**
 * The permission set that a role was made for by Identity Center, by the role's name or ARN; `undefined`: none. The
 * name ends in 16 hexadecimal digits, others each time that the permission set is made
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html).
 */
export function permissionSetOf(role: string): string | undefined {
  return RESERVED_NAME.exec(role.slice(role.lastIndexOf('/') + 1))?.[1];
}
