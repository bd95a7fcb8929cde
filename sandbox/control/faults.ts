import { setTimeout as sleep } from 'node:timers/promises';
import { AwsRefusal } from '../service.js';

/** What happens to a call that a rule is for. */
export type FaultKind = 'error' | 'delay' | 'reset' | 'lost-response' | 'answer';

/** A rule that disturbs calls. Every field but `kind` may be missing. */
export interface FaultRule {
  /** SigV4 name: `s3tables`. Missing: every service. */
  readonly service?: string;
  /** AWS's name: `CreateTable`. Missing: every operation. */
  readonly operation?: string;
  /** The first matching call to disturb, counted from 1 since the rules were set. Default 1. */
  readonly nth?: number;
  /** How many to disturb from there on. Default: one if `nth` is given, otherwise all. */
  readonly times?: number;
  readonly kind: FaultKind;
  /** Of an `error`: default 500. Of an `answer`: default that of the real answer, or 200. */
  readonly status?: number;
  /** Of an `error`. Default `InternalServerErrorException`. */
  readonly code?: string;
  /** Of an `error`. */
  readonly message?: string;
  /** Of an `answer`, in place of the real body: a string as it is, anything else as JSON. `""` is an empty body. */
  readonly body?: unknown;
  /**
   * Of an `answer`: put into the real body, where that is JSON. Objects are merged member by member and lists item by
   * item, `null` takes a member away, anything else replaces what is there.
   */
  readonly merge?: Readonly<Record<string, unknown>>;
  /** Of an `answer`: beside those of the real answer, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of an `answer` with a `body`: whether the call takes effect first. Default true. */
  readonly effect?: boolean;
  /** What a `delay` waits, and what every other kind waits first. Default 0. */
  readonly ms?: number;
}

/** The rules in force, each with the number of calls it has matched. */
export class FaultList {
  private entries: { rule: FaultRule; seen: number }[] = [];

  /** Replaces the rules and starts their counts again. */
  set(rules: readonly FaultRule[]): void {
    this.entries = rules.map((rule) => ({ rule, seen: 0 }));
  }

  /** Counts the call with every rule that matches; gives the first rule that is due, if there is one. */
  take(service: string, operation: string): FaultRule | undefined {
    const matching = this.entries.filter(({ rule }) => matches(rule, service, operation));
    for (const entry of matching) entry.seen += 1;
    return matching.find(({ rule, seen }) => isDue(rule, seen))?.rule;
  }
}

/** The refusal that an `error` rule stands for. */
export function faultRefusal(rule: FaultRule): AwsRefusal {
  const { status = 500, code = 'InternalServerErrorException' } = rule;
  return new AwsRefusal(status, code, rule.message ?? 'The sandbox was told to answer with this error.');
}

/** Waits as long as the rule says; does not keep a process alive that has nothing else to do. */
export async function pause(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false });
}

function matches(rule: FaultRule, service: string, operation: string): boolean {
  return (
    (rule.service === undefined || rule.service === service) &&
    (rule.operation === undefined || rule.operation === operation)
  );
}

function isDue({ nth, times }: FaultRule, seen: number): boolean {
  const first = nth ?? 1;
  const count = times ?? (nth === undefined ? Infinity : 1);
  return seen >= first && seen < first + count;
}
