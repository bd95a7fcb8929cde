import type { Look } from '../observe/look.js';
import type { Step } from '../outcome.js';
import { waitUntil } from '../wait.js';
import { type Finding, survey } from './survey.js';
import { leftOf, type Way } from './ways.js';

/**
 * Looks whether what was done is so, and waits for a while for what is not yet: reads lag behind writes. Gives what was
 * found, which says what is left; what turns out to be somebody else's is not waited for. Throws as `survey`, and
 * `TIMED_OUT` on the deadline of the run.
 */
export async function confirm(
  look: Look,
  way: Way,
  before: readonly Finding[],
  round = 0
): Promise<readonly Finding[]> {
  const { clock } = look.context;
  const begun = clock.now();
  const seen = new Map(before.map((finding) => [finding.resource.id, finding]));
  let pending = before;
  return waitUntil(look.context, {
    what: `everything to be ${way.expects === 'all' ? 'as declared' : 'gone'}`,
    capMs: Infinity,
    probe: async () => {
      const now = await survey(
        look.anew(way.expects),
        pending.map(({ resource }) => resource),
        pending
      );
      for (const finding of now) seen.set(finding.resource.id, finding);
      const left = leftOf(way, [...seen.values()]);
      const isOver =
        left.length === 0 ||
        left.some(({ action }) => action === 'blocked') ||
        clock.now() - begun >= way.patienceMs(left, round);
      if (isOver) return { done: true, value: [...seen.values()] };
      pending = [...seen.values()].filter(({ resource }) => left.some(({ id }) => id === resource.id));
      return { done: false, seen: left.map(leftText).join('; ') };
    }
  });
}

function leftText({ kind, name, action, changes }: Step): string {
  if (action === 'remove') return `${kind} ${name} is still there`;
  return action === 'create'
    ? `${kind} ${name} is not there`
    : `${kind} ${name} differs: ${changes.map(({ path }) => path).join(', ')}`;
}
