import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAws } from '../../src/aws/index.js';
import { type Endpoints, icebergRestUri } from '../../src/endpoints.js';
import { withEnvironment } from './support.js';

/** Where a run with these variables reaches the services. */
function where(more: NodeJS.ProcessEnv, region = 'us-east-1'): Promise<Endpoints> {
  return withEnvironment(more, async () => {
    const { endpoints } = makeAws({ region, env: process.env });
    return { s3tables: await endpoints.s3tables(), s3: await endpoints.s3() };
  });
}

const at = (url: string, kind: string): unknown => ({ url, kind });

test.each([
  ['us-east-1', 'amazonaws.com'],
  ['eu-central-1', 'amazonaws.com'],
  ['us-gov-west-1', 'amazonaws.com'],
  ['cn-north-1', 'amazonaws.com.cn'],
  ['eusc-de-east-1', 'amazonaws.eu']
])('in %s hosts end in %s', async (region, domain) => {
  const { s3tables, s3 } = await where({}, region);
  expect(s3tables).toEqual(at(`https://s3tables.${region}.${domain}`, 'usual'));
  expect(s3).toEqual(at(`https://s3.${region}.${domain}`, 'usual'));
  expect(icebergRestUri(s3tables)).toBe(`https://s3tables.${region}.${domain}/iceberg`);
});

describe('AWS has other endpoints', () => {
  test('for FIPS', async () => {
    const { s3tables, s3 } = await where({ AWS_USE_FIPS_ENDPOINT: 'true' });
    expect(s3tables).toEqual(at('https://s3tables-fips.us-east-1.amazonaws.com', 'variant'));
    expect(s3).toEqual(at('https://s3-fips.us-east-1.amazonaws.com', 'variant'));
  });

  test('for dual-stack', async () => {
    const { s3tables, s3 } = await where({ AWS_USE_DUALSTACK_ENDPOINT: 'true' }, 'eu-west-1');
    expect(s3tables).toEqual(at('https://s3tables.eu-west-1.api.aws', 'variant'));
    expect(s3).toEqual(at('https://s3.dualstack.eu-west-1.amazonaws.com', 'variant'));
  });
});

describe('an endpoint of one’s own', () => {
  test('for all services', async () => {
    const own = at('http://127.0.0.1:4566', 'own');
    expect(await where({ AWS_ENDPOINT_URL: 'http://127.0.0.1:4566/' })).toEqual({ s3tables: own, s3: own });
  });

  test('for one, which goes before that for all', async () => {
    const { s3tables, s3 } = await where({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_S3TABLES: 'http://127.0.0.1:2/tables/'
    });
    expect(s3tables).toEqual(at('http://127.0.0.1:2/tables', 'own'));
    expect(s3).toEqual(at('http://127.0.0.1:1', 'own'));
    expect(icebergRestUri(s3tables)).toBe('http://127.0.0.1:2/tables/iceberg');
  });

  test('for the files alone', async () => {
    const { s3tables, s3 } = await where({ AWS_ENDPOINT_URL_S3: 'https://minio.example' });
    expect(s3tables).toEqual(at('https://s3tables.us-east-1.amazonaws.com', 'usual'));
    expect(s3).toEqual(at('https://minio.example', 'own'));
  });

  test('that is to be passed over', async () => {
    const { s3tables } = await where({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true'
    });
    expect(s3tables).toEqual(at('https://s3tables.us-east-1.amazonaws.com', 'usual'));
  });

  test('that contradicts another setting', async () => {
    const both = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_USE_FIPS_ENDPOINT: 'true' };
    await expect(where(both)).rejects.toThrow('FIPS');
  });
});

describe('the shared configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aws-'));
  const file = join(folder, 'config');

  beforeAll(() => {
    const services = ['[services local]', 's3tables =', '  endpoint_url = http://127.0.0.1:7', ''];
    writeFileSync(
      file,
      ['[profile local]', 'services = local', 'region = us-east-1', ...services].join('\n')
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has a section of services', async () => {
    const { s3tables, s3 } = await where({ AWS_CONFIG_FILE: file, AWS_PROFILE: 'local' });
    expect(s3tables).toEqual(at('http://127.0.0.1:7', 'own'));
    expect(s3).toEqual(at('https://s3.us-east-1.amazonaws.com', 'usual'));
  });
});
