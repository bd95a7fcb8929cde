import type { Action, Command, Outcome } from '../outcome.js';
import { rows } from './results-text.js';

const NAMES: Readonly<Record<Command, string>> = {
  plan: 'Plan',
  apply: 'Apply',
  destroy: 'Destroy',
  'smoke-test': 'Smoke test',
  sweep: 'Sweep',
  auto: 'Auto',
  'iam-policy': 'IAM policy'
};

/** In one line what a run came to: `✅ Applied`. Nothing in it comes from outside. */
export function stateOf(outcome: Outcome): string {
  if (outcome.failures.length > 0) return failed(outcome);
  if (outcome.skipped !== undefined) return '⏭️ Skipped';
  if (outcome.command === 'smoke-test') return '✅ Smoke test passed';
  if (outcome.command === 'iam-policy') return '📜 What each command may do at least';
  if (outcome.command === 'sweep') return sweptState(outcome);
  const changes = changesIn(outcome);
  if (outcome.results.length === 0) return planned(outcome, changes);
  if (outcome.command === 'destroy') return changes === 0 ? '✅ Nothing to destroy' : '🗑️ Destroyed';
  return changes > 0 ? '✅ Applied' : unchanged(outcome);
}

function unchanged({ plan }: Outcome): string {
  const differs = (plan?.counts.differs ?? 0) > 0;
  return differs ? '✅ Nothing to change; the plan shows what differs' : '✅ Nothing to do';
}

function sweptState({ swept = [], dryRun }: Outcome): string {
  const count = swept.filter(({ what }) => what === 'destroyed' || what === 'to destroy').length;
  if (count === 0) return '✅ Nothing to sweep';
  return `${dryRun ? '📋 To sweep' : '🧹 Swept'}: ${count === 1 ? 'one environment' : `${count} environments`}`;
}

function failed({ command, failures }: Outcome): string {
  const codes = new Set(failures.map(({ code }) => code));
  const name = NAMES[command];
  if (codes.has('CANCELLED')) return `🚫 ${name} was cancelled`;
  if (codes.has('TIMED_OUT')) return `❌ ${name} ran out of time`;
  if (codes.size === 1 && codes.has('DRIFT')) return '❌ Drift: there is something to do';
  return `❌ ${name} failed`;
}

function planned({ command, dryRun, plan }: Outcome, changes: number): string {
  if ((plan?.counts.blocked ?? 0) > 0) return `⛔ ${NAMES[command]} is blocked`;
  if ((plan?.counts.differs ?? 0) > 0) return '📋 There is something to do';
  if (changes === 0) return command === 'destroy' ? '✅ Nothing to destroy' : '✅ Nothing to do';
  return dryRun && command === 'destroy' ? '📋 What destroy would remove' : '📋 There is something to do';
}

const WRITES: ReadonlySet<Action> = new Set<Action>(['create', 'update', 'remove']);

function changesIn(outcome: Outcome): number {
  const acted = outcome.results.length > 0;
  return rows(outcome).filter(
    ({ step, result }) => WRITES.has(step.action) && (!acted || result?.status === 'done')
  ).length;
}
