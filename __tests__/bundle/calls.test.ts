import { expect, test } from '@jest/globals';
import { measure } from '../../bench/measure.js';
import { SCENARIOS } from '../../bench/scenarios.js';

/** So many calls of AWS each may make, and no more: what one look has seen is not asked for again. */
const MOST: Readonly<Record<string, number>> = {
  'fresh apply': 30,
  'nothing to do, plan': 11,
  'nothing to do, apply': 11,
  'renewal of a ttl': 22,
  destroy: 25,
  'smoke test': 43,
  'sweep of 3 in a shared bucket': 58
};

const asked = (calls: readonly { readonly service: string; readonly operation: string }[]): string[] =>
  calls.map(({ service, operation }) => `${service}:${operation}`);

test.each(SCENARIOS.map((scenario) => [scenario.title, scenario] as const))(
  '%s makes no more calls than it did',
  async (title, scenario) => {
    const { records } = await measure(scenario, 0);
    expect(asked(records).length).toBeGreaterThan(5);
    expect(records.length <= (MOST[title] ?? 0) ? [] : asked(records)).toEqual([]);
    expect(asked(records).filter((call) => call === 'sts:GetCallerIdentity')).toHaveLength(1);
  },
  60_000
);
