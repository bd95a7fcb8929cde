import { describe, expect, test } from '@jest/globals';
import { withEndpoints } from '../../src/commands/endpoints.js';
import type { Endpoint } from '../../src/endpoints.js';
import { outcome, OUTPUTS } from '../github/fixtures.js';

const endpoint = (url: string): Endpoint => ({ url, kind: 'own' });
const port = (more: object = {}) => ({
  s3tables: () => Promise.resolve(endpoint('http://tables')),
  s3: () => Promise.resolve(endpoint('http://files')),
  ...more
});
const nowhere = (): Promise<never> => Promise.reject(new Error('FIPS and a custom endpoint'));
const of = (outputs: object) => outcome({ outputs, endpoints: undefined });

describe('an outcome', () => {
  test('of an environment with a table has both endpoints', async () => {
    const { outputs, endpoints } = await withEndpoints(of(OUTPUTS), port());
    expect(outputs).toEqual({ ...OUTPUTS, 'iceberg-rest-uri': 'http://tables/iceberg' });
    expect(endpoints).toEqual({ s3tables: endpoint('http://tables'), s3: endpoint('http://files') });
  });

  test('of one without has no use for that of the files', async () => {
    const planned = of({ 'table-bucket-name': 'dev-myapp' });
    const { outputs, endpoints } = await withEndpoints(planned, port({ s3: nowhere }));
    expect(outputs['iceberg-rest-uri']).toBe('http://tables/iceberg');
    expect(endpoints).toBeUndefined();
  });

  test('of no environment is left as it is', async () => {
    const swept = of({ command: 'sweep' });
    expect(await withEndpoints(swept, port({ s3tables: nowhere }))).toBe(swept);
  });

  test('is told also where there is no endpoint', async () => {
    const failed = of({ 'table-bucket-name': 'dev-myapp' });
    expect(await withEndpoints(failed, port({ s3tables: nowhere }))).toBe(failed);
  });
});
