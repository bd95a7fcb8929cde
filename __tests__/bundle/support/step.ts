import { existsSync, readFileSync } from 'node:fs';
import type { StepResult } from '../../../demo/github-runner.js';
import type { CallRecord } from '../../../sandbox/control/calls.js';
import type { Action, Plan } from '../../../src/outcome.js';

/** A step that is over, with what the tests ask about. */
export interface Run extends StepResult {
  /** The calls that came in while it ran: `s3tables:CreateTable`. */
  readonly calls: readonly string[];
  /** Those of them that write. */
  readonly writes: readonly string[];
  /** The plan file's contents. */
  readonly plan: Plan | undefined;
  /** Titles of the error annotations, which are the codes. */
  readonly codes: readonly string[];
  /** The last error annotation, its escapes undone. */
  readonly error: string;
}

/** Reads a step's result as a user and the runner would. */
export function readRun(result: StepResult, records: readonly CallRecord[]): Run {
  const calls = records.filter(({ operation }) => operation !== '').map(nameOf);
  const annotations = [...result.log.matchAll(/^::error title=([A-Z_]+)::(.*)$/gm)];
  const file = result.outputs['plan-file'];
  return {
    ...result,
    calls,
    writes: calls.filter(isWriting),
    plan: file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Plan) : undefined,
    codes: annotations.map(([, code]) => code ?? ''),
    error: unescaped(annotations.at(-1)?.[2] ?? '')
  };
}

/** What the plan does to each resource. */
export function actions({ plan }: Run): Record<string, Action> {
  return Object.fromEntries((plan?.steps ?? []).map(({ id, action }) => [id, action]));
}

/** The log without colours. */
export function plainLog({ log }: StepResult): string {
  // eslint-disable-next-line no-control-regex
  return log.replace(/\u001b\[[0-9;]*m/g, '');
}

function nameOf({ service, operation }: CallRecord): string {
  return `${service}:${operation}`;
}

function isWriting(call: string): boolean {
  return !/:(?:Iceberg)?(?:Get|List|Load|Describe|Head|Simulate|AssumeRole|\w+Exists)/.test(call);
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function unescaped(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}
