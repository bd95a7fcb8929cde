import { expect, test } from '@jest/globals';
import { operations as glue } from '../../sandbox/glue/operations.js';
import { operations as iam } from '../../sandbox/iam/operations.js';
import { operations as lakeFormation } from '../../sandbox/lakeformation/operations.js';
import { bucketHandlers } from '../../sandbox/s3tables/bucket-api.js';
import { bucketSettingsHandlers } from '../../sandbox/s3tables/bucket-settings-api.js';
import { loggingHandlers } from '../../sandbox/s3tables/logging-api.js';
import { namespaceHandlers } from '../../sandbox/s3tables/namespace-api.js';
import { tableHandlers } from '../../sandbox/s3tables/table-api.js';
import { tableSettingsHandlers } from '../../sandbox/s3tables/table-settings-api.js';
import { tagHandlers } from '../../sandbox/s3tables/tag-api.js';
import { operations as sts } from '../../sandbox/sts/operations.js';
import { story } from './story.js';

const s3Tables = {
  ...bucketHandlers,
  ...bucketSettingsHandlers,
  ...loggingHandlers,
  ...namespaceHandlers,
  ...tableHandlers,
  ...tableSettingsHandlers,
  ...tagHandlers
};

/** What the sandbox has, and boto3 has to have called. */
const has: Readonly<Record<string, readonly string[]>> = {
  glue: Object.keys(glue),
  iam: Object.keys(iam),
  lakeformation: Object.keys(lakeFormation),
  s3: [
    'AbortMultipartUpload',
    'CompleteMultipartUpload',
    'CreateMultipartUpload',
    'GetObject',
    'HeadObject',
    'ListBuckets',
    'ListParts',
    'PutObject',
    'UploadPart'
  ],
  s3tables: Object.keys(s3Tables),
  sts: Object.keys(sts)
};

story('conformance', (sandbox) => {
  test.each(Object.entries(has))('every operation of %s was called, and answered', (service, operations) => {
    const called = sandbox()
      .calls()
      .filter((call) => call.service === service && call.status < 300)
      .map((call) => call.operation);
    expect([...new Set(called)].sort()).toEqual([...operations].sort());
  });
});

story('strictness');
story('refusals');
story('paging');
story('objects');
story('checklist');
