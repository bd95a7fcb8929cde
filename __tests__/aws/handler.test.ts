import { expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { makeAws } from '../../src/aws/index.js';
import { testContext, withServer } from './support.js';

test('so many calls are on their way at once, and no more; all are made', async () => {
  const open: ServerResponse[] = [];
  let most = 0;
  let asked = 0;
  const answerAll = (): void => {
    most = Math.max(most, open.length);
    for (const response of open.splice(0)) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"arn":"x"}');
    }
  };
  await withServer(
    (_request, response) => {
      asked += 1;
      open.push(response);
      // Only when nobody else comes any more are those that came answered.
      setTimeout(answerAll, 100);
    },
    async () => {
      const { s3tables } = makeAws({ region: 'us-east-1', env: process.env });
      const looks = Array.from({ length: 100 }, () => s3tables.hasTableBucket('arn:x', testContext()));
      expect(await Promise.all(looks)).toHaveLength(100);
    }
  );
  expect(asked).toBe(100);
  expect(most).toBeLessThanOrEqual(24);
});
