import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { runAction, type ActionStep } from '../../../demo/github-runner.js';
import { stateOf } from '../../../sandbox/control/state.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server.js';
import type { Region } from '../../../sandbox/account.js';
import { makeClients, type Clients } from './clients.js';
import { NODE } from './nodes.js';
import { WarmProcess } from './warm.js';
import { readRun, type Run } from './step.js';
import { ACCOUNT, INPUTS, REGION, REPOSITORY, SESSION_TOKEN } from './values.js';

/** What a test may change of a step. */
export type StepOptions = Partial<Omit<ActionStep, 'with'>>;

/** One AWS account, and a runner that runs the built action in it. */
export class Arena {
  /** Processes that no run uses just now: each run at the same time has one of its own. */
  private readonly idle: WarmProcess[] = [];

  private constructor(
    readonly sandbox: Sandbox,
    readonly region: string,
    readonly aws: Clients,
    /** The runner's folder for temporary files. */
    readonly folder: string
  ) {}

  static async open(region: string = REGION, options: SandboxOptions = {}): Promise<Arena> {
    const sandbox = await startSandbox({ account: ACCOUNT, region, ...options });
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    return new Arena(sandbox, region, makeClients(sandbox.url, region), folder);
  }

  /** An empty account, no faults, and an empty folder. */
  reset(): void {
    this.sandbox.reset();
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder);
  }

  async close(): Promise<void> {
    for (const client of Object.values(this.aws) as { destroy(): void }[]) client.destroy();
    for (const process of this.idle) process.close();
    await this.sandbox.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What the region holds, live. */
  get here(): Region {
    return this.sandbox.account.region(this.region);
  }

  /** Everything the account holds, as plain JSON. */
  get state(): unknown {
    // A region is made when it is first asked for, which should not look like a change; IAM is in us-east-1.
    for (const name of [this.region, 'us-east-1']) this.sandbox.account.region(name);
    return stateOf(this.sandbox.account);
  }

  /** Runs a command of the action. Throws when anything that is printed or kept holds a secret. */
  async run(
    command: string,
    inputs: Readonly<Record<string, string>> = {},
    options: StepOptions = {}
  ): Promise<Run> {
    const before = this.sandbox.calls().length;
    const result = await runAction({
      node: NODE.path,
      ...this.manner(options),
      ...options,
      with: { ...INPUTS, region: this.region, command, ...inputs },
      env: { ...this.env, ...options.env }
    });
    const run = readRun(result, this.sandbox.calls().slice(before));
    refuseSecrets([run.log, run.summary, JSON.stringify([run.outputs, run.exported]), ...this.files()]);
    return run;
  }

  /** A process of its own is only for what is about processes: signals, and what happens at the same time. */
  private manner({ started, node }: StepOptions): StepOptions {
    if (started !== undefined || node !== undefined) return {};
    const process = this.idle.pop() ?? new WarmProcess(NODE.path);
    const perform: StepOptions['perform'] = async (run) => {
      try {
        return await process.run(run);
      } finally {
        this.idle.push(process);
      }
    };
    return { perform };
  }

  /** The `env:` of the job. */
  private get env(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.sandbox.url,
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      AWS_SESSION_TOKEN: SESSION_TOKEN,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_RUN_ID: '77001',
      GITHUB_RUN_ATTEMPT: '2',
      RUNNER_TEMP: this.folder,
      RUNNER_DEBUG: '1'
    };
  }

  /** What the action has written into the runner's folder. */
  private files(): string[] {
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  }
}

/** An arena for the tests of a file, with an empty account for each, or one that is kept from test to test. */
export function useArena(
  region?: string,
  options?: SandboxOptions,
  between: 'reset' | 'keep' = 'reset'
): { readonly arena: Arena } {
  let arena: Arena | undefined;
  beforeAll(async () => {
    arena = await Arena.open(region, options);
  });
  beforeEach(() => (between === 'reset' ? arena?.reset() : undefined));
  afterAll(() => arena?.close());
  return {
    get arena(): Arena {
      if (arena === undefined) throw new Error('The arena is open only while tests run.');
      return arena;
    }
  };
}

/** The secret access key is `sandbox`, as is the user's name, which STS tells and the log may. */
function refuseSecrets(texts: readonly string[]): void {
  for (const text of texts.map((each) => each.replaceAll('user/sandbox', ''))) {
    const secret = [SESSION_TOKEN, 'sandbox'].find((each) => text.includes(each));
    if (secret !== undefined) {
      const at = text.indexOf(secret);
      throw new Error(`A secret came to light: …${text.slice(Math.max(0, at - 80), at + 80)}…`);
    }
  }
}
