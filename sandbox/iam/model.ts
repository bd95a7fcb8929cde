import * as v from 'valibot';
import { text } from '../input/constraints.js';

const roleName = text(1, 64, /^[\w+=,.@-]+$/);
const policyName = text(1, 128, /^[\w+=,.@-]+$/);
const policyArn = text(20, 2048);
// eslint-disable-next-line no-control-regex -- tab, line feed and carriage return are allowed
const policyDocument = text(1, 131072, /^[\u0009\u000A\u000D\u0020-\u00FF]+$/);
const tagKey = text(1, 128, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u);
const tagValue = text(0, 256, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u);
const tags = atMost50(v.object({ Key: tagKey, Value: tagValue }));

/** A list; clients send an empty one as an empty text. */
function atMost50<T>(item: v.GenericSchema<T>): v.GenericSchema<unknown, T[]> {
  const emptied = v.transform((value: unknown) => (value === '' ? [] : value));
  return v.pipe(v.unknown(), emptied, v.array(item), v.maxLength(50));
}

/** A form holds text only. */
function numeral(min: number, max: number): v.GenericSchema<string, number> {
  return v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(min), v.maxValue(max));
}

const paging = {
  Marker: v.exactOptional(text(1, 320, /^[\u0020-\u00FF]+$/)),
  MaxItems: v.exactOptional(numeral(1, 1000), '100')
};

/** The inputs of IAM's operations, with the constraints of its service model. */
export const inputs = {
  CreateRole: v.object({
    Path: v.exactOptional(text(1, 512, /^(\/|\/[\u0021-\u007E]+\/)$/), '/'),
    RoleName: roleName,
    AssumeRolePolicyDocument: policyDocument,
    // eslint-disable-next-line no-control-regex -- tab, line feed and carriage return are allowed
    Description: v.exactOptional(text(0, 1000, /^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$/)),
    MaxSessionDuration: v.exactOptional(numeral(3600, 43200), '3600'),
    PermissionsBoundary: v.exactOptional(text(20, 2048)),
    Tags: v.exactOptional(tags, [])
  }),
  Role: v.object({ RoleName: roleName }),
  ListRoles: v.object({ PathPrefix: v.exactOptional(text(1, 512, /^\/[\u0021-\u007F]*$/), '/'), ...paging }),
  ListOfRole: v.object({ RoleName: roleName, ...paging }),
  UpdateAssumeRolePolicy: v.object({ RoleName: roleName, PolicyDocument: policyDocument }),
  TagRole: v.object({ RoleName: roleName, Tags: tags }),
  UntagRole: v.object({ RoleName: roleName, TagKeys: atMost50(tagKey) }),
  PutRolePolicy: v.object({ RoleName: roleName, PolicyName: policyName, PolicyDocument: policyDocument }),
  RolePolicy: v.object({ RoleName: roleName, PolicyName: policyName }),
  AttachedPolicy: v.object({ RoleName: roleName, PolicyArn: policyArn }),
  GetUser: v.object({ UserName: v.exactOptional(text(1, 128, /^[\w+=,.@-]+$/)) })
};
