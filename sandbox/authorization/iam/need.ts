import { contextOf, tagKeys, type Context, type ContextValue } from '../../policy/context.js';
import type { Policy } from '../../policy/document.js';
import type { Operation, SandboxRequest } from '../../service.js';

/** Something that an action is on. */
export interface Target {
  /** An ARN, or `*` for nothing in particular. */
  readonly arn: string;
  /** The condition keys of the thing itself. */
  readonly context?: Context;
  /** The policies that it has itself. */
  readonly policies?: readonly Policy[];
}

/** One action that an operation takes, on one thing. */
export interface Need extends Target {
  /** `s3tables:CreateTable` */
  readonly action: string;
}

/** What has to be allowed before an operation runs. Nothing for what everybody may do. */
export type NeedsOf = (request: SandboxRequest, operation: Operation) => readonly Need[];

/** The tags that a request sets, as condition keys. */
export function requestTags(tags: Readonly<Record<string, string>>): Context {
  const keys = Object.keys(tags);
  return contextOf(tagKeys('aws:RequestTag', Object.entries(tags)), keysOfTags(keys));
}

/** The keys of tags that a request names. */
export function keysOfTags(keys: readonly string[]): Readonly<Record<string, ContextValue>> {
  return { 'aws:TagKeys': keys.length > 0 ? keys : undefined };
}

/** The tags that a thing has, as condition keys. */
export function resourceTags(tags: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return tagKeys('aws:ResourceTag', tags);
}

/** Several contexts as one; later ones win. */
export function merged(...contexts: readonly (Context | undefined)[]): Context {
  return new Map(contexts.flatMap((context) => [...(context ?? [])]));
}

/** A member of a request's JSON that has members itself; without any where there is no such thing. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A member of a request's JSON that is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The request's JSON; without members where it is none: the operation will say so. */
export function jsonBody({ body }: SandboxRequest): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(body.toString('utf8')));
  } catch {
    return {};
  }
}

/** Those members of a JSON object that are texts. */
export function texts(value: unknown): Readonly<Record<string, string>> {
  const pairs = Object.entries(record(value));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
