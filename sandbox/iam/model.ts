import * as v from 'valibot';
import { text } from '../input/constraints.js';

const roleName = text(1, 64, /^[\w+=,.@-]+$/);
/** Longer than the 64 characters that a new user's name may have: older ones exist. */
const userName = text(1, 128, /^[\w+=,.@-]+$/);
const newUserName = text(1, 64, /^[\w+=,.@-]+$/);
const policyName = text(1, 128, /^[\w+=,.@-]+$/);
const path = v.exactOptional(text(1, 512, /^(\/|\/[\u0021-\u007E]+\/)$/), '/');
const arn = text(20, 2048);
// eslint-disable-next-line no-control-regex -- tab, line feed and carriage return are allowed
const policyDocument = text(1, 131072, /^[\u0009\u000A\u000D\u0020-\u00FF]+$/);
// eslint-disable-next-line no-control-regex -- tab, line feed and carriage return are allowed
const description = text(0, 1000, /^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$/);
const tagKey = text(1, 128, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u);
const tagValue = text(0, 256, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u);
const tags = list(v.object({ Key: tagKey, Value: tagValue }), 50);
const versionId = text(2, 64, /^v[1-9][0-9]*(\.[A-Za-z0-9-]*)?$/);

/** A list; clients send an empty one as an empty text. */
function list<T>(item: v.GenericSchema<unknown, T>, most = Infinity): v.GenericSchema<unknown, T[]> {
  const emptied = v.transform((value: unknown) => (value === '' ? [] : value));
  return v.pipe(v.unknown(), emptied, v.array(item), v.maxLength(most));
}

/** A form holds text only. */
function numeral(min: number, max: number): v.GenericSchema<string, number> {
  return v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(min), v.maxValue(max));
}

const flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((value) => value === 'true')
);

const paging = {
  Marker: v.exactOptional(text(1, 320, /^[\u0020-\u00FF]+$/)),
  MaxItems: v.exactOptional(numeral(1, 1000), '100')
};
const prefix = v.exactOptional(text(1, 512, /^\/[\u0021-\u007F]*$/), '/');
const made = { PermissionsBoundary: v.exactOptional(arn), Tags: v.exactOptional(tags, []) };

/**
 * The inputs of what roles and users can both do.
 * @param newName the name of one that is made today; what came to IAM later takes no longer ones
 */
function ofIdentity<K extends 'RoleName' | 'UserName'>(
  key: K,
  name: v.GenericSchema<string>,
  newName: v.GenericSchema<string>
) {
  const who = { [key]: name } as Record<K, v.GenericSchema<string>>;
  const whoOfNow = { [key]: newName } as Record<K, v.GenericSchema<string>>;
  return {
    Only: v.object(who),
    List: v.object({ ...who, ...paging }),
    Tag: v.object({ ...who, Tags: tags }),
    Untag: v.object({ ...who, TagKeys: list(tagKey, 50) }),
    PutPolicy: v.object({ ...who, PolicyName: policyName, PolicyDocument: policyDocument }),
    Policy: v.object({ ...who, PolicyName: policyName }),
    Attached: v.object({ ...whoOfNow, PolicyArn: arn }),
    ListAttached: v.object({ ...whoOfNow, ...paging }),
    Boundary: v.object({ ...whoOfNow, PermissionsBoundary: arn }),
    NoBoundary: v.object(whoOfNow)
  };
}

/** The inputs of IAM's operations, with the constraints of its service model. */
export const inputs = {
  CreateRole: v.object({
    Path: path,
    RoleName: roleName,
    AssumeRolePolicyDocument: policyDocument,
    Description: v.exactOptional(description),
    MaxSessionDuration: v.exactOptional(numeral(3600, 43200), '3600'),
    ...made
  }),
  ListByPath: v.object({ PathPrefix: prefix, ...paging }),
  UpdateAssumeRolePolicy: v.object({ RoleName: roleName, PolicyDocument: policyDocument }),
  CreateUser: v.object({ Path: path, UserName: newUserName, ...made }),
  CallerOrUser: v.object({ UserName: v.exactOptional(userName) }),
  ListAccessKeys: v.object({ UserName: v.exactOptional(userName), ...paging }),
  AccessKey: v.object({ UserName: v.exactOptional(userName), AccessKeyId: text(16, 128, /^\w+$/) }),
  UpdateAccessKey: v.object({
    UserName: v.exactOptional(userName),
    AccessKeyId: text(16, 128, /^\w+$/),
    Status: v.picklist(['Active', 'Inactive'])
  }),
  CreatePolicy: v.object({
    PolicyName: policyName,
    Path: v.exactOptional(text(1, 512, /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/), '/'),
    PolicyDocument: policyDocument,
    Description: v.exactOptional(description),
    Tags: v.exactOptional(tags, [])
  }),
  Policy: v.object({ PolicyArn: arn }),
  ListPolicies: v.object({
    Scope: v.exactOptional(v.picklist(['All', 'AWS', 'Local']), 'All'),
    OnlyAttached: v.exactOptional(flag, 'false'),
    PathPrefix: prefix,
    ...paging
  }),
  CreatePolicyVersion: v.object({
    PolicyArn: arn,
    PolicyDocument: policyDocument,
    SetAsDefault: v.exactOptional(flag, 'false')
  }),
  ListPolicyVersions: v.object({ PolicyArn: arn, ...paging }),
  PolicyVersion: v.object({ PolicyArn: arn, VersionId: versionId }),
  CreateOpenIDConnectProvider: v.object({
    Url: text(1, 255),
    ClientIDList: v.exactOptional(list(text(1, 255)), []),
    ThumbprintList: v.exactOptional(list(text(40, 40)), []),
    Tags: v.exactOptional(tags, [])
  }),
  OpenIDConnectProvider: v.object({ OpenIDConnectProviderArn: arn }),
  SimulatePrincipalPolicy: v.object({
    PolicySourceArn: arn,
    PolicyInputList: v.exactOptional(list(policyDocument), []),
    PermissionsBoundaryPolicyInputList: v.exactOptional(list(policyDocument)),
    ActionNames: list(text(3, 128)),
    ResourceArns: v.exactOptional(list(text(1, 2048)), ['*']),
    ResourcePolicy: v.exactOptional(policyDocument),
    CallerArn: v.exactOptional(text(1, 2048)),
    ContextEntries: v.exactOptional(
      list(
        v.object({
          ContextKeyName: text(5, 256),
          ContextKeyValues: v.exactOptional(list(v.string()), []),
          ContextKeyType: v.exactOptional(v.string())
        })
      ),
      []
    ),
    ...paging
  })
};

/** The inputs of what roles and users can both do. */
export const identityInputs = {
  Role: ofIdentity('RoleName', roleName, roleName),
  User: ofIdentity('UserName', userName, newUserName)
};
