import { contextOf } from '../../policy/context.js';
import type { Operation, SandboxRequest } from '../../service.js';
import { jsonBody, textOf, type Need } from './need.js';

const anything = '*';

/**
 * What Lake Formation's operations need: their own action on nothing in particular (Service Authorization Reference, AWS
 * Lake Formation); the role of a location has to be passed to the service.
 */
export function lakeFormationNeeds(request: SandboxRequest, { name }: Operation): readonly Need[] {
  const own = { action: `lakeformation:${name}`, arn: anything };
  if (name !== 'RegisterResource' && name !== 'UpdateResource') return [own];
  const { WithPrivilegedAccess: privileged, RoleArn } = jsonBody(request);
  const role = textOf(RoleArn);
  return [
    own,
    ...(privileged === true
      ? [{ action: 'lakeformation:RegisterResourceWithPrivilegedAccess', arn: anything }]
      : []),
    ...(role === undefined ? [] : [passRole(role)])
  ];
}

function passRole(arn: string): Need {
  const context = contextOf({ 'iam:PassedToService': 'lakeformation.amazonaws.com' });
  return { action: 'iam:PassRole', arn, context };
}
