import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Context } from './context.js';
import { filledIn, fits } from './pattern.js';

/** Compares a value of the request with one of the policy. */
export type Operator = (given: string, wanted: string, context: Context | undefined) => boolean;

const text =
  (same: (given: string, wanted: string) => boolean): Operator =>
  (given, wanted, context) => {
    const filled = filledIn(wanted, context);
    return filled !== undefined && same(given, filled);
  };

const order =
  (numberOf: (value: string) => number, holds: (given: number, wanted: number) => boolean): Operator =>
  (given, wanted) => {
    const [a, b] = [numberOf(given), numberOf(wanted)];
    return !Number.isNaN(a) && !Number.isNaN(b) && holds(a, b);
  };

const equal = (a: number, b: number): boolean => a === b;
const less = (a: number, b: number): boolean => a < b;
const lessOrEqual = (a: number, b: number): boolean => a <= b;
const greater = (a: number, b: number): boolean => a > b;
const greaterOrEqual = (a: number, b: number): boolean => a >= b;

const stringEquals = text((given, wanted) => given === wanted);
const equalsIgnoringCase = text((given, wanted) => given.toLowerCase() === wanted.toLowerCase());
const stringLike: Operator = (given, wanted, context) => fits(wanted, given, context);

/** Operators that hold when the one they are named after does not. */
const denials = [
  'StringNotEquals',
  'StringNotEqualsIgnoreCase',
  'StringNotLike',
  'NumericNotEquals',
  'DateNotEquals',
  'NotIpAddress',
  'ArnNotEquals',
  'ArnNotLike'
];

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: stringEquals,
  StringEqualsIgnoreCase: equalsIgnoringCase,
  StringLike: stringLike,
  NumericEquals: order(numeral, equal),
  NumericLessThan: order(numeral, less),
  NumericLessThanEquals: order(numeral, lessOrEqual),
  NumericGreaterThan: order(numeral, greater),
  NumericGreaterThanEquals: order(numeral, greaterOrEqual),
  DateEquals: order(instant, equal),
  DateLessThan: order(instant, less),
  DateLessThanEquals: order(instant, lessOrEqual),
  DateGreaterThan: order(instant, greater),
  DateGreaterThanEquals: order(instant, greaterOrEqual),
  Bool: equalsIgnoringCase,
  BinaryEquals: stringEquals,
  IpAddress: (given, wanted) => isInside(given, wanted),
  // Both take wildcards (IAM User Guide, "Amazon Resource Name (ARN) condition operators").
  ArnEquals: arnLike,
  ArnLike: arnLike
};

/** A condition operator taken apart: `ForAllValues:StringNotLikeIfExists`. */
export interface ReadOperator {
  readonly compare: Operator;
  readonly isDenial: boolean;
  readonly isNull: boolean;
  readonly ifExists: boolean;
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
}

/** Reads the name of an operator, in any case; nothing for one that IAM does not have. */
export function readOperator(name: string): ReadOperator | undefined {
  const [, all, bare = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i.exec(name) ?? [];
  const isNull = bare.toLowerCase() === 'null';
  if (isNull && ifExists !== undefined) return undefined;
  const denial = denials.find((one) => one.toLowerCase() === bare.toLowerCase());
  const positive = denial?.replace('Not', '') ?? bare;
  const known = Object.keys(operators).find((one) => one.toLowerCase() === positive.toLowerCase());
  const compare = isNull ? stringEquals : known && operators[known];
  if (!compare) return undefined;
  const quantifier = all === undefined ? undefined : quantifierNamed(all);
  return { compare, isDenial: denial !== undefined, isNull, ifExists: ifExists !== undefined, quantifier };
}

function quantifierNamed(name: string): 'ForAllValues' | 'ForAnyValue' {
  return name.toLowerCase() === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue';
}

function numeral(value: string): number {
  return value.trim() === '' ? NaN : Number(value);
}

/** ISO 8601, or seconds since the epoch; ms. */
function instant(value: string): number {
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
}

/** ARNs are compared part by part: a wildcard does not reach over a colon among the first five. */
function arnLike(given: string, wanted: string, context: Context | undefined): boolean {
  const [parts, patterns] = [given, wanted].map(arnParts);
  return (
    parts !== undefined &&
    patterns !== undefined &&
    patterns.every((one, at) => fits(one, parts[at]!, context))
  );
}

/** The six parts of an ARN; nothing for what is none. A variable may hold colons of its own. */
function arnParts(arn: string): readonly string[] | undefined {
  const parts = arn.split(/:(?![^${}]*\})/);
  if (parts.length < 6 || parts[0] !== 'arn') return undefined;
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Whether an address is the one, or in the range, that the policy names. */
function isInside(address: string, range: string): boolean {
  const [network = '', bits = String(bitsOf(network))] = range.split('/');
  const [prefix, most] = [Number(bits), bitsOf(network)];
  if (most === undefined || bitsOf(address) !== most) return false;
  if (!/^\d+$/.test(bits) || prefix > most) return false;
  const family = most === 32 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list.check(address, family);
}

function bitsOf(address: string): 32 | 128 | undefined {
  return isIPv4(address) ? 32 : isIPv6(address) ? 128 : undefined;
}
