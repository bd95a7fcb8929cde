import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultRule } from '../../sandbox/control/faults.js';
import { enableIntegration, settleAccount } from './support/account.js';
import { Arena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';
import { BUCKET_ARN, DATABASE, DATABASE_ARN } from './support/values.js';

/** Every operation that writes, and the command and the account in which it is called. */
interface Operation {
  readonly service: string;
  readonly operation: string;
  readonly command: 'apply' | 'destroy';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly before?: (arena: Arena) => Promise<unknown>;
}

const apply = (service: string, operation: string): Operation => ({
  service,
  operation,
  command: 'apply',
  before: settleAccount
});
const destroy = (service: string, operation: string): Operation => ({
  service,
  operation,
  command: 'destroy',
  before: applied
});

const OPERATIONS: readonly Operation[] = [
  { ...apply('glue', 'CreateCatalog'), inputs: { 'analytics-integration': 'enable' }, before: settingsOnly },
  { ...apply('lakeformation', 'PutDataLakeSettings'), before: enableIntegration },
  apply('s3tables', 'CreateTableBucket'),
  apply('s3tables', 'PutTableBucketPolicy'),
  apply('s3tables', 'CreateNamespace'),
  apply('s3tables', 'CreateTable'),
  apply('glue', 'CreateDatabase'),
  apply('lakeformation', 'GrantPermissions'),
  { ...apply('s3tables', 'TagResource'), before: untagged },
  { ...apply('glue', 'TagResource'), before: untagged },
  { ...apply('glue', 'UpdateDatabase'), before: unmarked },
  destroy('s3tables', 'DeleteTable'),
  destroy('s3tables', 'DeleteNamespace'),
  destroy('s3tables', 'DeleteTableBucketPolicy'),
  destroy('s3tables', 'DeleteTableBucket'),
  destroy('lakeformation', 'RevokePermissions'),
  destroy('glue', 'DeleteDatabase')
];

/** What passes when the call is made again. */
const PASSING: readonly FaultRule[] = [
  { kind: 'lost-response' },
  { kind: 'reset' },
  { kind: 'error', status: 500, message: 'We encountered an internal error.' }
];

describe(`faults, ${NODE.title}`, () => {
  // One account for each kind of fault, so that all kinds are tried at the same time.
  let arenas: Arena[] = [];
  beforeAll(async () => {
    arenas = await Promise.all([...PASSING, 'denied'].map(() => Arena.open()));
  });
  beforeEach(() => arenas.forEach((arena) => arena.reset()));
  afterAll(() => Promise.all(arenas.map((arena) => arena.close())));

  test.each(OPERATIONS)('$command: $service:$operation', async (operation) => {
    const [denied, ...others] = [...arenas].reverse();
    if (denied === undefined) throw new Error('There is no account.');
    const survived = others.map((arena, at) => survives(arena, operation, PASSING[at] as FaultRule));
    await Promise.all([...survived, isToldWhatIsDenied(denied, operation)]);
  });
});

/** A call that fails once is made again, and the run ends well. */
async function survives(arena: Arena, operation: Operation, fault: FaultRule): Promise<void> {
  const run = await disturbed(arena, operation, { ...fault, nth: 1 });
  expect({ fault: fault.kind, exitCode: run.exitCode, codes: run.codes }).toEqual({
    fault: fault.kind,
    exitCode: 0,
    codes: []
  });
  // What is only written from a fresh read is not written again when that shows that it took effect.
  // Looked at anew before it is written again, and then there may be nothing left to write.
  const isFresh = ['PutDataLakeSettings', 'DeleteDatabase'].includes(operation.operation);
  const times = run.writes.filter((call) => call === nameOf(operation)).length;
  expect(times).toBeGreaterThanOrEqual(isFresh ? 1 : 2);
  await isRight(arena, operation);
}

/** A denied call is named, with what to do about it; the rest is done, and once it is allowed, so is this. */
async function isToldWhatIsDenied(arena: Arena, operation: Operation): Promise<void> {
  const fault = {
    kind: 'error',
    status: 403,
    code: 'AccessDeniedException',
    message: 'Not allowed.'
  } as const;
  const run = await disturbed(arena, operation, fault);
  expect(run.exitCode).toBe(1);
  expect(run.codes).toEqual(['PERMISSION_DENIED']);
  expect(run.error).toContain(nameOf(operation));
  expect(run.error).toContain(`Allow ${nameOf(operation)} on`);
  expect(run.error).toMatch(/request id [0-9a-f-]{36}/);
  expect(run.outputs.destroyed).toBe('false');
  expect(run.summary).toContain(operation.operation);
  arena.sandbox.setFaults([]);
  const again = await arena.run(operation.command, operation.inputs);
  expect([again.exitCode, again.codes]).toEqual([0, []]);
  await isRight(arena, operation);
}

async function disturbed(arena: Arena, operation: Operation, fault: FaultRule): Promise<Run> {
  await operation.before?.(arena);
  arena.sandbox.setFaults([{ ...fault, service: operation.service, operation: operation.operation }]);
  return arena.run(operation.command, operation.inputs);
}

/** Nothing is left to do: after apply, for apply; after destroy, nothing of the environment is there. */
async function isRight(arena: Arena, { command, inputs }: Operation): Promise<void> {
  const calls = (await arena.run(command, inputs)).writes;
  expect(calls).toEqual([]);
  if (command === 'apply') return;
  const { s3tables, glue, lakeFormation } = arena.here;
  const grants = [...lakeFormation.grants.keys()].filter((key) => key.includes(DATABASE));
  expect([s3tables.buckets.size, glue.databases.size, grants]).toEqual([0, 0, []]);
}

function nameOf({ service, operation }: Operation): string {
  return `${service}:${operation}`;
}

async function applied(arena: Arena): Promise<void> {
  await settleAccount(arena);
  expect((await arena.run('apply')).exitCode).toBe(0);
}

async function settingsOnly(arena: Arena): Promise<void> {
  await settleAccount(arena);
  await arena.aws.glue.deleteCatalog({ CatalogId: 's3tablescatalog' });
}

async function untagged(arena: Arena): Promise<void> {
  await applied(arena);
  await arena.aws.s3tables.untagResource({ resourceArn: BUCKET_ARN, tagKeys: ['team'] });
  await arena.aws.glue.untagResource({ ResourceArn: DATABASE_ARN, TagsToRemove: ['team'] });
}

async function unmarked(arena: Arena): Promise<void> {
  await applied(arena);
  await arena.aws.glue.updateDatabase({ Name: DATABASE, DatabaseInput: { Name: DATABASE } });
}
