import type { FakeGitHub } from '../../support/github-api.js';
import type { Arena } from './arena.js';
import type { Chance } from './chance.js';
import type { Run } from './step.js';

/** One run of the workflow that serves a pull request. */
export interface Errand {
  readonly number: number;
  readonly action: string;
}

const SHARED = { isolation: 'namespace', 'table-bucket-name': 'lake-pull-requests' };
const WRITES = [
  ...['CreateTableBucket', 'PutTableBucketPolicy', 'CreateNamespace', 'CreateTable', 'TagResource'],
  ...['CreateDatabase', 'UpdateDatabase', 'GrantPermissions', 'RevokePermissions'],
  ...['DeleteTable', 'DeleteNamespace', 'DeleteTableBucket', 'DeleteDatabase', 'GetTable', 'GetDatabase']
];
const REPO = { id: 1 };

/** A repository with pull requests, each with an environment, in an account that answers badly now and then. */
export class Year {
  /** How many runs there were, and how many of them ended how. */
  readonly ended: Record<string, number> = {};

  constructor(
    private readonly arena: Arena,
    private readonly github: FakeGitHub,
    private readonly chance: Chance
  ) {}

  /** Every fourth pull request has a table bucket of its own. */
  inputsOf(number: number): Readonly<Record<string, string>> {
    return { env: '', ttl: '72h', 'github-token': 'ghs_token', ...(number % 4 === 0 ? {} : SHARED) };
  }

  /** The run of an event, as GitHub starts it. */
  async run({ number, action }: Errand, kill = false): Promise<Run> {
    const event = { action, pull_request: { number, head: { repo: REPO }, base: { repo: REPO } } };
    const afterMs = this.chance.between(150, 1_500);
    const run = await this.arena.run('auto', this.inputsOf(number), {
      event,
      env: { GITHUB_API_URL: this.github.url },
      ...(kill && { started: (pid: number) => void setTimeout(() => end(pid), afterMs) })
    });
    const how = run.exitCode === null ? 'killed' : [run.exitCode, ...run.codes].join(' ');
    this.ended[how] = (this.ended[how] ?? 0) + 1;
    return run;
  }

  /** What happens to one pull request, from its opening to its end, if it has one. */
  async live(number: number): Promise<void> {
    this.github.pullRequests.set(number, 'open');
    const late: Promise<unknown>[] = [];
    await this.happen({ number, action: 'opened' }, late);
    for (let push = this.chance.between(0, 2); push > 0; push -= 1) {
      await this.happen({ number, action: 'synchronize' }, late);
    }
    for (let close = this.chance.pick([0, 1, 1, 1, 2]); close > 0; close -= 1) {
      this.github.pullRequests.set(number, 'closed');
      // GitHub starts no run where there is a conflict, and drops one that waits for too long.
      if (this.chance.in100(80)) await this.happen({ number, action: 'closed' }, late);
      if (close > 1 || this.chance.in100(15)) {
        this.github.pullRequests.set(number, 'open');
        await this.happen({ number, action: 'reopened' }, late);
      }
    }
    await Promise.all(late);
  }

  /** A run that is waited for, or one that the next overtakes; killed now and then, or with a call that goes wrong. */
  private async happen(errand: Errand, late: Promise<unknown>[]): Promise<void> {
    this.disturb();
    const run = this.run(errand, this.chance.in100(15));
    if (this.chance.in100(75)) await run;
    else late.push(run);
  }

  private disturb(): void {
    if (!this.chance.in100(40)) return this.arena.sandbox.setFaults([]);
    const operation = this.chance.pick(WRITES);
    const nth = this.chance.between(1, 3);
    const kinds = [
      { kind: 'lost-response' as const },
      { kind: 'lost-response' as const },
      { kind: 'reset' as const },
      { kind: 'error' as const, status: 500 },
      { kind: 'error' as const, status: 429, code: 'TooManyRequestsException' },
      { kind: 'delay' as const, ms: this.chance.between(100, 1_000) }
    ];
    this.arena.sandbox.setFaults([{ operation, nth, ...this.chance.pick(kinds) }]);
  }
}

/** A killed runner gives nobody time to clean up. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was faster.
  }
}
