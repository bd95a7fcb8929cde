import { describe, expect, test } from '@jest/globals';
import { type Call, invoke } from '../../src/aws/call.js';
import { NEW_ADMINISTRATOR } from '../../src/aws/retry-rules.js';
import { ActionError } from '../../src/errors.js';
import { testContext } from './support.js';

function awsError(name: string, message: string): Error {
  const $metadata = { httpStatusCode: 400, requestId: 'r-1' };
  return Object.assign(new Error(message), { name, $fault: 'client', $metadata });
}

const call = (operation: string): Call => ({ operation, doing: 'do it' });

/** Fails so many times, then succeeds. */
function failing(times: number, error: Error): { send: () => Promise<string>; tries: () => number } {
  let tries = 0;
  const send = (): Promise<string> => (++tries <= times ? Promise.reject(error) : Promise.resolve('done'));
  return { send, tries: () => tries };
}

const TRANSITION = awsError('ConflictException', 'The bucket is in a transitional state because of …');
const CONCURRENT = awsError('ConcurrentModificationException', 'busy');

describe('passes by itself', () => {
  test.each([
    ['s3tables:CreateTableBucket', TRANSITION],
    ['s3tables:CreateTable', awsError('NotFoundException', 'The specified namespace does not exist.')],
    ['s3tables:CreateNamespace', awsError('NotFoundException', 'The specified bucket does not exist.')],
    ['s3tables:PutTableBucketPolicy', awsError('NotFoundException', 'The specified bucket does not exist.')],
    ['s3tables:DeleteTableBucket', awsError('BadRequestException', 'The bucket … is not empty')],
    ['s3tables:DeleteTableBucket', awsError('ConflictException', 'The bucket … is not empty')],
    ['s3tables:DeleteNamespace', awsError('ConflictException', 'conflict')],
    ['lakeformation:GrantPermissions', awsError('InvalidInputException', 'Invalid principal')],
    ['lakeformation:GrantPermissions', awsError('InvalidInputException', 'Grantee has no permissions')],
    ['lakeformation:GrantPermissions', awsError('InvalidInputException', 'register the S3 path')],
    ['lakeformation:GrantPermissions', CONCURRENT],
    ['lakeformation:RevokePermissions', CONCURRENT],
    ['lakeformation:RevokePermissions', awsError('InvalidInputException', 'register the S3 path')],
    [
      'lakeformation:GrantPermissions',
      awsError('AccessDeniedException', 'is not authorized to access requested permissions')
    ],
    ['glue:UpdateDatabase', CONCURRENT],
    ['glue:GetCatalog', awsError('FederationSourceRetryableException', 'again')],
    ['glue:CreateDatabase', awsError('OperationTimeoutException', 'again')],
    ['glue:CreateCatalog', awsError('FederationSourceException', 'Invalid role provided')]
  ])('%s: %s', async (operation, error) => {
    const context = testContext();
    const { send, tries } = failing(2, error);
    await expect(invoke(context, call(operation), send)).resolves.toBe('done');
    expect(tries()).toBe(3);
    expect(context.sleeps).toHaveLength(2);
  });
});

describe('does not pass', () => {
  test.each([
    ['s3tables:CreateTableBucket', awsError('ConflictException', 'already exists, and you own it')],
    ['s3tables:CreateTable', awsError('ConflictException', 'identical name already exists')],
    ['s3tables:GetTable', awsError('NotFoundException', 'The specified namespace does not exist.')],
    ['s3tables:DeleteTable', awsError('ConflictException', 'version token does not match')],
    ['lakeformation:PutDataLakeSettings', CONCURRENT],
    ['lakeformation:GrantPermissions', awsError('InvalidInputException', 'Catalog id must be a valid id')],
    ['lakeformation:RevokePermissions', awsError('InvalidInputException', 'No permissions revoked')],
    ['glue:CreateDatabase', awsError('AccessDeniedException', 'Required Create Database on Catalog')]
  ])('%s: %s', async (operation, error) => {
    const context = testContext();
    const { send, tries } = failing(1, error);
    await expect(invoke(context, call(operation), send)).rejects.toThrow(ActionError);
    expect(tries()).toBe(1);
    expect(context.sleeps).toEqual([]);
  });
});

test('a table bucket name in transition is waited for until the deadline of the run, with a clock to see', async () => {
  const context = testContext(20 * 60_000);
  const { send } = failing(Infinity, TRANSITION);
  const error = await invoke(context, call('s3tables:CreateTableBucket'), send).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: 'NAME_IN_TRANSITION' });
  expect((error as ActionError).message).toContain('tried again and again for 20 min');
  expect(context.sleeps.slice(0, 5)).toEqual([5_000, 10_000, 20_000, 30_000, 30_000]);
  expect(context.sleeps.reduce((sum, ms) => sum + ms)).toBe(20 * 60_000);
  expect(context.infos.slice(0, 3)).toEqual([
    'Waiting to do it: S3 Tables is still removing an earlier table bucket of this name, which takes it some minutes; nothing is wrong. It is tried again for at most 20:00.',
    'Still waiting to do it: 0:15 waited, at most 19:45 left.',
    'Still waiting to do it: 0:35 waited, at most 19:25 left.'
  ]);
});

test('the clock is shown each 15 s at most, with the rule as the bound, and at the end', async () => {
  const context = testContext();
  const { send } = failing(12, awsError('InvalidInputException', 'Invalid principal'));
  await invoke(context, call('lakeformation:GrantPermissions'), send);
  expect(context.infos[1]).toBe('Still waiting to do it: 0:15 waited, at most 1:45 left.');
  expect(context.infos.at(-1)).toMatch(/^It took 1:\d\d until it was possible to do it\.$/);
  expect(context.infos.length).toBeLessThanOrEqual(9);
});

test('the deadline of the run ends the waiting, and the error still says what stands in the way', async () => {
  const context = testContext(20_000);
  const { send } = failing(Infinity, TRANSITION);
  const work = invoke(context, call('s3tables:CreateTableBucket'), send);
  await expect(work).rejects.toMatchObject({ code: 'NAME_IN_TRANSITION' });
  expect(context.sleeps).toEqual([5_000, 10_000, 5_000]);
});

test('so does the signal that the deadline gives', async () => {
  const context = testContext();
  const tries: number[] = [];
  const send = (): Promise<never> => {
    if (tries.push(1) === 2) context.stop(new ActionError('TIMED_OUT'));
    return Promise.reject(TRANSITION);
  };
  const work = invoke(context, call('s3tables:CreateTableBucket'), send);
  await expect(work).rejects.toMatchObject({ code: 'NAME_IN_TRANSITION' });
});

test('a principal that stays unknown is a dead one after 2 minutes', async () => {
  const context = testContext();
  const { send } = failing(Infinity, awsError('InvalidInputException', 'Invalid principal'));
  const put: Call = {
    ...call('lakeformation:GrantPermissions'),
    principals: ['arn:aws:iam::1:role/gone']
  };
  const error = await invoke(context, put, send).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: 'DEAD_PRINCIPAL' });
  expect((error as ActionError).found).toContain('arn:aws:iam::1:role/gone');
  expect(context.sleeps.reduce((sum, ms) => sum + ms)).toBe(120_000);
});

test('a change by somebody else that does not end is a conflict', async () => {
  const { send } = failing(Infinity, CONCURRENT);
  const work = invoke(testContext(), call('glue:UpdateDatabase'), send);
  await expect(work).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('what may be sent only once is not repeated, whatever it fails with', async () => {
  const { send, tries } = failing(2, CONCURRENT);
  const work = invoke(testContext(), { ...call('glue:UpdateDatabase'), once: true }, send);
  await expect(work).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(tries()).toBe(1);
});

test('another error ends the waiting', async () => {
  const errors = [TRANSITION, awsError('ForbiddenException', 'no')];
  const send = (): Promise<never> => Promise.reject(errors.shift() ?? new Error('asked too often'));
  const work = invoke(testContext(), call('s3tables:CreateTableBucket'), send);
  await expect(work).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
});

test('a new administrator is waited for, if the call says so', async () => {
  const { send } = failing(2, awsError('AccessDeniedException', 'Required Create Database on Catalog'));
  const create: Call = { ...call('glue:CreateDatabase'), retry: [NEW_ADMINISTRATOR] };
  await expect(invoke(testContext(), create, send)).resolves.toBe('done');
});

test('a stopped run starts nothing and waits for nothing', async () => {
  const reason = new ActionError('CANCELLED');
  const context = testContext();
  const { send, tries } = failing(Infinity, TRANSITION);
  const once = (): Promise<string> => {
    const answer = send();
    context.stop(reason);
    return answer;
  };
  await expect(invoke(context, call('s3tables:CreateTableBucket'), once)).rejects.toBe(reason);
  await expect(invoke(context, call('s3tables:CreateTableBucket'), send)).rejects.toBe(reason);
  expect(tries()).toBe(1);
});

test('the debug log has the operation, its time and its request id', async () => {
  const context = testContext();
  await invoke(context, call('glue:GetCatalog'), () => Promise.resolve({ $metadata: { requestId: 'r-2' } }));
  await invoke(context, call('glue:GetCatalog'), () => Promise.reject(awsError('X', 'secret'))).catch(
    () => undefined
  );
  expect(context.debugs).toEqual([
    'glue:GetCatalog: ok, request id r-2, 0 ms',
    'glue:GetCatalog: X, request id r-1, 0 ms'
  ]);
});
