import { describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { actions } from './support/step.js';
import { ACCOUNT, REGION } from './support/values.js';

const given = useArena();

describe(`analytics integration, ${NODE.title}`, () => {
  test.each(['plan', 'apply'])('%s on an account without it, required', async (command) => {
    const run = await given.arena.run(command);
    expect(run.writes).toEqual([]);
    expect(actions(run)['analytics-integration']).toBe('blocked');
    expect(run.log).toContain('INTEGRATION_OFF');
    expect(run.log).toContain('analytics-integration: enable');
    // To plan is to say so; to apply is to fail.
    expect([run.exitCode, run.codes]).toEqual(command === 'plan' ? [0, []] : [1, ['INTEGRATION_OFF']]);
  });

  test('enable switches it on, with IAM access control; destroy leaves it on', async () => {
    const { arena } = given;
    const run = await arena.run('apply', { 'analytics-integration': 'enable' });
    expect(run.exitCode).toBe(0);
    expect(run.writes).toContain('glue:CreateCatalog');
    const { Catalog } = await arena.aws.glue.getCatalog({ CatalogId: 's3tablescatalog' });
    expect(Catalog?.FederatedCatalog).toMatchObject({
      ConnectionName: 'aws:s3tables',
      Identifier: `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/*`
    });
    expect(Catalog?.CreateTableDefaultPermissions?.[0]?.Permissions).toEqual(['ALL']);
    expect((await arena.run('apply')).writes).toEqual([]);
    await arena.run('destroy');
    expect(arena.here.glue.catalogs.has('s3tablescatalog')).toBe(true);
  });

  test('enable where it is on already changes nothing of it', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const run = await arena.run('apply', { 'analytics-integration': 'enable' });
    expect(run.exitCode).toBe(0);
    expect(run.writes).not.toContain('glue:CreateCatalog');
    expect(run.writes).not.toContain('glue:UpdateCatalog');
  });

  test('ignore goes on without it and does not even look', async () => {
    const run = await given.arena.run('apply', { 'analytics-integration': 'ignore' });
    expect(run.exitCode).toBe(0);
    expect(run.calls).not.toContain('glue:GetCatalog');
    expect(given.arena.here.glue.catalogs.size).toBe(0);
  });

  test.each(['require', 'enable'])(
    '%s with a catalog of that name that is something else',
    async (choice) => {
      const { arena } = given;
      await arena.aws.glue.createCatalog({ Name: 's3tablescatalog', CatalogInput: { Description: 'mine' } });
      const run = await arena.run('apply', { 'analytics-integration': choice });
      expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['INTEGRATION_FOREIGN'], []]);
    }
  );
});
