import type { Endpoints } from './endpoints.js';
import type { ActionError } from './errors.js';
import type { Isolation, Names } from './names.js';
import type { PolicyDocument } from './policy-document.js';
import type { Change } from './change.js';
import type { SmokeReport } from './smoke-report.js';

/** The commands of the action. */
export const COMMANDS = ['plan', 'apply', 'destroy', 'smoke-test', 'sweep', 'auto', 'iam-policy'] as const;
export type Command = (typeof COMMANDS)[number];

/** What is to be done to a resource; `differs`: nothing, although it is not as declared. */
export type Action = 'create' | 'update' | 'keep' | 'differs' | 'remove' | 'blocked';

/** What is planned for one resource. Plain data. */
export interface Step {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly action: Action;
  readonly changes: readonly Change[];
  /** What differs besides and is not changed. */
  readonly differences?: readonly Change[] | undefined;
  readonly needs: readonly string[];
  /** Why it is blocked. */
  readonly blocked?: { readonly code: string; readonly message: string } | undefined;
  readonly notes: readonly string[];
}

/** How many resources there are of each action; `differs` is left out where there are none. */
export type Counts = Readonly<Record<Exclude<Action, 'differs'>, number>> & { readonly differs?: number };

/** What would be done, or was to be done. Plain data: it can be printed, saved, hashed and compared. */
export interface Plan {
  readonly version: 1;
  readonly command: Command;
  readonly environment: {
    readonly env: string;
    readonly application: string;
    readonly accountId: string;
    readonly region: string;
  };
  readonly counts: Counts;
  readonly steps: readonly Step[];
}

/** What became of one step. */
export interface Result {
  readonly id: string;
  readonly status: 'done' | 'failed' | 'skipped';
  /** How long it took, ms. */
  readonly ms: number;
  readonly error?: ActionError | undefined;
}

/** The outputs of the action, under the names of `action.yml`. */
export interface Outputs {
  's3tables-bucket-arn': string;
  's3tables-table-warehouse-location': string;
  'glue-database-name': string;
  'lakeformation-admins': string;
  'account-id': string;
  region: string;
  'table-bucket-name': string;
  namespace: string;
  'table-name': string;
  'table-arn': string;
  'metadata-location': string;
  'catalog-id': string;
  'iceberg-rest-uri': string;
  command: string;
  changed: string;
  'changes-count': string;
  'plan-file': string;
  destroyed: string;
  'smoke-test-result': string;
  'smoke-test-report': string;
  'iam-policy-file': string;
  'sweep-report': string;
}

/** An IAM policy to paste. */
export interface PolicySheet {
  /** Stable, for scripts: `apply`. */
  readonly name: string;
  /** For people: `Policy for apply`. */
  readonly title: string;
  readonly document: PolicyDocument;
}

/** What a sweep did about one environment. */
export interface SweptEnvironment {
  readonly env: string;
  readonly application: string;
  readonly repository?: string | undefined;
  readonly pullRequest?: number | undefined;
  readonly isolation: Isolation;
  readonly names: Names;
  /** As its record has it. */
  readonly expiresAt?: string | undefined;
  /** `left`: for the next run. */
  readonly what: 'destroyed' | 'to destroy' | 'failed' | 'left' | 'kept';
  /** Why it is to go; absent: it is to stay. */
  readonly reason?: 'expired' | 'closed' | undefined;
  /** In a whole sentence. */
  readonly why: string;
  /** Somebody should look at it. */
  readonly doubtful: boolean;
  readonly failures: readonly ActionError[];
  /** Of its destroy, where that went well. */
  readonly outcome?: Outcome | undefined;
}

/** What a command did, for the log, the summary and the outputs. Also a run that failed has one, as far as it got. */
export interface Outcome {
  readonly command: Command;
  /** True: only shown, nothing was to be written (`plan`, or `destroy` with `dry-run`). */
  readonly dryRun: boolean;
  readonly plan?: Plan | undefined;
  /** By step; empty when nothing was to be written. */
  readonly results: readonly Result[];
  readonly outputs: Partial<Outputs>;
  /** Where its table is reached; absent while there is none. */
  readonly endpoints?: Endpoints | undefined;
  /** Absent: the smoke test did not run. */
  readonly smokeTest?: SmokeReport | undefined;
  /** Every environment that a sweep found. */
  readonly swept?: readonly SweptEnvironment[] | undefined;
  /** IAM policies to attach: all that `iam-policy` tells, or what was missing. */
  readonly policies?: readonly PolicySheet[] | undefined;
  /** Why there was nothing to do for this run, in whole sentences; the run is well. */
  readonly skipped?: string | undefined;
  /** When the environment expires: ISO 8601, UTC. Absent: never, or not known. */
  readonly expiresAt?: string | undefined;
  /** Empty: it went well. */
  readonly failures: readonly ActionError[];
}
