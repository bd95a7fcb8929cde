import { expect, test } from '@jest/globals';
import { newTableMetadata } from '../../src/iceberg/new-metadata.js';
import { lookAt } from '../../src/observe/look.js';
import { isScratchOf } from '../../src/resources/scratch-tables.js';
import { fakeAccount } from '../support/account.js';
import { fakeContext } from '../support/context.js';
import { specWith } from '../support/environment.js';

const { bucketArn, owner } = specWith();

test.each([
  ['of this environment', 'smoke_1_1', { 'iceberg-environment.smoke-test': 'dev/my-app' }, true],
  ['of another environment', 'smoke_1_1', { 'iceberg-environment.smoke-test': 'prod/my-app' }, false],
  ['of nobody', 'smoke_1_1', {}, false],
  ['of another name', 'orders', { 'iceberg-environment.smoke-test': 'dev/my-app' }, false]
])('a scratch table is known by its name and its property: %s', async (_what, name, properties, expected) => {
  const aws = fakeAccount();
  const id = { bucketArn, namespace: 'my_app', name };
  const { metadataLocation = '' } = aws.s3tables.putTable(id);
  const text = newTableMetadata([], { location: 's3://w', nowMs: 1 });
  aws.files.set(metadataLocation, JSON.stringify({ ...(JSON.parse(text) as object), properties }));
  expect(await isScratchOf(lookAt(aws, fakeContext()), owner, id)).toBe(expected);
});
