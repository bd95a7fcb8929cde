import { expect, test } from '@jest/globals';
import { pooled } from '../../src/pool.js';
import { FakeGitHub } from '../support/github-api.js';
import { settleAccount, settleOtherTeams } from './support/account.js';
import { useArena } from './support/arena.js';
import { Chance } from './support/chance.js';
import { NODE } from './support/nodes.js';
import { plainLog, type Run } from './support/step.js';
import { ADMIN, BUCKET, DATABASE, REPOSITORY, ROLE } from './support/values.js';
import { Year } from './support/year.js';

const given = useArena(undefined, { quotas: 'none' });
/** Another number is another year. */
const SEED = Number(process.env.YEAR_SEED ?? 20_261_126);
const PULL_REQUESTS = Number(process.env.YEAR_PULL_REQUESTS ?? 60);
const AT_A_TIME = 4;

test(`a year of pull requests, in one go, ${NODE.title}`, async () => {
  const { arena } = given;
  const github = await new FakeGitHub(REPOSITORY).open();
  try {
    await settleAccount(arena);
    await settleOtherTeams(arena, [ADMIN]);
    // An environment that is to stay; it also adds what the account lacks, so that from here on nothing is added.
    await arena.run('apply');
    const theirs = others();
    const year = new Year(arena, github, new Chance(SEED));
    const numbers = Array.from({ length: PULL_REQUESTS }, (_, at) => at + 1);
    await pooled(numbers, AT_A_TIME, (number) => year.live(number));
    arena.sandbox.setFaults([]);
    console.info(`seed ${SEED}: ${JSON.stringify(year.ended)}`);

    const swept = await sweep(github);
    expect([swept.codes, swept.exitCode, told(swept)]).toEqual([[], 0, '']);
    const open = numbers.filter((number) => github.pullRequests.get(number) === 'open');
    expect(open.length).toBeGreaterThan(0);
    expect(open).toEqual(expect.arrayContaining(environments()));
    expect(others()).toEqual(theirs);

    const repaired = await pooled(open, AT_A_TIME, (number) => year.run({ number, action: 'synchronize' }));
    expect(repaired.map(({ codes }) => codes)).toEqual(open.map(() => []));
    expect(environments()).toEqual(open);
    expect(open.map((number) => github.comments.get(number)?.length)).toEqual(open.map(() => 1));
    for (const number of open) github.pullRequests.set(number, 'closed');
    const last = await sweep(github);
    expect([last.codes, environments(), granted()]).toEqual([[], [], []]);
    expect(others()).toEqual(theirs);
  } finally {
    await github.close();
  }
}, 900_000);

function sweep(github: FakeGitHub): Promise<Run> {
  return given.arena.run(
    'sweep',
    { env: '', application: '', 'github-token': 'ghs_token', 'sweep-limit': '1000' },
    { env: { GITHUB_API_URL: github.url } }
  );
}

/** What went wrong, for whoever reads the failure of this test. */
function told(run: Run): string {
  return run.exitCode === 0 ? '' : plainLog(run).slice(-4_000);
}

/** The numbers of the pull requests of which there is anything, whatever it is. */
function environments(): number[] {
  const { s3tables, glue } = given.arena.here;
  const shared = [...(s3tables.buckets.get('lake-pull-requests')?.namespaces.keys() ?? [])];
  const names = [...s3tables.buckets.keys(), ...shared, ...glue.databases.keys()];
  const numbers = names.flatMap((name) => /^pr[-_](\d+)[-_]/.exec(name)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].sort((one, other) => one - other);
}

/** What the role holds besides what another team gave it. */
function granted(): unknown[] {
  const all = [...given.arena.here.lakeFormation.grants.values()];
  const isTheirs = (grant: unknown): boolean => /finance_db|qa_7_/.test(JSON.stringify(grant));
  return all.filter((grant) => grant.principal === ROLE && !isTheirs(grant));
}

/** Everything of other teams, and the environment that is to stay. */
function others(): unknown {
  const { s3tables, glue, lakeFormation } = given.arena.here;
  const grants = [...lakeFormation.grants.values()].filter((grant) =>
    JSON.stringify(grant).includes('finance_db')
  );
  const { settings } = lakeFormation;
  const buckets = ['finance-ledger', BUCKET].map((name) => s3tables.buckets.get(name));
  const databases = ['finance_db', DATABASE].map((name) => glue.databases.get(name));
  const parts = [buckets, databases, grants, settings];
  return JSON.parse(
    JSON.stringify(parts, (_key, value: unknown) => (value instanceof Map ? [...value] : value))
  );
}
