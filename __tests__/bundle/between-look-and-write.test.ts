import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultRule } from '../../sandbox/control/faults.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { at } from './support/stall.js';
import { DATABASE, DATABASE_ARN } from './support/values.js';

const given = useArena();
const ISOLATIONS = [{}, { isolation: 'namespace', 'table-bucket-name': 'lake' }] as const;

beforeEach(() => settleAccount(given.arena));

async function makeTheirs(): Promise<void> {
  const { glue } = given.arena.aws;
  await glue.createDatabase({ DatabaseInput: { Name: DATABASE, Description: 'theirs' } });
  await glue.createTable({ DatabaseName: DATABASE, TableInput: { Name: 'theirs' } });
}

async function replace(): Promise<void> {
  await given.arena.aws.glue.deleteDatabase({ Name: DATABASE });
  await makeTheirs();
}

async function fill(): Promise<void> {
  await given.arena.aws.glue.createTable({ DatabaseName: DATABASE, TableInput: { Name: 'theirs' } });
}

async function retag(): Promise<void> {
  const { Database } = await given.arena.aws.glue.getDatabase({ Name: DATABASE });
  const Parameters = { ...Database?.Parameters, 'iceberg-environment:env': 'prod' };
  const DatabaseInput = { Name: DATABASE, Parameters };
  await given.arena.aws.glue.updateDatabase({ Name: DATABASE, DatabaseInput });
  await given.arena.aws.glue.tagResource({
    ResourceArn: DATABASE_ARN,
    TagsToAdd: { 'iceberg-environment:env': 'prod' }
  });
}

describe.each(ISOLATIONS)(`the Glue database, which goes last, ${NODE.title}, %j`, (where) => {
  test.each([
    ['filled', fill, 'GUARDED'],
    ['made part of another environment', retag, 'OWNED_BY_ANOTHER'],
    ['replaced by somebody’s', replace, 'NOT_OURS']
  ])('stays when it is %s while the table goes', async (_what, change, code) => {
    const { arena } = given;
    await arena.run('apply', where);
    let changed: Promise<void> | undefined;
    at(arena, { operation: 'DeleteTable', ms: 1_000 }, () => void (changed ??= change()));
    const run = await arena.run('destroy', where);
    await changed;
    expect([run.exitCode, run.codes.includes(code)]).toEqual([1, true]);
    expect(arena.here.glue.databases.has(DATABASE)).toBe(true);
    expect(arena.here.glue.databases.get(DATABASE)?.tables.has('theirs')).toBe(change !== retag);
  });

  test.each<[string, FaultRule]>([
    ['is reset', { kind: 'lost-response' }],
    ['is a page with 503', { kind: 'answer', status: 503, body: '<html>busy</html>' }],
    ['is throttling', { kind: 'answer', status: 400, body: { __type: 'ThrottlingException' } }],
    ['is a conflict', { kind: 'answer', status: 400, body: { __type: 'ConcurrentModificationException' } }]
  ])(
    'is deleted once where the answer %s, and not that which somebody has made since',
    async (_how, rule) => {
      const { arena } = given;
      await arena.run('apply', where);
      const operation = 'DeleteDatabase';
      arena.sandbox.setFaults([{ operation, nth: 1, ...rule }]);
      const { databases } = arena.here.glue;
      const remove = databases.delete.bind(databases);
      let made: Promise<void> | undefined;
      databases.delete = (name) => {
        const was = remove(name);
        made ??= makeTheirs();
        return was;
      };
      const run = await arena.run('destroy', where);
      await made;
      expect([run.exitCode, new Set(run.codes)]).toEqual([1, new Set(['NOT_OURS'])]);
      expect(run.writes.filter((call) => call === 'glue:DeleteDatabase')).toHaveLength(1);
      expect(databases.get(DATABASE)?.tables.has('theirs')).toBe(true);
    }
  );

  test.each<[string, FaultRule]>([
    ['is reset', { kind: 'lost-response' }],
    ['is a failure of AWS that did nothing', { kind: 'error', status: 500 }]
  ])('is gone in the end where the answer %s and nobody else is there', async (_how, rule) => {
    const { arena } = given;
    await arena.run('apply', where);
    arena.sandbox.setFaults([{ operation: 'DeleteDatabase', nth: 1, ...rule }]);
    const run = await arena.run('destroy', where);
    expect([run.exitCode, run.codes, arena.here.glue.databases.size]).toEqual([0, [], 0]);
  });
});
