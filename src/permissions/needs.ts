import type { Change } from '../change.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import { placesOf, type Place } from './places.js';
import { ROWS, type Row, type Verb } from './rows.js';

/** One IAM action, and all that it has to be allowed on. */
export interface Need {
  /** `glue:CreateDatabase` */
  readonly action: string;
  readonly place: Place;
  /** ARNs; `*` where IAM knows no resources for the action. */
  readonly resources: readonly string[];
}

/** What is to be done with something that the table of permissions knows. */
export interface Deed {
  /** The id of a resource, or of something else that a command does. */
  readonly step: string;
  readonly verb: Verb;
  /** The changes that are to be made; absent: any may be. */
  readonly changes?: readonly Change[] | undefined;
}

/** What deeds on an environment need, each once. `sure`: without what may turn out not to be needed. Pure. */
export function needsOf(
  deeds: readonly Deed[],
  spec: EnvironmentSpec,
  { intent = 'apply', sure = false }: { readonly intent?: 'apply' | 'destroy'; readonly sure?: boolean } = {}
): readonly Need[] {
  const places = placesOf(spec);
  const rows = deeds.flatMap((deed) => ROWS.filter((row) => isAbout(row, deed)));
  const needs = rows
    .filter((row) => (row.intent ?? intent) === intent && (row.when?.(spec) ?? true))
    .filter(({ maybe = false }) => !(sure && maybe))
    .flatMap(({ actions, on: place }) =>
      actions.split(' ').map((action): Need => ({ action, place, resources: places[place] }))
    );
  return [...new Map(needs.map((need) => [`${need.action} ${need.place}`, need])).values()];
}

function isAbout({ step, verb, change }: Row, deed: Deed): boolean {
  if (step !== deed.step || verb !== deed.verb) return false;
  const { changes } = deed;
  return change === undefined || changes === undefined || changes.some(({ path }) => change.test(path));
}
