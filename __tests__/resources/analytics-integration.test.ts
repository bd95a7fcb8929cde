import { beforeEach, describe, expect, test } from '@jest/globals';
import type { GlueCatalog } from '../../src/aws/ports.js';
import { converge } from '../../src/engine/converge.js';
import { AnalyticsIntegration } from '../../src/resources/analytics-integration.js';
import { hasIamMode } from '../../src/resources/integration-regions.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { fakeContext } from '../support/context.js';
import { specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const IDENTIFIER = 'arn:aws:s3tables:us-east-1:123456789012:bucket/*';
const ENABLE = { 'analytics-integration': 'enable' };
const context = fakeContext();
let aws: FakeAccount;

beforeEach(() => {
  aws = fakeAccount();
});

const resource = (given = {}): AnalyticsIntegration => new AnalyticsIntegration(specWith(given), aws.glue);
const catalog = (more: Partial<GlueCatalog> = {}): void => {
  const usual = { connectionName: 'aws:s3tables', identifier: IDENTIFIER, iamControlled: true };
  aws.glue.catalogs.set('s3tablescatalog', { ...usual, ...more });
};

describe('the integration is on', () => {
  test.each([
    ['IAM', true],
    ['Lake Formation', false]
  ])('with %s access control: nothing differs, and the plan says which', async (mode, iamControlled) => {
    catalog({ iamControlled });
    const { state, applyRefusal, notes } = await resource().observe(context);
    expect([applyRefusal, resource().diff(state)]).toEqual([undefined, []]);
    expect(notes).toEqual([`On, with ${mode} access control. Shared by the whole account and region.`]);
  });

  test('the case of its connection means nothing', async () => {
    catalog({ connectionName: 'AWS:S3Tables' });
    expect((await resource().observe(context)).applyRefusal).toBeUndefined();
  });
});

describe('the integration is off', () => {
  beforeEach(() => aws.glue.catalogs.clear());

  test('require: it is refused, and says how to switch it on', async () => {
    const { state, applyRefusal } = await resource().observe(context);
    expect(state).toBeUndefined();
    expect(applyRefusal).toMatchObject({ code: 'INTEGRATION_OFF' });
    expect(applyRefusal?.message).toContain('account 123456789012, region us-east-1');
    expect(applyRefusal?.message).toContain('analytics-integration: enable');
  });

  test('enable: it is switched on by one call', async () => {
    const found = await resource(ENABLE).observe(context);
    expect(found.applyRefusal).toBeUndefined();
    expect(resource(ENABLE).diff(found.state)).toEqual([{ path: 'access-control', to: 'IAM' }]);
    await converge(context, resource(ENABLE), found);
    expect(aws.writes).toEqual(['createS3TablesCatalog']);
    expect(aws.glue.catalogs.get('s3tablescatalog')?.identifier).toBe(IDENTIFIER);
  });

  test('enable, while another run does: theirs is taken', async () => {
    const found = await resource(ENABLE).observe(context);
    catalog();
    await converge(context, resource(ENABLE), found);
    expect(aws.writes).toEqual(['createS3TablesCatalog']);
  });

  test('enable, where IAM access control is not offered: it is refused before anything is written', async () => {
    const given = { ...ENABLE, region: 'us-gov-west-1' };
    expect((await resource(given).observe(context)).applyRefusal).toMatchObject({
      code: 'INTEGRATION_REGION'
    });
    expect(hasIamMode('us-gov-west-1')).toBe(false);
    expect(hasIamMode('eu-central-1')).toBe(true);
  });
});

describe('a catalog of that name that is something else is refused', () => {
  test.each<[string, Partial<GlueCatalog>, string]>([
    ['of another connection', { connectionName: 'my-redshift' }, 'its connection is my-redshift'],
    ['of no connection', { connectionName: undefined }, 'its connection is none'],
    [
      'for one bucket',
      { identifier: IDENTIFIER.replace('*', 'dev') },
      'it is for arn:aws:s3tables:us-east-1:123456789012:bucket/dev'
    ],
    ['for nothing', { identifier: undefined }, 'it is for nothing']
  ])('%s', async (_what, more, says) => {
    catalog(more);
    for (const given of [{}, ENABLE]) {
      const { applyRefusal } = await resource(given).observe(context);
      expect(applyRefusal).toMatchObject({ code: 'INTEGRATION_FOREIGN' });
      expect(applyRefusal?.found).toContain(says);
    }
  });
});

test('that may not be looked at is an error, not "off"', async () => {
  aws.glue.getCatalog = fails('PERMISSION_DENIED');
  expect((await thrownBy(() => resource(ENABLE).observe(context))).code).toBe('PERMISSION_DENIED');
});

test('it is shared by the whole account: neither changed nor removed', async () => {
  await resource().update();
  await resource().remove();
  expect([resource().shared, aws.writes]).toEqual([true, []]);
});
