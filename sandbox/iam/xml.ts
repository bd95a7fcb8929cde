import { xmlElements } from '../protocol/xml.js';
import type { Tags } from '../s3tables/state.js';
import type { Identity, Role } from './state.js';

/** A role with everything: what CreateRole and GetRole answer. */
export function roleXml(role: Role): string {
  return element('Role', listedRole(role) + boundaryXml(role) + tagsXml(role.tags));
}

/** A role as ListRoles has it: without tags and permissions boundary. */
export function listedRoleXml(role: Role): string {
  return element('member', listedRole(role));
}

/** A user with everything: what CreateUser and GetUser answer. */
export function userXml(user: Identity): string {
  return element('User', listedUser(user) + boundaryXml(user) + tagsXml(user.tags));
}

/** A user as ListUsers has it. */
export function listedUserXml(user: Identity): string {
  return element('member', listedUser(user));
}

/** `Tags`; nothing at all where there are none, as IAM does inside `Role`. */
export function tagsXml(tags: Tags): string {
  return tags.size === 0 ? '' : listXml('Tags', [...tags].map(tagXml));
}

/** One tag of a list. */
export function tagXml([Key, Value]: readonly [string, string]): string {
  return element('member', xmlElements({ Key, Value }));
}

/** A list whose members are XML already. */
export function listXml(name: string, members: readonly string[]): string {
  return element(name, members.join(''));
}

/** A list of texts. */
export function textList(name: string, texts: Iterable<string>): string {
  return listXml(
    name,
    [...texts].map((member) => xmlElements({ member }))
  );
}

/** An element around XML. */
export function element(name: string, xml: string): string {
  return `<${name}>${xml}</${name}>`;
}

/** IAM answers policies percent-encoded, every reserved character included (RFC 3986). */
export function encodedPolicy(document: string): string {
  return encodeURIComponent(document).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

/** Whole seconds: `2026-11-22T20:00:00Z`. */
export function iamTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function listedRole(role: Role): string {
  return xmlElements({
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: iamTime(role.createdAt),
    AssumeRolePolicyDocument: encodedPolicy(role.trustPolicy),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration
  });
}

function listedUser(user: Identity): string {
  return xmlElements({
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: user.arn,
    CreateDate: iamTime(user.createdAt)
  });
}

function boundaryXml({ permissionsBoundary }: Identity): string {
  if (permissionsBoundary === undefined) return '';
  const boundary = {
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: permissionsBoundary
  };
  return element('PermissionsBoundary', xmlElements(boundary));
}
