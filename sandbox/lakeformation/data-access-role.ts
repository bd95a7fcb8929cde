import type { Region } from '../account.js';
import { isUnseen, policiesOf } from '../iam/asker.js';
import type { Role } from '../iam/state.js';
import { contextOf } from '../policy/context.js';
import { decide } from '../policy/decide.js';
import { readPolicy } from '../policy/document.js';
import { evaluate } from '../policy/evaluate.js';
import { AwsRefusal } from '../service.js';
import { invalidInput } from './refusals.js';

/** What a federated catalog is read with, on what; both are in the policies that AWS's guide gives the role. */
const ofFederation = [
  ['s3tables:ListTableBuckets', '*'],
  ['s3tables:GetTableBucket', 'bucket/any']
] as const;

/**
 * Checks that Lake Formation can take a role on: IAM has it, and has for as long as its changes take to be seen, and its
 * trust policy lets Lake Formation in. Where permissions are not checked, only a role that is too new is refused. A
 * service-linked role is AWS's own.
 * Throws InvalidInputException.
 */
export function checkAssumable(region: Region, roleArn: string): void {
  if (roleArn.includes(':role/aws-service-role/')) return;
  const role = roleSeen(region, roleArn);
  const isFit = region.lakeFormation.isEnforced
    ? role !== undefined && trusts(region, role)
    : !isUnseen(region.account, roleArn);
  if (!isFit) throw invalidInput(`Unable to assume role ${roleArn}`);
}

/**
 * Checks that the table buckets are registered, and that Lake Formation reaches them with the role it has for them,
 * where permissions are checked.
 * Throws InvalidInputException without the registration, FederationSourceException for a role that will not do.
 */
export function checkFederationRole(region: Region): void {
  if (!region.lakeFormation.isEnforced) return;
  const buckets = region.arn('s3tables', 'bucket/*');
  const registered = region.lakeFormation.resources.get(buckets);
  if (!registered?.withFederation) {
    throw invalidInput(`${buckets} is not registered with Lake Formation for federation.`);
  }
  const role = roleSeen(region, registered.roleArn);
  if (!role || !trusts(region, role) || !reads(region, role)) {
    throw new AwsRefusal(400, 'FederationSourceException', 'Invalid role provided');
  }
}

function roleSeen({ account }: Region, arn: string): Role | undefined {
  return [...account.iam.seen().roles.values()].find((role) => role.arn === arn);
}

function trusts(region: Region, role: Role): boolean {
  const context = contextOf({ 'aws:SourceAccount': region.account.id });
  const question = { action: 'sts:AssumeRole', resource: role.arn, context };
  const trust = readPolicy(role.trustPolicy, role.name, 'role');
  const isLakeFormation = ({ Service = [] }: Readonly<Record<string, readonly string[]>>): boolean =>
    Service.includes('lakeformation.amazonaws.com');
  return evaluate([trust], question, isLakeFormation).effect === 'allow';
}

function reads(region: Region, role: Role): boolean {
  const { account } = region;
  const { id } = account;
  const context = contextOf({ 'aws:PrincipalAccount': id, 'aws:ResourceAccount': id });
  const asker = { arn: role.arn, principalArn: role.arn, accountId: id, context };
  const policies = policiesOf(account.iam.seen(), role);
  return ofFederation.every(([action, on]) => {
    const resource = on === '*' ? on : region.arn('s3tables', on);
    return decide({ ...asker, ...policies }, { action, resource, context }).effect === 'allowed';
  });
}
