import { readFileSync } from 'node:fs';
import type { SmokeReport } from '../../../src/smoke-report.js';
import { settleAccount } from './account.js';
import type { Arena } from './arena.js';
import type { Run } from './step.js';
import { BUCKET, NAMESPACE } from './values.js';

/** Of the runner that `Arena` is. */
export const SCRATCH = 'smoke_77001_2';

/** An account with the environment in it. */
export async function settleEnvironment(arena: Arena): Promise<void> {
  await settleAccount(arena);
  const { exitCode, log } = await arena.run('apply');
  if (exitCode !== 0) throw new Error(log);
}

/** The names of the tables in the environment's namespace. */
export function tablesOf({ here }: Arena): string[] {
  const namespace = here.s3tables.buckets.get(BUCKET)?.namespaces.get(NAMESPACE);
  return [...(namespace?.tables.keys() ?? [])].sort();
}

/** The report's file. */
export function reportOf({ outputs }: Run): SmokeReport {
  return JSON.parse(readFileSync(outputs['smoke-test-report'] ?? '', 'utf8')) as SmokeReport;
}

/** How each step ended: `append failed`. */
export function statuses(run: Run): Record<string, string> {
  return Object.fromEntries(reportOf(run).steps.map(({ step, status }) => [step, status]));
}

/** What every step comes to when nothing is wrong. */
export const ALL_PASSED = {
  catalog: 'passed',
  create: 'passed',
  append: 'passed',
  'append-again': 'passed',
  'time-travel': 'passed',
  'add-column': 'passed',
  glue: 'passed',
  'clean-up': 'passed'
};
