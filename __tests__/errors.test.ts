import { describe, expect, test } from '@jest/globals';
import { CATALOGUE } from '../src/error-catalogue.js';
import { ActionError, asActionError } from '../src/errors.js';

const answer = {
  operation: 's3tables:CreateTableBucket',
  name: 'AccessDeniedException',
  message: 'not authorized',
  status: 403,
  requestId: 'r-1'
};

describe('the message of an error', () => {
  test('has what was done, what AWS said with the request id, what it means, what to do, and the code', () => {
    const error = new ActionError('PERMISSION_DENIED', { doing: 'create the table bucket dev', answer });
    expect(error.message).toBe(
      'Could not create the table bucket dev. ' +
        'AWS answered s3tables:CreateTableBucket with AccessDeniedException: not authorized (request id r-1). ' +
        `${CATALOGUE.PERMISSION_DENIED.means} What to do: ${CATALOGUE.PERMISSION_DENIED.todo} [PERMISSION_DENIED]`
    );
  });

  test('says what was found and the closer advice instead of what the catalogue has', () => {
    const error = new ActionError('NOT_OURS', { found: 'The bucket is there.', todo: 'Choose well.' });
    expect(error.message).toBe('The bucket is there. What to do: Choose well. [NOT_OURS]');
    expect(error.means).toBe(CATALOGUE.NOT_OURS.means);
  });

  test('does without a message and a request id of AWS', () => {
    const silent = { operation: 'glue:GetDatabase', name: 'InternalFailure', message: '' };
    expect(new ActionError('AWS_FAILED', { answer: silent }).message).toContain(
      'AWS answered glue:GetDatabase with InternalFailure: no message. '
    );
  });
});

test('as JSON it is plain data, without stack and cause', () => {
  const error = new ActionError('CONFLICT', { doing: 'write', answer, cause: new Error('secret') });
  const { means, todo } = CATALOGUE.CONFLICT;
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: 'CONFLICT',
    doing: 'write',
    answer,
    means,
    todo,
    message: error.message
  });
});

describe('whatever is thrown becomes an ActionError', () => {
  test('one that is one already stays the same', () => {
    const error = new ActionError('CANCELLED');
    expect(asActionError(error, 'something')).toBe(error);
  });

  test('what nobody foresaw is a mistake of the action, with its cause', () => {
    const cause = new TypeError('x is not a function');
    const error = asActionError(cause, 'look at the table');
    expect(error).toMatchObject({ code: 'INTERNAL', doing: 'look at the table', cause });
    expect(error.message).toContain('TypeError: x is not a function');
  });

  test('so is what is no error at all', () => {
    expect(asActionError('boom')).toMatchObject({ code: 'INTERNAL', found: 'boom' });
  });
});
