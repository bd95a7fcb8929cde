import type * as v from 'valibot';
import type { Region } from '../account.js';
import { AwsRefusal, type Caller } from '../service.js';
import { grantToCreator } from './creation.js';
import { checkAssumable } from './data-access-role.js';
import { forgetCreation } from './grants.js';
import type { FilterCondition, inputs } from './model.js';
import { entityNotFound, invalidInput } from './refusals.js';
import type { RegisteredResource } from './state.js';

type RegisterInput = v.InferOutput<(typeof inputs)['RegisterResource']>;
type UpdateInput = v.InferOutput<(typeof inputs)['UpdateResource']>;

/**
 * Puts a location under Lake Formation. Where permissions are checked, who does it may use the location.
 * Throws AlreadyExistsException, InvalidInputException.
 */
export function registerResource(region: Region, caller: Caller, input: RegisterInput): void {
  const arn = input.ResourceArn;
  checkLocationArn(region, arn);
  if (region.lakeFormation.resources.has(arn)) {
    throw new AwsRefusal(400, 'AlreadyExistsException', 'Resource is already registered');
  }
  const owner = input.ExpectedResourceOwnerAccount;
  const roleArn = roleOf(region, input);
  checkAssumable(region, roleArn);
  region.lakeFormation.resources.set(arn, {
    arn,
    roleArn,
    withFederation: input.WithFederation,
    hybridAccess: input.HybridAccessEnabled,
    withPrivilegedAccess: input.WithPrivilegedAccess,
    ...(owner === undefined ? {} : { expectedOwner: owner }),
    modifiedAt: new Date()
  });
  grantToCreator(region, caller, { kind: 'location', arn });
}

/** Takes a location from Lake Formation. Throws EntityNotFoundException. */
export function deregisterResource(region: Region, resourceArn: string): void {
  const { arn } = registered(region, resourceArn);
  region.lakeFormation.resources.delete(arn);
  forgetCreation(region.lakeFormation, { kind: 'location', arn });
}

/** Changes the role, and what else is given. Throws EntityNotFoundException, InvalidInputException. */
export function updateResource(region: Region, input: UpdateInput): void {
  const resource = registered(region, input.ResourceArn);
  checkRoleArn(region, input.RoleArn);
  checkAssumable(region, input.RoleArn);
  resource.roleArn = input.RoleArn;
  resource.withFederation = input.WithFederation ?? resource.withFederation;
  resource.hybridAccess = input.HybridAccessEnabled ?? resource.hybridAccess;
  if (input.ExpectedResourceOwnerAccount) resource.expectedOwner = input.ExpectedResourceOwnerAccount;
  resource.modifiedAt = new Date();
}

/** The location registered under that ARN. Throws EntityNotFoundException. */
export function registered(region: Region, arn: string): RegisteredResource {
  const resource = region.lakeFormation.resources.get(arn);
  if (!resource) throw entityNotFound('Entity not found');
  return resource;
}

/** A registered location as Lake Formation answers it. */
export function resourceInfo(resource: RegisteredResource): object {
  return {
    ResourceArn: resource.arn,
    RoleArn: resource.roleArn,
    LastModified: resource.modifiedAt.getTime() / 1000,
    WithFederation: resource.withFederation,
    HybridAccessEnabled: resource.hybridAccess,
    WithPrivilegedAccess: resource.withPrivilegedAccess,
    VerificationStatus: 'NOT_VERIFIED',
    ExpectedResourceOwnerAccount: resource.expectedOwner
  };
}

const compare: Readonly<
  Record<
    FilterCondition['ComparisonOperator'],
    (value: string, values: readonly [string, ...string[]]) => boolean
  >
> = {
  EQ: (value, [first]) => value === first,
  NE: (value, [first]) => value !== first,
  LE: (value, [first]) => value <= first,
  LT: (value, [first]) => value < first,
  GE: (value, [first]) => value >= first,
  GT: (value, [first]) => value > first,
  CONTAINS: (value, [first]) => value.includes(first),
  NOT_CONTAINS: (value, [first]) => !value.includes(first),
  BEGINS_WITH: (value, [first]) => value.startsWith(first),
  IN: (value, values) => values.includes(value),
  BETWEEN: (value, [first, last = first]) => value >= first && value <= last
};

/** Whether a registered location meets a filter condition of ListResources. Throws InvalidInputException. */
export function meets(resource: RegisteredResource, condition: FilterCondition): boolean {
  const { Field, ComparisonOperator, StringValueList } = condition;
  const isTime = Field === 'LAST_MODIFIED';
  const values = isTime ? StringValueList.map(timeOf) : StringValueList;
  const [first, ...more] = values;
  if (first === undefined) throw invalidInput('A filter condition needs a value.');
  const ofResource = {
    RESOURCE_ARN: resource.arn,
    ROLE_ARN: resource.roleArn,
    LAST_MODIFIED: resource.modifiedAt.toISOString()
  };
  return compare[ComparisonOperator](ofResource[Field], [first, ...more]);
}

/** Seconds, or a date as text, in the one form whose alphabetical order is that of time. */
function timeOf(value: string): string {
  const time = new Date(/^[\d.]+$/.test(value) ? Number(value) * 1000 : value);
  if (Number.isNaN(time.getTime())) throw invalidInput(`${value} is not a time.`);
  return time.toISOString();
}

function checkLocationArn(region: Region, arn: string): void {
  const { partition } = region.account;
  const isS3 = new RegExp(`^arn:${partition}:s3:::[^/]+(/.*)?$`).test(arn);
  if (!isS3 && arn !== region.arn('s3tables', 'bucket/*')) {
    throw invalidInput(`Invalid resource ARN, ${arn}`);
  }
}

function roleOf(region: Region, input: RegisterInput): string {
  const { partition, id } = region.account;
  if (input.UseServiceLinkedRole) {
    if (input.RoleArn !== undefined) throw invalidInput('Use either the service-linked role or a role ARN.');
    return `arn:${partition}:iam::${id}:role/aws-service-role/lakeformation.amazonaws.com/AWSServiceRoleForLakeFormationDataAccess`;
  }
  if (input.RoleArn === undefined)
    throw invalidInput('Role ARN is required without the service-linked role.');
  checkRoleArn(region, input.RoleArn);
  return input.RoleArn;
}

function checkRoleArn(region: Region, arn: string): void {
  if (!new RegExp(`^arn:${region.account.partition}:iam::\\d{12}:role/.+$`).test(arn)) {
    throw invalidInput(`Invalid role ARN, ${arn}`);
  }
}
