import { describe, expect, test } from '@jest/globals';
import { isAwsHost, partitionOf } from '../src/partitions.js';

describe.each([
  ['us-east-1', 'aws', 'amazonaws.com', 'us-east-1'],
  ['mx-central-1', 'aws', 'amazonaws.com', 'us-east-1'],
  ['me-west-1', 'aws', 'amazonaws.com', 'us-east-1'],
  ['cn-northwest-1', 'aws-cn', 'amazonaws.com.cn', 'cn-north-1'],
  ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com', 'us-gov-west-1'],
  ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu', 'eusc-de-east-1'],
  ['us-iso-west-1', 'aws-iso', 'c2s.ic.gov', 'us-iso-east-1'],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov', 'us-isob-east-1'],
  ['eu-isoe-west-1', 'aws-iso-e', 'cloud.adc-e.uk', 'eu-isoe-west-1'],
  ['us-isof-east-1', 'aws-iso-f', 'csp.hci.ic.gov', 'us-isof-south-1']
])('%s', (region, id, domain, homeOfIam) => {
  test(`is of ${id}`, () => {
    expect(partitionOf(region)).toMatchObject({ id, domain, homeOfIam });
    expect(isAwsHost(`s3tables.${region}.${domain}`)).toBe(true);
    expect(isAwsHost(`s3tables.${region}.${partitionOf(region).dualStackDomain}`)).toBe(true);
  });
});

test('what nobody knows is taken for the commercial partition', () => {
  expect(partitionOf('xx-nowhere-9').id).toBe('aws');
});

test.each(['amazonaws.com', 'amazonaws.com.evil.org', 'notamazonaws.com', '127.0.0.1', undefined])(
  '%s is no host of AWS',
  (host) => {
    expect(isAwsHost(host)).toBe(false);
  }
);
