import { createInterface } from 'node:readline';
import { startPython } from './python-process.js';

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the CLI prints, as far as the tests look at it. */
export type Printed = Readonly<Record<string, unknown>>;

/** The AWS CLI at a sandbox, as one process for many calls. */
export class AwsCli {
  private readonly process: ReturnType<typeof startPython>;
  private readonly lines: AsyncIterator<string, undefined>;

  constructor(sandboxUrl: string) {
    this.process = startPython(['aws.py'], sandboxUrl);
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * Runs `aws …` as it would be typed, and gives what it prints. Words are parted by white space; what is in single
   * quotes is one word. Throws with the CLI's own message when it fails.
   */
  async run(command: string): Promise<Printed> {
    const { status, stdout, stderr } = await this.call(command);
    if (status !== 0) throw new Error(`aws ${command}: exit ${status}: ${stderr}`);
    return stdout.trim() === '' ? {} : (JSON.parse(stdout) as Printed);
  }

  /** As {@link run} for a call that must fail: its exit status, and the code of AWS's error. */
  async refused(command: string): Promise<readonly [status: number, code: string]> {
    const { status, stderr } = await this.call(command);
    return [status, /An error occurred \((\w+)\)/.exec(stderr)?.[1] ?? stderr];
  }

  /** Ends the process. */
  close(): void {
    this.process.stdin.end();
  }

  private async call(command: string): Promise<Outcome> {
    this.process.stdin.write(`${JSON.stringify(words(command))}\n`);
    const { value } = await this.lines.next();
    if (value === undefined) throw new Error(`The CLI ended at aws ${command}`);
    return JSON.parse(value) as Outcome;
  }
}

function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
