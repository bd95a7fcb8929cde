/** One line of the sandbox's log, as `GET /_sandbox/log` tells it. */
export interface LogEntry {
  /** ms since the epoch */
  readonly time: number;
  readonly service: string;
  /** Empty where the call was refused before its operation was known. */
  readonly operation: string;
  readonly requestId: string;
  readonly message: string;
}

/** What the sandbox knows of its refusals beyond what AWS would answer, since the reset. */
export class SandboxLog {
  private entries: LogEntry[] = [];

  /** @param print given each line as it is written */
  constructor(private readonly print: (line: string) => void = () => undefined) {}

  write(entry: Omit<LogEntry, 'time'>): void {
    this.entries.push({ time: Date.now(), ...entry });
    this.print(`${entry.service} ${entry.operation} (${entry.requestId}): ${entry.message}`);
  }

  list(): readonly LogEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
