import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeAws } from '../../src/aws/index.js';
import { ActionError } from '../../src/errors.js';
import { READS } from './reads.js';
import { withServer } from './support.js';

/** A failure tells the seed and the smallest answer; both can be given here to see it again. */
const RUNS = { numRuns: 60 };

/** The members of AWS's answers that are looked at. */
const MEMBERS = [
  ...['tags', 'Tags', 'tableBuckets', 'namespaces', 'tables', 'namespace', 'name', 'arn', 'type', 'format'],
  ...['tableARN', 'versionToken', 'metadataLocation', 'warehouseLocation', 'resourcePolicy', 'createdAt'],
  ...['Database', 'DatabaseList', 'TableList', 'Table', 'Name', 'Parameters', 'Catalog', 'FederatedCatalog'],
  ...['DataLakeSettings', 'DataLakeAdmins', 'PrincipalResourcePermissions', 'Principal', 'Permissions'],
  ...['ResourceInfo', 'ResourceArn', 'RoleArn', 'message', '__type', '__proto__', 'constructor']
] as const;

const leaf = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e300, '', '{}', 'arn:aws:s3tables:us-east-1:123456789012:bucket/x'),
  fc.string({ unit: 'binary', maxLength: 6 })
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...MEMBERS), tie('value'), { maxKeys: 5, noNullPrototype: false })
  )
}));

/** What a server, or something in its place, may say. */
const answers = fc.record({
  status: fc.constantFrom(200, 200, 200, 400, 403, 404),
  body: fc.oneof(
    { weight: 6, arbitrary: value.map((each) => JSON.stringify(each)) },
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('<a>', '<ErrorResponse><Error/></ErrorResponse>', '{"a":', '\ufeff{}')
  )
});

describe.each(Object.entries(READS))('%s', (_name, read) => {
  test('answered with anything, gives what it is to give or says what is wrong, and is no mistake of ours', async () => {
    let answer = { status: 200, body: '{}' };
    await withServer(
      (_request, response) =>
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body),
      async () => {
        const aws = makeAws({ region: 'us-east-1', env: process.env });
        const property = fc.asyncProperty(answers, async (given) => {
          answer = given;
          const failure = await read(aws).then(
            () => undefined,
            (thrown: unknown) => thrown
          );
          if (failure === undefined) return;
          expect(failure).toBeInstanceOf(ActionError);
          expect((failure as ActionError).code).not.toBe('INTERNAL');
        });
        await fc.assert(property, RUNS);
      }
    );
  }, 120_000);
});
