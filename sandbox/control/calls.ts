/** One call, as `GET /_sandbox/calls` tells it. */
export interface CallRecord {
  /** The service in the credential scope. */
  readonly service: string;
  /** Empty where the call was refused before its operation was known. */
  readonly operation: string;
  /** ms since the epoch */
  readonly start: number;
  /** ms since the epoch */
  readonly end: number;
  /** The HTTP status; 0 where the connection was cut. */
  readonly status: number;
}

/** A call that is under way. */
export interface OpenCall {
  operation: string;
  finish(status: number): void;
}

/** Every call since the reset, refused ones included, in the order they came. */
export class CallLog {
  private entries: { service: string; operation: string; start: number; end?: number; status: number }[] = [];

  begin(service: string): OpenCall {
    const entry: (typeof this.entries)[number] = { service, operation: '', start: Date.now(), status: 0 };
    this.entries.push(entry);
    return {
      get operation() {
        return entry.operation;
      },
      set operation(name: string) {
        entry.operation = name;
      },
      finish(status) {
        entry.end = Date.now();
        entry.status = status;
      }
    };
  }

  /** The calls that have ended. */
  list(): CallRecord[] {
    return this.entries.flatMap(({ service, operation, start, end, status }) =>
      end === undefined ? [] : [{ service, operation, start, end, status }]
    );
  }

  clear(): void {
    this.entries = [];
  }
}
