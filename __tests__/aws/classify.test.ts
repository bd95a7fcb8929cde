import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../src/aws/call.js';
import { classify, isNotThere, isThereAlready } from '../../src/aws/classify.js';
import { EndpointError, PageError } from '../../src/aws/endpoint-error.js';
import { ActionError } from '../../src/errors.js';

const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp';
const CALL: Call = {
  operation: 's3tables:CreateTableBucket',
  doing: 'create the table bucket dev-myapp',
  resource: BUCKET
};

function awsError(name: string, message: string, status = 400): Error {
  const $metadata = { httpStatusCode: status, requestId: 'r-1' };
  return Object.assign(new Error(message), { name, $fault: 'client', $metadata });
}

function networkError(reason: string, endpoint: string, hostname?: string): EndpointError {
  return new EndpointError(
    endpoint,
    Object.assign(new Error(reason), { code: reason, ...(hostname && { hostname }) })
  );
}

describe("AWS's errors", () => {
  test.each([
    ['CredentialsProviderError', 'Could not load credentials', 'NO_CREDENTIALS'],
    ['ExpiredToken', 'The security token included in the request is expired', 'EXPIRED_CREDENTIALS'],
    ['ExpiredTokenException', 'The security token included in the request is expired', 'EXPIRED_CREDENTIALS'],
    ['UnrecognizedClientException', 'The security token is invalid.', 'INVALID_CREDENTIALS'],
    ['InvalidClientTokenId', 'The security token is invalid.', 'INVALID_CREDENTIALS'],
    ['InvalidAccessKeyId', 'The key does not exist', 'INVALID_CREDENTIALS'],
    ['SignatureDoesNotMatch', 'does not match', 'INVALID_CREDENTIALS'],
    ['InvalidSignatureException', 'does not match', 'INVALID_CREDENTIALS'],
    ['InvalidSignatureException', 'Credential should be scoped to a valid region.', 'REGION_UNKNOWN'],
    ['SignatureDoesNotMatch', 'Credential should be scoped to a valid region, not x', 'REGION_UNKNOWN'],
    ['AuthorizationHeaderMalformed', "the region 'x' is wrong; expecting 'y'", 'REGION_UNKNOWN'],
    ['ForbiddenException', 'no', 'PERMISSION_DENIED'],
    ['AccessDeniedException', 'no', 'PERMISSION_DENIED'],
    ['AccessDenied', 'no', 'PERMISSION_DENIED'],
    ['ConflictException', 'The bucket is in a transitional state because of …', 'NAME_IN_TRANSITION'],
    ['ConflictException', 'The bucket that you tried to create already exists', 'CONFLICT'],
    ['BadRequestException', 'The bucket that you tried to delete is not empty', 'NOT_EMPTY'],
    ['ConcurrentModificationException', '', 'CONFLICT'],
    ['InvalidInputException', 'Invalid principal', 'DEAD_PRINCIPAL'],
    ['InvalidInputException', 'Something else', 'AWS_REFUSED'],
    ['TooManyRequestsException', 'slow', 'THROTTLED'],
    ['ThrottlingException', 'Rate exceeded', 'THROTTLED'],
    ['SlowDown', 'slow', 'THROTTLED'],
    ['LimitExceededException', 'limit', 'QUOTA_EXCEEDED'],
    ['ResourceNumberLimitExceededException', 'limit', 'QUOTA_EXCEEDED'],
    ['BadRequestException', 'You have exceeded the maximum number of table buckets', 'QUOTA_EXCEEDED'],
    ['BadRequestException', 'The name is not valid', 'AWS_REFUSED']
  ])('%s "%s" is %s', (name, message, code) => {
    expect(classify(awsError(name, message), CALL).code).toBe(code);
  });

  test('a fault of AWS is not called a refusal', () => {
    expect(classify(awsError('InternalServerErrorException', 'An internal error', 500), CALL).code).toBe(
      'AWS_FAILED'
    );
  });

  test('say what was done, what AWS said, and its request id', () => {
    const error = classify(awsError('BadRequestException', 'The name is not valid'), CALL);
    expect(error.message).toContain('Could not create the table bucket dev-myapp.');
    expect(error.message).toContain(
      'AWS answered s3tables:CreateTableBucket with BadRequestException: The name is not valid (request id r-1).'
    );
    expect(error.answer).toEqual({
      operation: 's3tables:CreateTableBucket',
      name: 'BadRequestException',
      message: 'The name is not valid',
      status: 400,
      requestId: 'r-1'
    });
  });

  test('an ActionError stays what it is, and a mistake of ours is one', () => {
    const error = new ActionError('TIMED_OUT');
    expect(classify(error, CALL)).toBe(error);
    expect(classify(new TypeError('x is not a function'), CALL).code).toBe('INTERNAL');
  });
});

describe('what is denied', () => {
  const denied = (message: string): ActionError =>
    classify(awsError('AccessDeniedException', message, 403), CALL);

  test('names the operation and the resource', () => {
    expect(denied('no').todo).toContain(`Allow s3tables:CreateTableBucket on ${BUCKET}`);
  });

  test('prefers the action and the resource that AWS names', () => {
    const text =
      'User: arn:aws:sts::1:assumed-role/ci/x is not authorized to perform: s3tables:TagResource on resource: ' +
      'arn:aws:s3tables:us-east-1:1:bucket/b because no identity-based policy allows the s3tables:TagResource action';
    expect(denied(text).todo).toBe(
      'Allow s3tables:TagResource on arn:aws:s3tables:us-east-1:1:bucket/b for the role of this run: no identity-based policy allows it.'
    );
  });

  test.each([
    ['with an explicit deny in a service control policy', 'service control policy'],
    ['with an explicit deny in a permissions boundary', 'permissions boundary'],
    ['with an explicit deny in a resource-based policy', 'resource-based policy'],
    ['with an explicit deny in an identity-based policy', 'identity-based policy']
  ])('%s', (text, kind) => {
    const { todo } = denied(
      `User: u is not authorized to perform: s3tables:GetTable on resource: ${BUCKET} ${text}`
    );
    expect(todo).toContain(`Change the ${kind} that denies s3tables:GetTable on ${BUCKET}`);
  });

  test('reading a file needs the permission of S3 Tables, not that of S3', () => {
    const call: Call = { operation: 's3:GetObject', doing: 'read s3://b/k' };
    expect(classify(awsError('AccessDenied', 'Access Denied', 403), call).todo).toContain(
      's3tables:GetTableData'
    );
  });

  test.each([
    [
      'Insufficient Lake Formation permission(s): Required Create Database on Catalog',
      'CREATE_DATABASE on Catalog'
    ],
    ['Insufficient Lake Formation permission(s): Required Drop on icefabric_db', 'DROP on icefabric_db']
  ])('%s', (message, permission) => {
    const error = denied(message);
    expect(error.code).toBe('LAKE_FORMATION_DENIED');
    expect(error.todo).toContain(permission);
  });

  test('a bare 403 is a denial, a page of a proxy is not', () => {
    const bare = classify(awsError('UnknownError', 'UnknownError', 403), CALL);
    expect(bare.code).toBe('PERMISSION_DENIED');
    expect(bare.found).toContain('did not give its reason');
    const page = classify(new PageError(403, '<html>  <title>Blocked\nby Acme</title>'), CALL);
    expect(page.code).toBe('GARBLED_ANSWER');
    expect(page.found).toBe(
      'Something in between refused the call, not AWS: the 403 begins with "<html> <title>Blocked by Acme</title>".'
    );
  });
});

describe('what did not come from AWS', () => {
  test('quotes 60 characters and no more', () => {
    const { code, found } = classify(new PageError(200, `<p>${'x'.repeat(100)}`), CALL);
    expect(code).toBe('GARBLED_ANSWER');
    expect(found).toContain(`"<p>${'x'.repeat(57)}…"`);
  });

  test('an error without a name is nobody’s', () => {
    expect(classify(awsError('UnknownError', 'UnknownError', 404), CALL).code).toBe('GARBLED_ANSWER');
    expect(classify(awsError('NotFound', 'UnknownError', 404), CALL).code).toBe('GARBLED_ANSWER');
  });

  test('an answer that breaks off is garbled', () => {
    const $metadata = { httpStatusCode: 200 };
    const error = classify(Object.assign(new Error('aborted'), { code: 'ECONNRESET', $metadata }), CALL);
    expect(error.code).toBe('GARBLED_ANSWER');
    expect(error.found).toBe('The answer with HTTP status 200 broke off (ECONNRESET).');
  });

  test('names the endpoint that did not answer', () => {
    const error = classify(networkError('ECONNREFUSED', '127.0.0.1:4566'), CALL);
    expect(error.code).toBe('UNREACHABLE');
    expect(error.found).toBe('127.0.0.1:4566 did not answer (ECONNREFUSED).');
  });

  test('a name of AWS that does not exist: the region, or the network', () => {
    const host = 's3tables.us-nowhere-1.amazonaws.com';
    const error = classify(networkError('ENOTFOUND', `${host}:443`, host), CALL);
    expect(error.code).toBe('REGION_UNKNOWN');
    expect(error.found).toContain('no such region');
    expect(error.found).toContain('cannot look up names');
    expect(classify(networkError('EAI_AGAIN', `${host}:443`, host), CALL).code).toBe('UNREACHABLE');
  });

  test('a proxy that does not exist is not the region’s fault', () => {
    const error = classify(
      networkError('ENOTFOUND', 's3tables.eu-west-1.amazonaws.com:443', 'proxy.acme'),
      CALL
    );
    expect(error.code).toBe('UNREACHABLE');
    expect(error.found).toContain('no address for proxy.acme');
  });

  test('a certificate that is not trusted', () => {
    const error = classify(networkError('SELF_SIGNED_CERT_IN_CHAIN', 'sts.amazonaws.com:443'), CALL);
    expect(error.code).toBe('UNREACHABLE');
    expect(error.todo).toContain('NODE_EXTRA_CA_CERTS');
  });
});

describe('a principal that does not exist', () => {
  const call: Call = {
    operation: 'lakeformation:PutDataLakeSettings',
    doing: 'write the settings',
    principals: ['arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b']
  };

  test('is named where AWS names it', () => {
    const message = 'Invalid principal, arn:aws:iam::1:role/b, in the list';
    expect(classify(awsError('InvalidInputException', message), call).found).toContain(
      'knows no principal arn:aws:iam::1:role/b.'
    );
  });

  test('else all that were sent are', () => {
    expect(classify(awsError('InvalidInputException', 'Invalid principal'), call).found).toContain(
      'one of these principals: arn:aws:iam::1:role/a, arn:aws:iam::1:role/b.'
    );
  });
});

test('there is none, and there is one already', () => {
  const said = (name: string, message = ''): ActionError => classify(awsError(name, message), CALL);
  expect(isNotThere(said('NotFoundException'))).toBe(true);
  expect(isNotThere(said('EntityNotFoundException'))).toBe(true);
  expect(isNotThere(said('AccessDeniedException', 'Resource does not exist or requester …'))).toBe(true);
  expect(isNotThere(said('AccessDeniedException', 'no'))).toBe(false);
  expect(isThereAlready(said('AlreadyExistsException'))).toBe(true);
  expect(isThereAlready(said('FederatedResourceAlreadyExistsException'))).toBe(true);
  expect(isThereAlready(said('ConflictException', 'already exists, and you own it'))).toBe(true);
  expect(isThereAlready(said('ConflictException', 'transitional state'))).toBe(false);
});
