import type { Isolation, Names } from './names.js';
import { TAG } from './ownership.js';

type Marks = Readonly<Record<string, string>>;

/** Where an environment is, besides its Glue database, which remembers it. */
export interface Place extends Omit<Names, 'glueDatabase'> {
  readonly isolation: Isolation;
}

/** The parameters by which the Glue database remembers where its environment is. */
export function placeMarks({ isolation, tableBucket, namespace, table }: Place): Marks {
  return {
    [TAG.isolation]: isolation,
    [TAG.tableBucket]: tableBucket,
    [TAG.namespace]: namespace,
    [TAG.table]: table
  };
}

/** What the marks tell of where the environment is. A database that an older version made tells nothing. */
export function readPlace(marks: Marks): Partial<Place> {
  const isolation = marks[TAG.isolation];
  return {
    ...(isolation !== undefined && { isolation: isolation === 'namespace' ? isolation : 'bucket' }),
    ...given('tableBucket', marks[TAG.tableBucket]),
    ...given('namespace', marks[TAG.namespace]),
    ...given('table', marks[TAG.table])
  };
}

/**
 * Whether the marks say that the environment is somewhere else: what it has there would be forgotten. In a table bucket
 * of its own everything is found, whatever its name; in a shared one only the namespace that is remembered.
 */
export function isElsewhere(marks: Marks, place: Place): boolean {
  const there = readPlace(marks);
  const differs = (key: keyof Place): boolean => there[key] !== undefined && there[key] !== place[key];
  const inShared = place.isolation === 'namespace';
  return differs('isolation') || differs('tableBucket') || (inShared && differs('namespace'));
}

function given<K extends keyof Place>(key: K, value: string | undefined): { [P in K]?: string } {
  return value ? ({ [key]: value } as { [P in K]?: string }) : {};
}
