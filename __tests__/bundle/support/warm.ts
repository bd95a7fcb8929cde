import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ActionProcess } from '../../../demo/github-runner.js';

const SCRIPT = fileURLToPath(new URL('./warm-process.js', import.meta.url));
/** Each run leaves a copy of the bundle in memory. */
const RUNS = 40;

interface Ran {
  readonly exitCode: number | null;
  readonly log: string;
}

/** A Node process that runs the built action for one test after the other. */
export class WarmProcess {
  private child: ChildProcess | undefined;
  private runs = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly node: string) {}

  /** One run after the other: they share the environment of the process. */
  run({ script, env }: ActionProcess): Promise<Ran> {
    const next = this.last.then(() => this.perform(script, env));
    this.last = next.catch(() => undefined);
    return next;
  }

  close(): void {
    this.child?.disconnect();
    this.child = undefined;
  }

  private perform(dist: string, env: NodeJS.ProcessEnv): Promise<Ran> {
    if (this.runs >= RUNS) this.close();
    const child = (this.child ??= this.start());
    this.runs += 1;
    return new Promise((resolve, reject) => {
      const died = (code: number | null): void => reject(new Error(`The process ended with ${code}.`));
      child.once('exit', died);
      child.once('message', (ran) => {
        child.off('exit', died);
        resolve(ran as Ran);
      });
      child.send({ dist: `file://${dist}`, env });
    });
  }

  private start(): ChildProcess {
    this.runs = 0;
    const env = { PATH: process.env.PATH };
    const child = fork(SCRIPT, [], {
      execPath: this.node,
      execArgv: [],
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    });
    child.unref();
    return child;
  }
}
