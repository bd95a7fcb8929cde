import { xmlElements } from '../protocol/xml.js';
import type { Tags } from '../s3tables/state.js';
import type { Role } from './state.js';

/** A role with everything: what CreateRole and GetRole answer. */
export function roleXml(role: Role): string {
  return element('Role', listedRole(role) + boundaryXml(role) + tagsXml(role.tags));
}

/** A role as ListRoles has it: without tags and permissions boundary. */
export function listedRoleXml(role: Role): string {
  return element('member', listedRole(role));
}

/** `Tags`; nothing at all where a role has none, as IAM does inside `Role`. */
export function tagsXml(tags: Tags): string {
  return tags.size === 0 ? '' : tagListXml([...tags]);
}

/** `Tags` with its members, also when there are none. */
export function tagListXml(tags: readonly (readonly [string, string])[]): string {
  return listXml(
    'Tags',
    tags.map(([Key, Value]) => element('member', xmlElements({ Key, Value })))
  );
}

/** A list whose members are XML already. */
export function listXml(name: string, members: readonly string[]): string {
  return element(name, members.join(''));
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

function boundaryXml(role: Role): string {
  if (role.permissionsBoundary === undefined) return '';
  const boundary = {
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: role.permissionsBoundary
  };
  return element('PermissionsBoundary', xmlElements(boundary));
}

/** Whole seconds: `2026-11-22T20:00:00Z`. */
export function iamTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
