import { actionsOf, assumeContext, seenRole, trustOf } from '../../sts/assume-role.js';
import { read } from '../../sts/operations.js';
import type { Operation, SandboxRequest } from '../../service.js';
import type { Need } from './need.js';

/**
 * What STS's operations need. Who is asked for may be told to everybody; to take a role on, its trust policy has to name
 * the caller, or their own policies allow it where it names the account. That the trust policy allows it at all
 * STS sees to itself.
 */
export function stsNeeds(request: SandboxRequest, { name }: Operation): readonly Need[] {
  if (name !== 'AssumeRole') return [];
  const input = read('AssumeRole', request);
  const role = seenRole(request.region.account, input.RoleArn);
  const context = assumeContext(input);
  return actionsOf(input).map((action) => ({
    action,
    arn: input.RoleArn,
    context,
    policies: role ? [trustOf(role)] : []
  }));
}
