import type { ActionError } from './errors.js';

/** How a step of the smoke test ended. */
export type StepStatus = 'passed' | 'failed' | 'skipped';

/** What a step counted. */
export interface Figures {
  readonly rows?: number;
  /** Of data files. */
  readonly files?: number;
  readonly bytes?: number;
  readonly note?: string;
  /** Why there was nothing to do: the step did neither pass nor fail. */
  readonly skipped?: string;
}

/** One step of the smoke test, as the report has it. Plain data. */
export interface SmokeStepReport extends Omit<Figures, 'skipped'> {
  readonly step: string;
  readonly title: string;
  readonly status: StepStatus;
  readonly ms: number;
  readonly error?: ReturnType<ActionError['toJSON']>;
}

/** The smoke test, as the report has it. Plain data. */
export interface SmokeReport {
  readonly version: 1;
  readonly result: 'passed' | 'failed';
  /** Which Iceberg REST catalog: `s3tables` or `glue`. */
  readonly via: string;
  readonly namespace: string;
  /** The table that the test made for itself. */
  readonly scratchTable: string;
  /** True: it was kept, because that was asked for. */
  readonly kept: boolean;
  readonly ms: number;
  readonly steps: readonly SmokeStepReport[];
}
