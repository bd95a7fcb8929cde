import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';

const given = useArena();

describe(`an endpoint of one's own, ${NODE.title}`, () => {
  test('from the services section of the shared config serves for everything, as the variable does', async () => {
    const { arena } = given;
    const config = join(arena.folder, 'config');
    const services = ['s3tables', 'glue', 'lakeformation', 'iam', 'sts', 's3'];
    const sections = services.map((service) => `${service} =\n  endpoint_url = ${arena.sandbox.url}`);
    writeFileSync(config, `[default]\nservices = here\n\n[services here]\n${sections.join('\n')}\n`);
    const env = { AWS_ENDPOINT_URL: '', AWS_CONFIG_FILE: config };
    const run = await arena.run(
      'apply',
      { 'analytics-integration': 'enable', 'smoke-test': 'true' },
      { env }
    );
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(run.outputs['smoke-test-result']).toBe('passed');
  });

  test.each(['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT'])(
    'together with %s is told, with what to do',
    async (name) => {
      const run = await given.arena.run('plan', {}, { env: { [name]: 'true' } });
      expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['ENDPOINT_INVALID'], []]);
      expect(run.error).toContain(name);
      expect(run.error).not.toContain('Please report it');
    }
  );
});
