import { afterAll, beforeAll } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUN } from '../../src/commands/index.js';
import type { Job } from '../../src/commands/prepare.js';
import type { Inputs } from '../../src/inputs.js';
import type { PullRequestState } from '../../src/pull-requests.js';
import type { Command, Outcome } from '../../src/outcome.js';
import { fakeAccount, type FakeAccount } from './account.js';
import { fakeContext, type FakeContext } from './context.js';
import { inputsWith } from './environment.js';

/** Lets the plan files of a test file go to a folder that is removed afterwards. */
export function keepPlanFilesApart(): void {
  const before = process.env.RUNNER_TEMP;
  const folder = mkdtempSync(join(tmpdir(), 'plans-'));
  beforeAll(() => {
    process.env.RUNNER_TEMP = folder;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.RUNNER_TEMP;
    else process.env.RUNNER_TEMP = before;
    rmSync(folder, { recursive: true });
  });
}

/** An account that commands are run in, one after the other. */
export interface Scene {
  readonly aws: FakeAccount;
  /** The context of the next run. */
  context: FakeContext;
  /** What GitHub says of every pull request. */
  pullRequest: PullRequestState;
  /** The pull requests that GitHub says are open. */
  open: number[];
  /** What the next runs are given besides the texts of inputs. */
  more: Partial<Inputs>;
  /** The writing calls since the last time this was asked. */
  newWrites(): string[];
  run(command: Command, given?: Readonly<Record<string, string>>): Promise<Outcome>;
}

export function scene(): Scene {
  const aws = fakeAccount();
  let seen = 0;
  const self: Scene = {
    aws,
    context: fakeContext(),
    pullRequest: 'open',
    open: [],
    more: {},
    newWrites: () => aws.writes.slice(seen, (seen = aws.writes.length)),
    run: (command, given = {}) => {
      const inputs = inputsWith({ command, ...given });
      const pullRequests = {
        stateOf: () => Promise.resolve(self.pullRequest),
        open: () => Promise.resolve(new Set(self.open))
      };
      const job: Job = { inputs: { ...inputs, ...self.more }, context: self.context, aws, pullRequests };
      return RUN[command](job);
    }
  };
  return self;
}
