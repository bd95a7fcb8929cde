import type { Account } from '../account.js';
import { administrator, administratorOf } from '../sts/caller.js';
import { addTags, checkNoPolicies, checkPolicyExists, randomText, uniqueId, type Tag } from './identities.js';
import { alreadyExists, deleteConflict, limitExceeded, noSuchEntity } from './refusals.js';
import type { AccessKey, User } from './state.js';

const maxAccessKeys = 2;
const secretAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What {@link createUser} needs to know. */
export interface NewUser {
  readonly name: string;
  readonly path: string;
  readonly permissionsBoundary: string | undefined;
  readonly tags: readonly Tag[];
}

/** Makes a user. Throws EntityAlreadyExists, InvalidInput, LimitExceeded, NoSuchEntity for the boundary. */
export function createUser(account: Account, wanted: NewUser): User {
  const { name, path, permissionsBoundary } = wanted;
  if (account.iam.users.has(name.toLowerCase()))
    throw alreadyExists(`User with name ${name} already exists.`);
  if (permissionsBoundary !== undefined) checkPolicyExists(account.iam, permissionsBoundary);
  const user: User = {
    kind: 'user',
    name,
    path,
    id: uniqueId('AIDA'),
    arn: `arn:${account.partition}:iam::${account.id}:user${path}${name}`,
    createdAt: new Date(),
    ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
    tags: new Map(),
    policies: new Map(),
    attachedPolicies: new Set(),
    accessKeys: new Map()
  };
  addTags(user.tags, wanted.tags);
  account.iam.users.set(name.toLowerCase(), user);
  return user;
}

/** The user that the sandbox's own credentials belong to, as a new account has it. */
export function administratorUser(account: Account): User {
  const { arn, userId: id } = administratorOf(account);
  const createdAt = new Date(0);
  const { accessKeyId, secretAccessKey: secret } = administrator;
  return {
    ...{ kind: 'user', name: 'sandbox', path: '/', id, arn, createdAt, tags: new Map() },
    policies: new Map(),
    attachedPolicies: new Set([`arn:${account.partition}:iam::aws:policy/AdministratorAccess`]),
    accessKeys: new Map([[accessKeyId, { id: accessKeyId, secret, createdAt, status: 'Active' }]])
  };
}

/** The user of that name. Throws NoSuchEntity. */
export function userNamed(account: Account, name: string): User {
  const user = account.iam.users.get(name.toLowerCase());
  if (user) return user;
  throw noSuchEntity(`The user with name ${name} cannot be found.`);
}

/** Removes a user without policies and access keys. Throws NoSuchEntity, DeleteConflict. */
export function deleteUser(account: Account, name: string): void {
  const user = userNamed(account, name);
  checkNoPolicies(user);
  if (user.accessKeys.size > 0) throw deleteConflict('Cannot delete entity, must delete access keys first.');
  account.iam.users.delete(name.toLowerCase());
}

/** Makes an access key, which works at once. Throws LimitExceeded for a third one. */
export function createAccessKey(user: User): AccessKey {
  if (user.accessKeys.size >= maxAccessKeys) {
    throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${maxAccessKeys}`);
  }
  const id = uniqueId('AKIA').slice(0, 20);
  const key: AccessKey = { id, secret: newSecret(), createdAt: new Date(), status: 'Active' };
  user.accessKeys.set(id, key);
  return key;
}

/** The access key of that id. Throws NoSuchEntity. */
export function accessKeyOf(user: User, id: string): AccessKey {
  const key = user.accessKeys.get(id);
  if (key) return key;
  throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
}

/** A new secret access key. */
export function newSecret(): string {
  return randomText(secretAlphabet, 40);
}
