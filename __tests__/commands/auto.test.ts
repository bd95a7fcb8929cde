import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError } from '../../src/errors.js';
import { forFork, type Guest } from '../../src/commands/fork.js';
import type { Inputs } from '../../src/inputs.js';
import { meaningOf } from '../../src/inputs/meaning.js';
import { readGitHubContext } from '../../src/inputs/github-context.js';
import type { Outcome } from '../../src/outcome.js';
import { inputsWith } from '../support/environment.js';
import { keepPlanFilesApart, scene, type Scene } from '../support/job.js';
import { thrownBy } from '../support/thrown.js';

keepPlanFilesApart();

/** A run for an event of the pull request 7. */
function event(action: string): Partial<Inputs> {
  const meaning = meaningOf('pull_request', { action, deleted: false, ofPullRequest: true });
  return { github: { ...inputsWith({}).github, pullRequest: 7, action, meaning } };
}

async function auto(self: Scene, action: string): Promise<Outcome> {
  self.more = event(action);
  return self.run('auto');
}

describe('a pull request', () => {
  test.each(['opened', 'reopened', 'synchronize', 'labeled', 'ready_for_review'])(
    'that is %s gets its environment',
    async (action) => {
      const self = scene();
      const outcome = await auto(self, action);
      expect([outcome.command, outcome.failures, outcome.outputs.changed]).toEqual(['apply', [], 'true']);
    }
  );

  test('that is closed loses it, and once more is fine', async () => {
    const self = scene();
    await auto(self, 'opened');
    self.pullRequest = 'closed';
    const outcome = await auto(self, 'closed');
    expect([outcome.command, outcome.failures, outcome.outputs.destroyed]).toEqual(['destroy', [], 'true']);
    expect((await auto(self, 'closed')).outputs.destroyed).toBe('false');
  });

  test('that was closed before its event came is not given one', async () => {
    const self = scene();
    self.pullRequest = 'closed';
    const outcome = await auto(self, 'synchronize');
    expect([outcome.command, outcome.failures]).toEqual(['destroy', []]);
    expect(self.newWrites()).toEqual([]);
    expect(self.context.reporter.lines.join()).toContain('notice: The pull request 7 was closed meanwhile');
  });

  test('that is closed while its environment is made loses it at once', async () => {
    const self = scene();
    self.context.reporter.plan = () => {
      self.pullRequest = 'closed';
    };
    const outcome = await auto(self, 'opened');
    expect([outcome.command, outcome.outputs.destroyed]).toEqual(['destroy', 'true']);
  });

  test('that was reopened before its closing was seen keeps it', async () => {
    const self = scene();
    await auto(self, 'opened');
    self.newWrites();
    const outcome = await auto(self, 'closed');
    expect(outcome.skipped).toContain('was reopened meanwhile');
    expect(self.newWrites()).toEqual([]);
  });

  test('that the repository does not have is refused before anything is written', async () => {
    const self = scene();
    self.pullRequest = 'missing';
    const error = await thrownBy(() => auto(self, 'opened'));
    expect(error).toMatchObject({ code: 'INVALID_INPUT' });
    expect(self.newWrites()).toEqual([]);
  });
});

test('without a pull request auto applies', async () => {
  expect((await scene().run('auto')).command).toBe('apply');
});

test('each apply with a ttl begins the time anew, and a plan finds nothing in that', async () => {
  const self = scene();
  const first = await self.run('apply', { ttl: '2h' });
  expect(first.expiresAt).toBe('2026-01-01T02:00:00Z');
  await self.context.clock.sleep(60_000, new AbortController().signal);
  expect((await self.run('plan', { ttl: '2h' })).outputs.changed).toBe('false');
  const { failures, expiresAt = '' } = await self.run('apply', { ttl: '2h' });
  expect(failures).toEqual([]);
  expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(Date.parse('2026-01-01T02:01:00Z'));
  expect(JSON.stringify([...self.aws.s3tables.buckets.values()])).toContain(expiresAt);
});

describe('a pull request from a fork', () => {
  const failed = (code: 'NO_CREDENTIALS' | 'CONFLICT' | 'INVALID_INPUT'): Outcome => ({
    command: 'auto',
    dryRun: false,
    results: [],
    outputs: {},
    failures: [new ActionError(code)]
  });
  const from = (fork: boolean, choice: Guest['choice'] = 'skip'): Guest => ({
    stranger: fork ? 'fork' : undefined,
    choice
  });

  test('without credentials is skipped, or fails where that is asked for', () => {
    expect(forFork(failed('NO_CREDENTIALS'), from(true))).toMatchObject({ failures: [] });
    expect(forFork(failed('NO_CREDENTIALS'), from(true)).skipped).toContain('Nothing was done');
    const { failures } = forFork(failed('NO_CREDENTIALS'), from(true, 'fail'));
    expect(failures.map(({ code }) => code)).toEqual(['FORK']);
  });

  test('that fails for another reason fails, as does one of the repository itself', () => {
    expect(forFork(failed('CONFLICT'), from(true)).failures[0]?.code).toBe('CONFLICT');
    expect(forFork(failed('INVALID_INPUT'), from(true)).failures[0]?.code).toBe('INVALID_INPUT');
    expect(forFork(failed('NO_CREDENTIALS'), from(false)).failures[0]?.code).toBe('NO_CREDENTIALS');
  });
});

describe('for somebody who is no member of the repository', () => {
  async function run(choice: string, action: string, stranger: string): Promise<[Outcome, Scene]> {
    const self = scene();
    const { github } = event(action);
    self.more = { github: { ...github, stranger } as Inputs['github'] };
    return [await self.run('auto', { 'fork-pull-requests': choice }), self];
  }

  test.each(['fork', 'dependabot', 'commenter'])('nothing is made unasked: %s', async (stranger) => {
    const [skipped, self] = await run('skip', 'opened', stranger);
    expect([skipped.failures, skipped.skipped]).toEqual([[], expect.stringContaining('Nothing was done')]);
    expect(self.newWrites()).toEqual([]);
    const [failed] = await run('fail', 'opened', stranger);
    expect(failed.failures.map(({ code }) => code)).toEqual(['FORK']);
  });

  test('where it is asked for, it is made', async () => {
    const [made] = await run('apply', 'opened', 'fork');
    expect([made.command, made.outputs.changed]).toEqual(['apply', 'true']);
  });

  test('what is there goes when the pull request is closed, whatever is asked for', async () => {
    const self = scene();
    const { github } = event('closed');
    self.pullRequest = 'closed';
    self.more = { github: { ...github, stranger: 'fork' } as Inputs['github'] };
    expect((await self.run('auto', { 'fork-pull-requests': 'fail' })).command).toBe('destroy');
  });
});

describe('while it is open a pull request changes', () => {
  test('only what carries its mark, unless it is told to adopt', async () => {
    const self = scene();
    await self.run('apply', { env: 'prod' });
    self.newWrites();
    self.more = event('opened');
    const refused = await self.run('auto', { env: 'prod', tags: 'a=b' });
    expect(refused.failures.map(({ code }) => code)).toContain('OWNED_BY_ANOTHER');
    expect(refused.failures[0]?.message).toMatch(
      /mark of pull request 7.*command: apply, or set adopt: true/
    );
    expect(self.newWrites()).toEqual([]);
    const adopted = await self.run('auto', { env: 'prod', tags: 'a=b', adopt: 'true' });
    expect([adopted.failures, adopted.outputs.changed]).toEqual([[], 'true']);
  });

  test('nothing of another pull request, whatever it is told', async () => {
    const self = scene();
    await auto(self, 'opened');
    self.newWrites();
    const { github } = event('opened');
    self.more = { github: { ...github, pullRequest: 8 } as Inputs['github'] };
    const { failures } = await self.run('auto', { adopt: 'true' });
    expect(failures.map(({ code }) => code)).toContain('OWNED_BY_ANOTHER');
    expect(self.newWrites()).toEqual([]);
  });

  test('what it is told of by its plan as well', async () => {
    const self = scene();
    await self.run('apply');
    self.more = event('opened');
    const { plan } = await self.run('auto', { 'dry-run': 'true' });
    const refused = plan?.steps.filter(({ blocked }) => blocked?.code === 'OWNED_BY_ANOTHER');
    expect(refused?.map(({ id }) => id)).toEqual(['table-bucket', 'table', 'glue-database']);
  });
});

describe('at its closing a pull request ends', () => {
  test('only what carries its mark, whatever env says', async () => {
    const self = scene();
    await self.run('apply', { env: 'prod' });
    self.newWrites();
    self.pullRequest = 'closed';
    self.more = event('closed');
    const outcome = await self.run('auto', { env: 'prod' });
    expect(outcome.failures.map(({ code }) => code)).toContain('OWNED_BY_ANOTHER');
    expect(self.newWrites()).toEqual([]);
  });

  test('nothing of another pull request, though its env is the same', async () => {
    const self = scene();
    await auto(self, 'opened');
    self.newWrites();
    self.pullRequest = 'closed';
    const { github } = event('closed');
    self.more = { github: { ...github, pullRequest: 8 } as Inputs['github'] };
    expect((await self.run('auto')).failures.map(({ code }) => code)).toContain('OWNED_BY_ANOTHER');
    expect(self.newWrites()).toEqual([]);
  });
});

describe('an event', () => {
  test.each([
    ['that tells that something ended is no reason to make anything', { does: 'skip', why: 'It ended.' }, []],
    ['that is not known is refused', { does: 'refuse', why: 'Say it by command.' }, ['INVALID_INPUT']]
  ] as const)('%s', async (_what, meaning, codes) => {
    const self = scene();
    self.more = { github: { ...inputsWith({}).github, meaning } };
    const outcome = await self.run('auto');
    expect(outcome.failures.map(({ code }) => code)).toEqual(codes);
    expect(self.newWrites()).toEqual([]);
  });

  test('whose payload cannot be read is refused, not guessed', async () => {
    const self = scene();
    const folder = mkdtempSync(join(tmpdir(), 'event-'));
    writeFileSync(join(folder, 'event.json'), '{');
    self.more = { github: readGitHubContext({ GITHUB_EVENT_PATH: join(folder, 'event.json') }) };
    expect((await self.run('auto')).failures.map(({ code }) => code)).toEqual(['INVALID_INPUT']);
    expect(self.newWrites()).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
