import type { FaultRule } from '../../../sandbox/control/faults.js';
import type { Arena } from './arena.js';

/** Longer than any test. */
export const FOREVER_MS = 3_600_000;

/** Which call, and what happens to it. */
export interface Moment {
  readonly operation: string;
  readonly service?: string;
  /** Which of the calls to this operation. Default: the first. */
  readonly nth?: number;
  /** How long it is held up before it takes effect, ms. Default 0. */
  readonly ms?: number;
}

/** Does something at the very moment when a call has come in and has not taken effect yet. */
export function at({ sandbox }: Arena, moment: Moment, what: () => void): void {
  const { operation, service, nth = 1, ms = 0 } = moment;
  const rule: FaultRule = {
    operation,
    ...(service !== undefined && { service }),
    nth,
    kind: 'delay',
    // A rule is asked for its delay when, and only when, it is due.
    get ms(): number {
      what();
      return ms;
    }
  };
  sandbox.setFaults([rule]);
}
