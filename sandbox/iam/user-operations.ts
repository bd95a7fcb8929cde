import { readInput } from '../input/constraints.js';
import { xmlElements } from '../protocol/xml.js';
import { AwsRefusal } from '../service.js';
import { listed, read, type Handler, type IamCall } from './answer.js';
import { identityInputs } from './model.js';
import type { AccessKey, User } from './state.js';
import * as users from './users.js';
import { element, iamTime, listedUserXml, userXml } from './xml.js';

/** What can be done with users only. */
export const userOperations: Readonly<Record<string, Handler>> = {
  CreateUser: (call) => {
    const { Path: path, UserName: name, PermissionsBoundary, Tags: tags } = read('CreateUser', call);
    const user = users.createUser(call.account, {
      name,
      path,
      permissionsBoundary: PermissionsBoundary,
      tags
    });
    return userXml(user);
  },
  GetUser: (call) => userXml(userOrCaller(call, read('CallerOrUser', call).UserName)),
  ListUsers: (call) => {
    const { PathPrefix, ...paging } = read('ListByPath', call);
    const found = [...call.account.iam.users.values()].filter(({ path }) => path.startsWith(PathPrefix));
    return listed('Users', found, ({ name }) => name, { paging, xml: listedUserXml });
  },
  DeleteUser: (call) => {
    const { UserName } = readInput(identityInputs.User.Only, call.members, 'ValidationError');
    users.deleteUser(call.account, UserName);
    return '';
  },
  CreateAccessKey: (call) => {
    const user = userOrCaller(call, read('CallerOrUser', call).UserName);
    const key = users.createAccessKey(user);
    const secret = xmlElements({ SecretAccessKey: key.secret });
    return element('AccessKey', accessKey(user, key) + secret);
  },
  ListAccessKeys: (call) => {
    const { UserName, ...paging } = read('ListAccessKeys', call);
    const user = userOrCaller(call, UserName);
    const xml = (key: AccessKey): string => element('member', accessKey(user, key));
    return listed('AccessKeyMetadata', [...user.accessKeys.values()], ({ id }) => id, { paging, xml });
  },
  UpdateAccessKey: (call) => {
    const { UserName, AccessKeyId, Status } = read('UpdateAccessKey', call);
    users.accessKeyOf(userOrCaller(call, UserName), AccessKeyId).status = Status;
    return '';
  },
  DeleteAccessKey: (call) => {
    const { UserName, AccessKeyId } = read('AccessKey', call);
    const user = userOrCaller(call, UserName);
    user.accessKeys.delete(users.accessKeyOf(user, AccessKeyId).id);
    return '';
  }
};

/** The user of that name; without one the user who calls. Throws NoSuchEntity, ValidationError for a role's session. */
function userOrCaller({ account, caller }: IamCall, name: string | undefined): User {
  if (name !== undefined) return users.userNamed(account, name);
  const { principalArn } = caller;
  if (principalArn.includes(':user/')) {
    return users.userNamed(account, principalArn.slice(principalArn.lastIndexOf('/') + 1));
  }
  throw new AwsRefusal(
    400,
    'ValidationError',
    'Must specify userName when calling with non-User credentials'
  );
}

function accessKey({ name }: User, { id, status, createdAt }: AccessKey): string {
  return xmlElements({ UserName: name, AccessKeyId: id, Status: status, CreateDate: iamTime(createdAt) });
}
