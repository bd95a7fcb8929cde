import { describe, expect, test } from '@jest/globals';
import { useArena } from './support/arena.js';
import { jsonReply, type Meddler, type Reply, withMeddler } from './support/between.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';
import { ACCOUNT, DATABASE } from './support/values.js';

const given = useArena();
const INTEGRATED = { 'analytics-integration': 'enable' };
const THEIRS = `arn:aws:iam::${ACCOUNT}:role/Theirs`;

/** Runs a command with somebody between the runner and AWS. */
function through(
  meddle: Meddler,
  command: string,
  inputs: Readonly<Record<string, string>> = {}
): Promise<Run> {
  const { arena } = given;
  return withMeddler(arena.sandbox.url, meddle, (url) =>
    arena.run(command, { ...INTEGRATED, ...inputs }, { env: { AWS_ENDPOINT_URL: url } })
  );
}

const adminsThere = (): (string | undefined)[] =>
  given.arena.here.lakeFormation.settings.DataLakeAdmins.map(({ DataLakePrincipalIdentifier: arn }) => arn);

/** Another client reads the settings and adds its administrator, as every client has to. */
async function addTheirs(): Promise<void> {
  const { lakeFormation } = given.arena.aws;
  const { DataLakeSettings: there } = await lakeFormation.getDataLakeSettings({});
  const admins = [...(there?.DataLakeAdmins ?? []), { DataLakePrincipalIdentifier: THEIRS }];
  await lakeFormation.putDataLakeSettings({ DataLakeSettings: { ...there, DataLakeAdmins: admins } });
}

const FAULTS: Readonly<Record<string, Reply | 'reset'>> = {
  throttling: jsonReply(400, { __type: 'ThrottlingException', message: 'Rate exceeded' }),
  'status 429': jsonReply(429, { message: 'Too many requests' }),
  'status 500': jsonReply(500, { __type: 'InternalServiceException', message: 'oops' }),
  'a page with 503': { status: 503, headers: { 'content-type': 'text/html' }, body: '<html>busy</html>' },
  'a reset': 'reset',
  'an unknown principal': jsonReply(400, { __type: 'InvalidInputException', message: 'Invalid principal' })
};

describe(`whoever adds an administrator while our write fails keeps it, ${NODE.title}`, () => {
  test.each(Object.entries(FAULTS))('%s', async (_name, fault) => {
    let puts = 0;
    const run = await through(async ({ operation }) => {
      if (operation !== 'PutDataLakeSettings' || ++puts > 1) return undefined;
      await addTheirs();
      return fault;
    }, 'apply');
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(adminsThere()).toContain(THEIRS);
    expect(JSON.parse(run.outputs['lakeformation-admins'] ?? '')).toEqual(adminsThere());
  });
});

/** Puts members that nobody knows into an answer. */
function withTomorrow(
  { body, ...reply }: Reply,
  member: string,
  change: (document: object) => object
): Reply {
  const json = JSON.parse(body) as Record<string, object>;
  return { ...reply, body: JSON.stringify({ ...json, [member]: change(json[member] ?? {}) }) };
}

describe(`what nobody knows of a shared document stays in it, ${NODE.title}`, () => {
  test('the settings: at the top, and inside a principal', async () => {
    await addTheirs();
    const puts: string[] = [];
    const principal = { DataLakePrincipalIdentifier: THEIRS, Session: { Of: ['Tomorrow'] } };
    const run = await through(async ({ operation, body }, forward) => {
      if (operation === 'PutDataLakeSettings') puts.push(body);
      if (operation !== 'GetDataLakeSettings') return undefined;
      return withTomorrow(await forward(), 'DataLakeSettings', (there) => ({
        ...there,
        Tomorrow: { deep: [1, { x: null }] },
        DataLakeAdmins: [
          principal,
          ...adminsThere()
            .filter((arn) => arn !== THEIRS)
            .map((arn) => ({ DataLakePrincipalIdentifier: arn }))
        ]
      }));
    }, 'apply');
    expect(run.exitCode).toBe(0);
    expect(puts).toHaveLength(1);
    const { DataLakeSettings: sent } = JSON.parse(puts[0] ?? '{}') as Record<string, Record<string, unknown>>;
    expect(sent?.['Tomorrow']).toEqual({ deep: [1, { x: null }] });
    expect(sent?.['DataLakeAdmins']).toContainEqual(principal);
  });

  test('a Glue database that is adopted', async () => {
    const { glue } = given.arena.aws;
    const kept = { LocationUri: 's3://theirs/', CreateTableDefaultPermissions: [] };
    await glue.createDatabase({ DatabaseInput: { Name: DATABASE, Parameters: { theirs: '1' }, ...kept } });
    const updates: string[] = [];
    const run = await through(
      async ({ operation, body }, forward) => {
        if (operation === 'UpdateDatabase') updates.push(body);
        if (operation !== 'GetDatabase') return undefined;
        const answer = await forward();
        if (answer.status !== 200) return answer;
        return withTomorrow(answer, 'Database', (there) => ({ ...there, Tomorrow: { a: [1] } }));
      },
      'apply',
      { adopt: 'true' }
    );
    expect(run.exitCode).toBe(0);
    expect(updates.length).toBeGreaterThan(0);
    for (const update of updates) {
      const { DatabaseInput } = JSON.parse(update) as Record<string, unknown>;
      expect(DatabaseInput).toMatchObject({ ...kept, Tomorrow: { a: [1] }, Parameters: { theirs: '1' } });
      expect(Object.keys(DatabaseInput as object)).not.toContain('CreateTime');
    }
  });
});

describe(`an empty answer with status 200 is none, ${NODE.title}`, () => {
  const EMPTY: Reply = { status: 200, headers: { 'content-type': 'application/json' }, body: '' };

  test.each(['ListTagsForResource', 'GetDataLakeSettings', 'GetDatabase', 'GetCatalog', 'GetTags'])(
    'to %s: nothing is written, and nothing is taken for missing',
    async (name) => {
      expect((await given.arena.run('apply', INTEGRATED)).exitCode).toBe(0);
      const isIt = (operation: string): boolean =>
        operation === name || (name === 'ListTagsForResource' && operation.startsWith('GET /tag/'));
      let asked = 0;
      const run = await through(({ operation }) => {
        if (!isIt(operation)) return undefined;
        asked += 1;
        return EMPTY;
      }, 'apply');
      expect(asked).toBeGreaterThan(0);
      expect([run.exitCode, [...new Set(run.codes)], run.writes]).toEqual([1, ['GARBLED_ANSWER'], []]);
    }
  );

  test('to the tags of buckets: a sweep does not pass over them in silence', async () => {
    expect((await given.arena.run('apply', INTEGRATED)).exitCode).toBe(0);
    const run = await through(
      ({ operation }) => (operation.startsWith('GET /tag/') ? EMPTY : undefined),
      'sweep'
    );
    expect([run.exitCode, [...new Set(run.codes)], run.writes]).toEqual([1, ['GARBLED_ANSWER'], []]);
  });
});
