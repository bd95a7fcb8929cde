import { readInput } from '../input/constraints.js';
import { listed, read, type Handler, type IamCall } from './answer.js';
import { identityInputs } from './model.js';
import * as roles from './roles.js';
import { listedRoleXml, roleXml } from './xml.js';

/** What can be done with roles only. */
export const roleOperations: Readonly<Record<string, Handler>> = {
  CreateRole: (call) => {
    const input = read('CreateRole', call);
    const role = roles.createRole(call.account, {
      name: input.RoleName,
      path: input.Path,
      trustPolicy: input.AssumeRolePolicyDocument,
      description: input.Description,
      maxSessionDuration: input.MaxSessionDuration,
      permissionsBoundary: input.PermissionsBoundary,
      tags: input.Tags
    });
    return roleXml(role);
  },
  GetRole: (call) => roleXml(roles.roleNamed(call.account, nameIn(call))),
  ListRoles: (call) => {
    const { PathPrefix, ...paging } = read('ListByPath', call);
    const found = [...call.account.iam.roles.values()].filter(({ path }) => path.startsWith(PathPrefix));
    return listed('Roles', found, ({ name }) => name, { paging, xml: listedRoleXml });
  },
  /** The sandbox has no instance profiles; who deletes a role asks for them. */
  ListInstanceProfilesForRole: (call) => {
    const { RoleName, ...paging } = readInput(identityInputs.Role.List, call.members, 'ValidationError');
    roles.roleNamed(call.account, RoleName);
    return listed('InstanceProfiles', [], String, { paging, xml: String });
  },
  DeleteRole: (call) => {
    roles.deleteRole(call.account, nameIn(call));
    return '';
  },
  UpdateAssumeRolePolicy: (call) => {
    const { RoleName, PolicyDocument } = read('UpdateAssumeRolePolicy', call);
    roles.updateTrustPolicy(roles.roleNamed(call.account, RoleName), PolicyDocument);
    return '';
  }
};

function nameIn(call: IamCall): string {
  return readInput(identityInputs.Role.Only, call.members, 'ValidationError').RoleName;
}
