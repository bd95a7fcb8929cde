import type { IAM, Role } from '@aws-sdk/client-iam';
import type { Context } from '../context.js';
import { allPages, listIn, required } from './answer.js';
import type { Call } from './call.js';
import { ownEndpoint } from './endpoints.js';
import type { IamPort, IamRole } from './ports.js';
import { findAll, type Service } from './service.js';

const call = (action: string, doing: string, resource?: string): Call => ({
  operation: `iam:${action}`,
  doing,
  resource
});

/** The calls of IAM to roles, their policies, and users. */
export function makeIam(service: Service<IAM>, client: () => Promise<IAM>): IamPort {
  return {
    async knowsEverybody() {
      return (await ownEndpoint(await client())) === undefined;
    },
    async getRole(RoleName, context) {
      const look = call('GetRole', `look at the role ${RoleName}`);
      const answer = await service.find(context, look, (iam, options) => iam.getRole({ RoleName }, options));
      return answer && asRole(required(answer.Role, 'Role', look), look);
    },
    async hasUser(UserName, context) {
      const look = call('GetUser', `look at the user ${UserName}`);
      const answer = await service.find(context, look, (iam, options) => iam.getUser({ UserName }, options));
      return answer !== undefined && required(answer.User?.UserName, 'UserName', look) !== '';
    },
    listRoles: (PathPrefix, context) => {
      const list = call('ListRoles', `list the roles below ${PathPrefix}`);
      return allPages(list, (Marker) =>
        service.ask(context, list, async (iam, options) => {
          const answer = await iam.listRoles({ PathPrefix, Marker }, options);
          const roles = listIn(answer.Roles, 'Roles', list);
          return { items: roles.map((role) => asRole(role, list)), next: answer.Marker };
        })
      );
    },
    createRole({ name, description, trustPolicy }, context) {
      const request = { RoleName: name, Description: description, AssumeRolePolicyDocument: trustPolicy };
      return service.create(context, call('CreateRole', `create the role ${name}`), (iam, options) =>
        iam.createRole(request, options)
      );
    },
    ...makeRolePolicies(service)
  };
}

type RolePolicyCalls = Pick<IamPort, 'listRolePolicies' | 'getRolePolicy' | 'putRolePolicy'>;

function makeRolePolicies(service: Service<IAM>): RolePolicyCalls {
  return {
    async listRolePolicies(RoleName, context) {
      const [inline, attached] = await Promise.all([
        inlinePolicies(service, RoleName, context),
        attachedPolicies(service, RoleName, context)
      ]);
      return inline && attached && { inline, attached };
    },
    async getRolePolicy(RoleName, PolicyName, context) {
      const look = call('GetRolePolicy', `look at the policy ${PolicyName} of the role ${RoleName}`);
      const answer = await service.find(context, look, (iam, options) =>
        iam.getRolePolicy({ RoleName, PolicyName }, options)
      );
      return answer && decodeURIComponent(required(answer.PolicyDocument, 'PolicyDocument', look));
    },
    async putRolePolicy(RoleName, PolicyName, PolicyDocument, context) {
      const write = call('PutRolePolicy', `write the policy ${PolicyName} of the role ${RoleName}`);
      await service.ask(context, write, (iam, options) =>
        iam.putRolePolicy({ RoleName, PolicyName, PolicyDocument }, options)
      );
    }
  };
}

function inlinePolicies(
  service: Service<IAM>,
  RoleName: string,
  context: Context
): Promise<readonly string[] | undefined> {
  const list = call('ListRolePolicies', `list the inline policies of the role ${RoleName}`);
  return findAll(list, (Marker) =>
    service.ask(context, list, async (iam, options) => {
      const answer = await iam.listRolePolicies({ RoleName, Marker }, options);
      return { items: listIn(answer.PolicyNames, 'PolicyNames', list), next: answer.Marker };
    })
  );
}

function attachedPolicies(
  service: Service<IAM>,
  RoleName: string,
  context: Context
): Promise<readonly string[] | undefined> {
  const list = call('ListAttachedRolePolicies', `list the managed policies of the role ${RoleName}`);
  return findAll(list, (Marker) =>
    service.ask(context, list, async (iam, options) => {
      const answer = await iam.listAttachedRolePolicies({ RoleName, Marker }, options);
      const items = listIn(answer.AttachedPolicies, 'AttachedPolicies', list).flatMap(
        ({ PolicyArn }) => PolicyArn ?? []
      );
      return { items, next: answer.Marker };
    })
  );
}

function asRole(role: Role, look: Call): IamRole {
  return {
    name: required(role.RoleName, 'RoleName', look),
    arn: required(role.Arn, 'Arn', look),
    trustPolicy: decodeURIComponent(role.AssumeRolePolicyDocument ?? '')
  };
}
