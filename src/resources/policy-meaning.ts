import type { PolicyDocument, Statement } from '../policy-document.js';
import type { Change } from '../change.js';

/** Members whose values are a string or a list of strings, where neither order nor repetition means anything. */
const LISTS = ['Action', 'NotAction', 'Resource', 'NotResource'];
const PRINCIPALS = ['Principal', 'NotPrincipal'];
const ACCOUNT = /^\d{12}$/;

/**
 * What differs between two policies by meaning. Key order, statement order, a string against a list of one, the
 * case of actions and of condition keys, and an account id against the ARN of its root are no difference
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
 * @param partition for the ARN that an account id stands for
 */
export function policyChanges(
  declared: PolicyDocument,
  there: PolicyDocument | undefined,
  partition: string
): Change[] {
  const wanted = declared.Statement.map((statement, at) => describe(statement, at, partition));
  const found = (there?.Statement ?? []).map((statement, at) => describe(statement, at, partition));
  const missing = without(wanted, found);
  const extra = without(found, wanted);
  const version =
    versionOf(declared) === versionOf(there ?? declared) ? [] : [versionChange(declared, there)];
  return [...version, ...pair(missing, extra)];
}

interface Described {
  readonly label: string | undefined;
  /** From 1, in its document. */
  readonly place: number;
  readonly statement: Statement;
  readonly meaning: string;
}

function describe(statement: Statement, at: number, partition: string): Described {
  const label = typeof statement.Sid === 'string' && statement.Sid !== '' ? statement.Sid : undefined;
  return { label, place: at + 1, statement, meaning: canonical(normalise(statement, partition)) };
}

function without(these: readonly Described[], those: readonly Described[]): Described[] {
  const left = those.map((each) => each.meaning);
  return these.filter(({ meaning }) => {
    const at = left.indexOf(meaning);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function pair(missing: readonly Described[], extra: readonly Described[]): Change[] {
  const changed = missing.map(({ label, place, statement }) => {
    const before = label === undefined ? undefined : extra.find((each) => each.label === label);
    return { path: `policy.${label ?? `statement ${place}`}`, from: before?.statement, to: statement };
  });
  const paired = new Set(changed.map((change) => change.from));
  const removed = extra
    .filter(({ statement }) => !paired.has(statement))
    .map(({ label, statement }) => ({ path: `policy.${label ?? 'unnamed statement'}`, from: statement }));
  return [...changed, ...removed];
}

function normalise(statement: Statement, partition: string): Record<string, unknown> {
  const entries = Object.entries(statement)
    .filter(([key, value]) => !(key === 'Sid' && value === ''))
    .map(([key, value]) => [key, normaliseMember(key, value, partition)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function normaliseMember(key: string, value: unknown, partition: string): unknown {
  if (LISTS.includes(key)) return asSet(value, key.endsWith('Action') ? lower : same);
  if (PRINCIPALS.includes(key)) return normalisePrincipal(value, partition);
  if (key === 'Condition') return normaliseCondition(value);
  return value;
}

function normalisePrincipal(value: unknown, partition: string): unknown {
  if (!isRecord(value)) return { AWS: asSet(value, same) };
  const account = (each: string): string =>
    ACCOUNT.test(each) ? `arn:${partition}:iam::${each}:root` : each;
  return Object.fromEntries(
    Object.entries(value).map(([kind, who]) => [kind, asSet(who, kind === 'AWS' ? account : same)])
  );
}

function normaliseCondition(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const keys = (tests: unknown): unknown =>
    isRecord(tests)
      ? Object.fromEntries(Object.entries(tests).map(([key, values]) => [lower(key), asSet(values, same)]))
      : tests;
  return Object.fromEntries(Object.entries(value).map(([operator, tests]) => [operator, keys(tests)]));
}

function asSet(value: unknown, map: (text: string) => string): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.map((each) => map(typeof each === 'string' ? each : JSON.stringify(each))))].sort();
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    isRecord(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each
  );
}

function versionOf(document: PolicyDocument): string {
  return document.Version ?? '2008-10-17';
}

function versionChange(declared: PolicyDocument, there: PolicyDocument | undefined): Change {
  return { path: 'policy.Version', from: there?.Version, to: declared.Version };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lower(text: string): string {
  return text.toLowerCase();
}

function same(text: string): string {
  return text;
}
