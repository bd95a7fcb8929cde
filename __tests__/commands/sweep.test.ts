import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { readGitHubContext } from '../../src/inputs/github-context.js';
import type { Outcome } from '../../src/outcome.js';
import { fails } from '../support/account.js';
import { keepPlanFilesApart, scene, type Scene } from '../support/job.js';

keepPlanFilesApart();
let here: Scene;
const GITHUB = { ...readGitHubContext({ GITHUB_REPOSITORY: 'octo/lake' }), repository: 'octo/lake' };
const SHARED = { isolation: 'namespace', 'table-bucket-name': 'lake' };
const PAST = '2020-01-01T00:00:00Z';

beforeEach(() => {
  here = scene();
});

/** Makes the environment of a pull request; afterwards the runs are of no pull request. */
async function make(pullRequest: number, inputs: Readonly<Record<string, string>> = {}): Promise<void> {
  here.more = { github: { ...GITHUB, pullRequest } };
  const made = await here.run('apply', { env: `pr-${pullRequest}`, ...inputs });
  expect(made.failures).toEqual([]);
  here.more = { github: GITHUB };
  here.newWrites();
}

const bucketOf = (name: string): { tags: Readonly<Record<string, string>> } => {
  const bucket = here.aws.s3tables.buckets.get(`arn:aws:s3tables:us-east-1:123456789012:bucket/${name}`);
  if (bucket === undefined) throw new Error(`There is no table bucket ${name}.`);
  return bucket;
};

const whats = ({ swept = [] }: Outcome): string[][] => swept.map(({ env, what, why }) => [env, what, why]);

describe('right before it destroys an environment, sweep asks once more', () => {
  test('GitHub: a pull request that is open again keeps its environment', async () => {
    await make(7);
    here.pullRequest = 'open';
    const outcome = await here.run('sweep');
    expect(whats(outcome)).toEqual([['pr-7', 'kept', 'Its pull request 7 was opened again.']]);
    expect(here.newWrites()).toEqual([]);
  });

  test('GitHub: one that it does not have is doubtful, and keeps it', async () => {
    await make(7, SHARED);
    here.pullRequest = 'missing';
    const outcome = await here.run('sweep');
    expect(whats(outcome)).toEqual([['pr-7', 'kept', 'Its repository has no pull request 7.']]);
    expect([outcome.swept?.[0]?.doubtful, here.newWrites()]).toEqual([true, []]);
  });

  test('the record: one that was renewed meanwhile keeps its environment', async () => {
    await make(7);
    here.open = [7];
    const bucket = bucketOf('pr-7-my-app');
    bucket.tags = { ...bucket.tags, 'iceberg-environment:expires-at': PAST };
    const { s3tables } = here.aws;
    const getTags = s3tables.getTags.bind(s3tables);
    let reads = 0;
    s3tables.getTags = async (arn) => {
      const tags = (await getTags(arn)) ?? {};
      reads += 1;
      return reads === 1 ? tags : { ...tags, 'iceberg-environment:expires-at': '2099-01-01T00:00:00Z' };
    };
    const outcome = await here.run('sweep');
    expect(whats(outcome)[0]?.[1]).toBe('kept');
    expect([reads > 1, here.newWrites()]).toEqual([true, []]);
  });

  test('the record: one that is gone by then is left to whoever removed it', async () => {
    await make(7);
    here.pullRequest = 'closed';
    const { s3tables, glue } = here.aws;
    const getTags = s3tables.getTags.bind(s3tables);
    s3tables.getTags = async (arn) => {
      const tags = await getTags(arn);
      s3tables.buckets.clear();
      glue.databases.clear();
      return tags;
    };
    const outcome = await here.run('sweep');
    expect(whats(outcome)).toEqual([
      ['pr-7', 'kept', 'Its record is gone by now, or is that of another environment.']
    ]);
    expect(here.newWrites()).toEqual([]);
  });
});

describe('table buckets whose tags may not be read', () => {
  test('are left out with a warning', async () => {
    await make(7);
    here.pullRequest = 'closed';
    here.aws.s3tables.putBucket('finance');
    const { s3tables } = here.aws;
    const getTags = s3tables.getTags.bind(s3tables);
    s3tables.getTags = (arn) => (arn.endsWith('/finance') ? fails('PERMISSION_DENIED')() : getTags(arn));
    const outcome = await here.run('sweep');
    expect([outcome.failures, whats(outcome)[0]?.[1]]).toEqual([[], 'destroyed']);
    expect(here.context.reporter.lines.join('\n')).toMatch(/warning: A table bucket is left out:/);
  });

  test('all of them: then nothing can be said', async () => {
    await make(7);
    here.aws.s3tables.getTags = fails('PERMISSION_DENIED');
    await expect(here.run('sweep')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});

test('what has to stay does not count: the sweep goes on to the others', async () => {
  await make(7);
  here.pullRequest = 'closed';
  for (const name of ['a', 'b', 'c']) {
    const marks = {
      'managed-by': 'iceberg-environment',
      'iceberg-environment:env': name,
      'iceberg-environment:application': 'app',
      'iceberg-environment:isolation': 'bucket',
      'iceberg-environment:table-bucket': 'finance',
      'iceberg-environment:expires-at': PAST
    };
    here.aws.glue.databases.set(name, { parameters: marks, tags: {} });
  }
  here.aws.s3tables.putBucket('finance', { owner: 'finance' });
  const outcome = await here.run('sweep', { 'sweep-limit': '1' });
  expect(whats(outcome).map(([env, what]) => [env, what])).toEqual([
    ['a', 'kept'],
    ['b', 'kept'],
    ['c', 'kept'],
    ['pr-7', 'destroyed']
  ]);
});

describe('an environment that is to go', () => {
  const put = (name: string, tags = {}): void => {
    const bucketArn = 'arn:aws:s3tables:us-east-1:123456789012:bucket/pr-7-my-app';
    here.aws.s3tables.putTable({ bucketArn, namespace: 'my_app', name }, { tags });
  };

  test('is not forced where its Glue database has a name of its own', async () => {
    await make(7, { 'glue-database': 'finance_db' });
    here.pullRequest = 'closed';
    put('theirs');
    const { failures } = await here.run('sweep', { 'force-destroy': 'true' });
    expect([failures.map(({ code }) => code), here.newWrites()]).toEqual([['GUARDED'], []]);
  });

  test('does not take over what lacks its marks, whatever adopt says', async () => {
    await make(7);
    here.pullRequest = 'closed';
    put('my_app');
    const { failures } = await here.run('sweep', { adopt: 'true', 'force-destroy': 'true' });
    expect([failures.map(({ code }) => code), here.newWrites()]).toEqual([['NOT_OURS'], []]);
  });
});

describe('an empty namespace that no record remembers', () => {
  const AGE_MS = 7_200_000;
  const orphan = async (age: number): Promise<void> => {
    await make(8, SHARED);
    here.open = [8];
    here.pullRequest = 'closed';
    const { buckets } = here.aws.s3tables;
    buckets.forEach(({ namespaces }) => namespaces.add('pr_7_my_app'));
    const createdAtMs = here.context.clock.now() - age;
    here.aws.s3tables.listNamespaces = () => Promise.resolve([{ name: 'pr_7_my_app', createdAtMs }]);
  };

  test('goes when it is old, and not before', async () => {
    await orphan(AGE_MS);
    await here.run('sweep');
    expect(here.newWrites()).toEqual(['deleteNamespace pr_7_my_app']);
    here = scene();
    await orphan(60_000);
    await here.run('sweep');
    expect(here.newWrites()).toEqual([]);
  });

  test('stays when a run remembers or fills it right before', async () => {
    await orphan(AGE_MS);
    const { glue } = here.aws;
    const lists = glue.listDatabases.bind(glue);
    let asked = 0;
    glue.listDatabases = async () => {
      const found = await lists();
      const place = { 'iceberg-environment:namespace': 'pr_7_my_app' };
      asked += 1;
      return asked === 1
        ? found
        : found.map((each) => ({ ...each, parameters: { ...each.parameters, ...place } }));
    };
    await here.run('sweep');
    expect([asked, here.newWrites()]).toEqual([2, []]);
  });
});

test('where it may not look for what killed runs left, that is a warning', async () => {
  await make(7, SHARED);
  here.pullRequest = 'closed';
  here.aws.s3tables.listNamespaces = fails('PERMISSION_DENIED');
  const outcome = await here.run('sweep');
  expect([outcome.failures, whats(outcome)[0]?.[1]]).toEqual([[], 'destroyed']);
  expect(here.context.reporter.lines.join()).toContain('warning: What killed runs left');
});

test('a sweep that is stopped begins nothing more, and says so', async () => {
  await make(7);
  here.pullRequest = 'closed';
  const stopped = new AbortController();
  const lists = here.aws.glue.listDatabases.bind(here.aws.glue);
  here.aws.glue.listDatabases = async () => {
    const found = await lists();
    stopped.abort(new ActionError('CANCELLED'));
    return found;
  };
  here.context = { ...here.context, signal: stopped.signal };
  const outcome = await here.run('sweep');
  expect([whats(outcome)[0]?.[1], outcome.failures.map(({ code }) => code)]).toEqual(['left', ['CANCELLED']]);
  expect(here.newWrites()).toEqual([]);
});
