import { describe, expect, test } from '@jest/globals';
import type { Question, Verdict } from '../../src/aws/ports.js';
import { beginInquiry } from '../../src/permissions/inquiry.js';
import { lackingOf, lackLine } from '../../src/permissions/lacking.js';
import { needsOf } from '../../src/permissions/needs.js';
import { ACCOUNT, fakeAccount, fails, IDENTITY } from '../support/account.js';
import { fakeContext } from '../support/context.js';
import { specWith } from '../support/environment.js';

const spec = specWith();
const needs = needsOf(
  [
    { step: 'table-bucket', verb: 'create' },
    { step: 'data-lake-settings', verb: 'update' }
  ],
  spec
);

/** Asks about a caller, of an IAM that allows everything; gives what IAM was asked, and what it said. */
async function ask(callerArn: string | undefined, context = fakeContext()) {
  const aws = fakeAccount();
  aws.iam.add('ci/Deployer');
  const asked: [string, Question][] = [];
  aws.simulator = {
    simulate: (principal, question) => {
      asked.push([principal, question]);
      return Promise.resolve(
        question.actions.map((action): Verdict => ({
          action,
          resource: '*',
          decision: 'allowed',
          unknownFacts: []
        }))
      );
    }
  };
  const inquiry = beginInquiry(aws, { spec: { ...spec, callerArn }, needs }, context);
  // The run looks at everything else meanwhile.
  await new Promise(setImmediate);
  const verdicts = await inquiry.verdicts();
  inquiry.end();
  return { asked, verdicts };
}

describe('IAM is asked', () => {
  test('about the role of a session, by its path, one question for each set of resources', async () => {
    const { asked, verdicts } = await ask(`arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/session`);
    expect(asked.map(([who]) => who)).toEqual(Array(2).fill(`arn:aws:iam::${ACCOUNT}:role/ci/Deployer`));
    expect(asked.map(([, { actions, resources }]) => [actions, resources])).toEqual([
      [['s3tables:CreateTableBucket', 's3tables:TagResource'], [spec.bucketArn]],
      [['s3tables:ListTableBuckets', 'lakeformation:PutDataLakeSettings'], ['*']]
    ]);
    expect(asked[0]?.[1].facts).toMatchObject({ 'aws:RequestedRegion': 'us-east-1' });
    expect(verdicts).toHaveLength(4);
  });

  test('about a user by its ARN', async () => {
    const { asked } = await ask(`arn:aws:iam::${ACCOUNT}:user/ops/ann`);
    expect(asked[0]?.[0]).toBe(`arn:aws:iam::${ACCOUNT}:user/ops/ann`);
  });

  test.each([
    ['the root user', `arn:aws:iam::${ACCOUNT}:root`],
    ['a role that is not there', `arn:aws:sts::${ACCOUNT}:assumed-role/Gone/session`],
    ['nobody knows whom', undefined]
  ])('not about %s', async (_title, callerArn) => {
    expect(await ask(callerArn)).toEqual({ asked: [], verdicts: undefined });
  });

  test('without a word where that is not allowed, but for the debug log', async () => {
    const context = fakeContext();
    const aws = fakeAccount();
    aws.iam.getRole = fails('PERMISSION_DENIED');
    const inquiry = beginInquiry(aws, { spec: { ...spec, callerArn: IDENTITY.callerArn }, needs }, context);
    expect(await inquiry.verdicts()).toBeUndefined();
    expect(context.reporter.lines).toEqual([expect.stringMatching(/^debug: IAM was not asked/)]);
  });

  test('and not waited for any longer than a few seconds', async () => {
    const aws = fakeAccount();
    aws.iam.add('Deployer');
    aws.simulator = { simulate: () => new Promise(() => undefined) };
    const context = fakeContext();
    const inquiry = beginInquiry(aws, { spec: { ...spec, callerArn: IDENTITY.callerArn }, needs }, context);
    expect(await inquiry.verdicts()).toBeUndefined();
    expect(context.clock.sleeps).toEqual([5_000]);
  });
});

describe('what is lacking', () => {
  const verdict = (action: string, more: Partial<Verdict> = {}): Verdict => ({
    action,
    resource: spec.bucketArn,
    decision: 'implicitDeny',
    unknownFacts: [],
    ...more
  });
  const certain = (verdicts: readonly Verdict[], mayHavePolicy: boolean): unknown[] =>
    lackingOf(needs, verdicts, mayHavePolicy).map((lack) => [lack.need.action, lack.certain]);

  test('is what IAM does not allow, and nothing that it says nothing of', () => {
    const allowed = verdict('s3tables:TagResource', { decision: 'allowed' });
    expect(certain([allowed, verdict('s3tables:CreateTableBucket')], false)).toEqual([
      ['s3tables:CreateTableBucket', true]
    ]);
  });

  test('is not certain where a policy of the bucket may allow it, but for making the bucket', () => {
    const both = [verdict('s3tables:TagResource'), verdict('s3tables:CreateTableBucket')];
    expect(certain(both, true)).toEqual([
      ['s3tables:CreateTableBucket', true],
      ['s3tables:TagResource', false]
    ]);
    const denied = verdict('s3tables:TagResource', { decision: 'explicitDeny' });
    expect(certain([denied], true)).toEqual([['s3tables:TagResource', true]]);
  });

  test('is not certain where IAM would have to know more', () => {
    const unknown = verdict('lakeformation:PutDataLakeSettings', {
      resource: '*',
      decision: 'explicitDeny',
      unknownFacts: ['aws:SourceIp']
    });
    expect(certain([unknown], false)).toEqual([['lakeformation:PutDataLakeSettings', false]]);
  });

  test('is told with its resources', () => {
    const [lack] = lackingOf(needs, [verdict('s3tables:TagResource', { decision: 'explicitDeny' })], false);
    expect(lack && lackLine(lack)).toBe(
      `s3tables:TagResource on ${spec.bucketArn} (a policy denies it explicitly)`
    );
  });
});
