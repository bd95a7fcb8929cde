import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TAG } from '../../src/ownership.js';
import { judgeAll } from '../../src/sweep/judge-all.js';
import { isMarked, joined } from '../../src/sweep/records.js';

/** A failure tells the seed and the smallest marks; both can be given here to see it again. */
const RUNS = { numRuns: 500 };
const NOW = Date.UTC(2026, 0, 1);
/** What only a control character, or a break of the line, begins. */
const OBEYED = /[\p{Cc}\u2028\u2029]/u;

const text = fc.oneof(
  fc.constantFrom(
    ...['', 'pr-7', 'app', 'namespace', 'bucket', 'octo/lake', '7', '0', '-1', '1e3', '2020-01-01T00:00:00Z'],
    ...['::error::x', '\u0085::set-output name=a::b', '<img src=x>', '__proto__', 'lake']
  ),
  fc.string({ unit: 'binary', maxLength: 12 })
);
const ours = fc.constantFrom('iceberg-environment', 'somebody');
/** Marks as anybody who may tag can write them. */
const marks = fc
  .tuple(ours, fc.dictionary(fc.constantFrom(...Object.values(TAG)), text, { noNullPrototype: true }))
  .map(([manager, tags]) => ({ ...tags, 'managed-by': manager }));
const buckets = fc.array(fc.record({ name: text, tags: marks }), { maxLength: 4 });
const databases = fc.array(fc.record({ name: text, parameters: marks }), { maxLength: 4 });

test('whatever others write as marks, every record is judged, and what is told of it is harmless', () => {
  const law = {
    now: NOW,
    repository: 'octo/lake',
    open: new Set([7]),
    only: { repositories: [], applications: [] }
  };
  fc.assert(
    fc.property(buckets, databases, (found, remembered) => {
      const records = joined(
        found.filter(({ tags }) => isMarked(tags)),
        remembered.filter(({ parameters }) => isMarked(parameters))
      );
      const judged = judgeAll(records, law);
      expect(judged).toHaveLength(records.length);
      for (const { record, judgement } of judged) {
        const told = [
          record.owner.env,
          record.owner.application,
          ...Object.values<string>({ ...record.names }),
          judgement.why
        ];
        expect(told.filter((each) => OBEYED.test(each))).toEqual([]);
        // What is to go has an expiry that is over, or a pull request that is closed.
        if (judgement.reason === 'closed') expect(record.owner.pullRequest).not.toBe(7);
      }
    }),
    RUNS
  );
});
