import { describe, expect, test } from '@jest/globals';
import type { Question, Verdict } from '../../src/aws/ports.js';
import { beginInquiry } from '../../src/permissions/inquiry.js';
import { lackingOf, lackLine } from '../../src/permissions/lacking.js';
import { type Need, needsOf } from '../../src/permissions/needs.js';
import { ROWS } from '../../src/permissions/rows.js';
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

const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/session`;

/** Asks about a caller, of an IAM that has one role and one user and allows everything; gives what it was asked and said. */
async function ask(callerArn: string | undefined, { role = 'Deployer', needed = needs } = {}) {
  const aws = fakeAccount();
  aws.iam.add(role);
  const known = [`arn:aws:iam::${ACCOUNT}:role/${role}`, `arn:aws:iam::${ACCOUNT}:user/ops/ann`];
  const asked: [string, Question][] = [];
  const looked: string[] = [];
  const getRole = aws.iam.getRole.bind(aws.iam);
  aws.iam.getRole = (name) => {
    looked.push(name);
    return getRole(name);
  };
  aws.simulator = {
    simulate: async (principal, question) => {
      asked.push([principal, question]);
      if (!known.includes(principal)) return fails('VANISHED')();
      const { actions, resources } = question;
      return actions.flatMap((action) =>
        resources.map((resource): Verdict => ({ action, resource, decision: 'allowed', unknownFacts: [] }))
      );
    }
  };
  const inquiry = beginInquiry(aws, { spec: { ...spec, callerArn }, needs: needed }, fakeContext());
  // The run looks at everything else meanwhile.
  await new Promise(setImmediate);
  const verdicts = await inquiry.verdicts();
  inquiry.end();
  return { asked, looked, verdicts };
}

const pairsOf = (list: readonly Need[]): string[] => [
  ...new Set(list.flatMap(({ action, resources }) => resources.map((resource) => `${action} ${resource}`)))
];

describe('IAM is asked', () => {
  test('about the role of a session, all in one question, and told is only what was wanted', async () => {
    const { asked, looked, verdicts = [] } = await ask(SESSION);
    expect(looked).toEqual([]);
    expect(asked.map(([who]) => who)).toEqual([`arn:aws:iam::${ACCOUNT}:role/Deployer`]);
    expect(asked[0]?.[1]).toMatchObject({
      actions: [
        's3tables:CreateTableBucket',
        's3tables:TagResource',
        's3tables:ListTableBuckets',
        'lakeformation:PutDataLakeSettings'
      ],
      resources: [spec.bucketArn, '*'],
      facts: { 'aws:RequestedRegion': 'us-east-1' }
    });
    expect(verdicts.map(({ action, resource }) => `${action} ${resource}`)).toEqual(pairsOf(needs));
  });

  test('about a role with a path once that is known, which only costs a look when there is one', async () => {
    const { asked, looked, verdicts } = await ask(SESSION, { role: 'ci/Deployer' });
    expect(looked).toEqual(['Deployer']);
    expect(asked.map(([who]) => who)).toEqual([
      `arn:aws:iam::${ACCOUNT}:role/Deployer`,
      `arn:aws:iam::${ACCOUNT}:role/ci/Deployer`
    ]);
    expect(verdicts).toHaveLength(4);
  });

  test('in as few questions as the answers have pages, and never for more than a page', async () => {
    const needed = needsOf(
      ROWS.map(({ step, verb }) => ({ step, verb })),
      spec
    );
    const places = new Set(needed.map(({ place }) => place)).size;
    const { asked, verdicts = [] } = await ask(SESSION, { needed });
    const sizes = asked.map(([, { actions, resources }]) => actions.length * resources.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    expect(asked.length).toBeLessThan(places / 2);
    const said = verdicts.map(({ action, resource }) => `${action} ${resource}`);
    expect([...new Set(said)].sort()).toEqual(pairsOf(needed).sort());
  });

  test('about a user by its ARN', async () => {
    const { asked } = await ask(`arn:aws:iam::${ACCOUNT}:user/ops/ann`);
    expect(asked[0]?.[0]).toBe(`arn:aws:iam::${ACCOUNT}:user/ops/ann`);
  });

  test.each([
    ['the root user', `arn:aws:iam::${ACCOUNT}:root`],
    ['nobody knows whom', undefined]
  ])('not about %s', async (_title, callerArn) => {
    expect(await ask(callerArn)).toEqual({ asked: [], looked: [], verdicts: undefined });
  });

  test('once about a role that is not there', async () => {
    const { asked, verdicts } = await ask(`arn:aws:sts::${ACCOUNT}:assumed-role/Gone/session`);
    expect([asked.length, verdicts]).toEqual([1, undefined]);
  });

  test('without a word where that is not allowed, but for the debug log', async () => {
    const context = fakeContext();
    const aws = fakeAccount();
    aws.simulator = { simulate: fails('PERMISSION_DENIED') };
    const inquiry = beginInquiry(aws, { spec: { ...spec, callerArn: IDENTITY.callerArn }, needs }, context);
    await new Promise(setImmediate);
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
