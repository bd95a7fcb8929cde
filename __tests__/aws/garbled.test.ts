import { describe, expect, test } from '@jest/globals';
import { makeAws } from '../../src/aws/index.js';
import { ActionError } from '../../src/errors.js';
import { READS } from './reads.js';
import { withServer } from './support.js';

const BODIES = [
  '',
  '{}',
  '[]',
  'null',
  '{"message":"ok"}',
  '{"tags":null,"Tags":null,"Database":{},"Catalog":{},"Table":{},"ResourceInfo":{},"namespace":[]}',
  '{"tags":[1],"Tags":"x","Database":[],"Catalog":[],"Table":"x","ResourceInfo":1,"namespace":"x"}',
  '<ok></ok>',
  'plain words'
];

describe.each(Object.entries(READS))('%s', (_name, read) => {
  test.each(BODIES)('%j with status 200 is no answer of AWS, and never "nothing there"', async (body) => {
    const type = body.startsWith('<') ? 'text/xml' : 'application/json';
    const work = withServer(
      (_request, response) => response.writeHead(200, { 'content-type': type }).end(body),
      () => read(makeAws({ region: 'us-east-1', env: process.env }))
    );
    const outcome = await work.then(
      (value) => value,
      (error: unknown) => (error instanceof ActionError ? error.code : error)
    );
    expect(outcome).toBe('GARBLED_ANSWER');
  });
});
