import { describe, expect, test } from '@jest/globals';
import { conditionsHold } from '../../../sandbox/policy/condition.js';
import { contextOf } from '../../../sandbox/policy/context.js';

const given = contextOf({
  's:text': 'Sales',
  's:number': '10',
  's:time': '2026-11-22T20:00:00Z',
  's:flag': 'true',
  's:ip': '10.1.2.3',
  's:ip6': '2001:db8::1',
  's:arn': 'arn:aws:iam::123456789012:role/ci/plan',
  's:list': ['a', 'b'],
  'aws:username': 'Sales'
});

function holds(operator: string, key: string, ...values: readonly string[]): boolean {
  return conditionsHold({ [operator]: { [key]: values } }, given, given);
}

test.each([
  ['StringEquals', 's:text', ['Sales'], true],
  ['StringEquals', 'S:TEXT', ['Sales'], true],
  ['StringEquals', 's:text', ['sales'], false],
  ['StringEquals', 's:text', ['x', 'Sales'], true],
  ['StringEquals', 's:text', ['S*'], false],
  ['StringEquals', 's:text', ['${aws:username}'], true],
  ['StringEqualsIgnoreCase', 's:text', ['SALES'], true],
  ['StringLike', 's:text', ['S?l*'], true],
  ['StringLike', 's:text', ['s*'], false],
  ['StringNotEquals', 's:text', ['Sales', 'x'], false],
  ['StringNotEquals', 's:text', ['x', 'y'], true],
  ['StringNotEqualsIgnoreCase', 's:text', ['SALES'], false],
  ['StringNotLike', 's:text', ['S*'], false],
  ['NumericEquals', 's:number', ['10.0'], true],
  ['NumericNotEquals', 's:number', ['10'], false],
  ['NumericLessThan', 's:number', ['10'], false],
  ['NumericLessThanEquals', 's:number', ['10'], true],
  ['NumericGreaterThan', 's:number', ['9'], true],
  ['NumericGreaterThanEquals', 's:number', ['11'], false],
  ['NumericEquals', 's:text', ['10'], false],
  ['DateEquals', 's:time', ['2026-11-22T21:00:00+01:00'], true],
  ['DateNotEquals', 's:time', ['2026-11-22'], true],
  ['DateLessThan', 's:time', ['2026-11-23'], true],
  ['DateLessThanEquals', 's:time', ['2026-11-22'], false],
  ['DateGreaterThan', 's:time', ['1700000000'], true],
  ['DateGreaterThanEquals', 's:time', ['2026-11-22T20:00:00Z'], true],
  ['Bool', 's:flag', ['True'], true],
  ['Bool', 's:flag', ['false'], false],
  ['BinaryEquals', 's:text', ['Sales'], true],
  ['IpAddress', 's:ip', ['10.1.0.0/16'], true],
  ['IpAddress', 's:ip', ['10.1.2.3'], true],
  ['IpAddress', 's:ip', ['10.2.0.0/16'], false],
  ['IpAddress', 's:ip', ['10.1.0.0/33'], false],
  ['IpAddress', 's:ip6', ['2001:db8::/32'], true],
  ['IpAddress', 's:ip6', ['10.0.0.0/8'], false],
  ['NotIpAddress', 's:ip', ['10.1.0.0/16'], false],
  ['ArnLike', 's:arn', ['arn:aws:iam::123456789012:role/*'], true],
  ['ArnEquals', 's:arn', ['arn:*:iam::*:role/ci/plan'], true],
  ['ArnLike', 's:arn', ['arn:aws:*:role/ci/plan'], false],
  ['ArnNotLike', 's:arn', ['arn:aws:iam::*:role/*'], false],
  ['ArnNotEquals', 's:arn', ['arn:aws:iam::*:user/*'], true],
  ['ArnLike', 's:text', ['*'], false],
  ['Null', 's:text', ['false'], true],
  ['Null', 's:text', ['true'], false],
  ['Null', 's:none', ['true'], true],
  ['Null', 's:none', ['false'], false],
  ['stringequals', 's:text', ['Sales'], true],
  ['StringSoundsLike', 's:text', ['Sales'], false]
])('%s of %s with %j: %s', (operator, key, values, expected) => {
  expect(holds(operator, key, ...values)).toBe(expected);
});

describe('a key that the request does not have', () => {
  test.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['StringNotLikeIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['NullIfExists', false]
  ])('%s: %s', (operator, expected) => {
    expect(holds(operator, 's:none', 'x')).toBe(expected);
  });
});

describe('a key of many values, a and b', () => {
  test.each([
    ['ForAllValues:StringEquals', ['a', 'b', 'c'], true],
    ['ForAllValues:StringEquals', ['a'], false],
    ['ForAllValues:StringNotEquals', ['c'], true],
    ['ForAllValues:StringNotEquals', ['b'], false],
    ['ForAnyValue:StringEquals', ['b', 'c'], true],
    ['ForAnyValue:StringEquals', ['c'], false],
    ['ForAnyValue:StringNotEquals', ['a'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], false],
    ['ForAnyValue:StringLikeIfExists', ['B*'], false],
    ['StringNotEquals', ['a'], false]
  ])('%s %j: %s', (operator, values, expected) => {
    expect(holds(operator, 's:list', ...values)).toBe(expected);
  });
});

test('all keys of all operators have to hold', () => {
  const both = { StringEquals: { 's:text': ['Sales'], 's:number': ['10'] }, Bool: { 's:flag': ['true'] } };
  expect(conditionsHold(both, given)).toBe(true);
  expect(conditionsHold({ ...both, Bool: { 's:flag': ['false'] } }, given)).toBe(false);
  expect(conditionsHold({ ...both, StringEquals: { 's:text': ['Sales'], 's:number': ['9'] } }, given)).toBe(
    false
  );
});
