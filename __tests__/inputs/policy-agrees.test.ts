import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { storePolicy } from '../../sandbox/s3tables/policy.js';
import { policyProblems } from '../../src/inputs/policy-rules.js';
import { parsePolicyDocument } from '../../src/policy-document.js';
import { foreignPrincipals, foreignResources } from '../../src/policy-resources.js';

const ACCOUNT = '123456789012';
const ARN = `arn:aws:s3tables:us-east-1:${ACCOUNT}:bucket/lake`;
const TARGET = { partition: 'aws', region: 'us-east-1', accountId: ACCOUNT, tableBucket: 'lake' };

const orList = (...texts: string[]): fc.Arbitrary<unknown> =>
  fc.oneof(fc.constantFrom(...texts), fc.array(fc.constantFrom(...texts), { maxLength: 3 }));
const principal = fc.oneof(
  fc.constantFrom<unknown>('*', {}, { AWS: '*' }, { AWS: [] }, { Who: 'x' }, 'me', { Federated: 'x' }),
  fc.record({
    AWS: orList(ACCOUNT, `arn:aws:iam::${ACCOUNT}:role/x`, `arn:aws-cn:iam::${ACCOUNT}:root`, '*', 'bob')
  }),
  fc.record({ Service: orList('glue.amazonaws.com', 'glue', 'glue.example.com', 'x.amazonaws.eu') })
);
const actions = orList('s3tables:*', '*', 's3tables:GetTable', 's3:GetObject', 's3tables:', '');
const resources = orList(
  ...[
    ARN,
    `${ARN}/*`,
    `${ARN}/table/x`,
    '*',
    `${ARN}s`,
    `${ARN}?`,
    ARN.replace('lake', '*'),
    ARN.replace('lake', 'l?ke*x')
  ],
  ...[
    ARN.replace('us-east-1', '*'),
    ARN.replace(ACCOUNT, '*'),
    ARN.replace('bucket/lake', '*'),
    `${ARN}/\${aws:userid}`
  ],
  ...[ARN.replace('lake', '${aws:userid}'), ARN.replace('aws', 'aws-cn'), ARN.slice(0, -1), '']
);
const condition = fc.constantFrom<unknown>(
  ...[{}, { StringEquals: {} }, { StringEquals: { a: 'b' } }, { StringEquals: { a: ['b', 1, true] } }],
  ...[
    { StringEqual: { a: 'b' } },
    { 'ForAnyValue:ArnLikeIfExists': { a: 'b' } },
    { Bool: { a: null } },
    { Bool: { a: {} } }
  ],
  ...[{ Null: 'x' }, [], 'x', { NumericLessThanEquals: { a: 1 } }, { datenotequals: { a: '1' } }]
);
const usualMembers = {
  Sid: fc.constantFrom('A', 'B b', 'a-b', ''),
  Effect: fc.constantFrom('Allow', 'Deny'),
  Principal: principal,
  Action: actions,
  Resource: resources,
  Condition: condition
};
const negations = { NotPrincipal: principal, NotAction: actions, NotResource: resources };
const usual = fc.record(usualMembers, { requiredKeys: ['Effect', 'Principal', 'Action', 'Resource'] });
const statement = fc.record({ ...usualMembers, ...negations }, { requiredKeys: ['Effect'] });
const policy = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17', '2020-01-01'),
    Id: fc.constantFrom('x', ''),
    Statement: fc.oneof(usual, fc.array(fc.oneof(usual, usual, statement), { maxLength: 2 }))
  },
  { requiredKeys: ['Statement'] }
);

/** Whether anything is told before the first write. */
function isTold(text: string): boolean {
  const parsed = parsePolicyDocument(text);
  if ('problem' in parsed) return true;
  const { value } = parsed;
  const problems = [
    ...policyProblems(value),
    ...foreignResources(value, TARGET),
    ...foreignPrincipals(value, 'aws')
  ];
  return problems.length > 0;
}

test('what is refused once the bucket is made is told before, whatever the policy', () => {
  let taken = 0;
  fc.assert(
    fc.property(policy, (document) => {
      const text = JSON.stringify(document);
      if (isTold(text)) return;
      taken += 1;
      expect(() => storePolicy(text, ARN)).not.toThrow();
    }),
    { numRuns: 5000 }
  );
  expect(taken).toBeGreaterThan(20);
});
