import { asActionError } from '../errors.js';
import { reading } from '../iceberg/faults.js';
import { readManifestList } from '../iceberg/manifest-list.js';
import type { Look } from '../observe/look.js';
import { type ListedSnapshot, type SnapshotList, snapshotsIn } from './table-snapshots.js';

/** Snapshots that do not say how many rows they have, and are looked into for it. */
const MOST_LOOKED_INTO = 20;
/** Places that are named; of the others it is said how many there are. */
const SHOWN = 5;

/** How many rows a snapshot has. */
interface Count {
  /** With those that are marked as deleted; `undefined`: it cannot be told, which counts as data. */
  readonly rows: bigint | undefined;
  /** Of them marked as deleted; `undefined`: some, and only reading would tell how many. */
  readonly deleted: bigint | undefined;
}

type Counts = ReadonlyMap<bigint, Count>;

const NO_ROWS: Count = { rows: 0n, deleted: 0n };
const UNKNOWN: Count = { rows: undefined, deleted: 0n };

/**
 * How many rows a table holds and where, for people; `undefined`: none. Every snapshot counts to which its metadata
 * leads: those of branches and tags, those that were staged and are of no branch yet, and those that only time travel
 * reaches, whose rows were deleted since. Read from the snapshots' summaries (Iceberg spec, "Snapshots", optional field
 * `total-records`), or from the manifest list of one that does not say. Whatever cannot be read counts as data, since
 * the answer decides whether it may be deleted.
 */
export async function rowsHeld(look: Look, location: string | undefined): Promise<string | undefined> {
  if (location === undefined) return undefined;
  try {
    return await rowsIn(look, await look.warehouse.readText(location));
  } catch (error) {
    look.context.signal.throwIfAborted();
    return `data, as far as can be told: its metadata could not be read (${asActionError(error).message})`;
  }
}

async function rowsIn(look: Look, text: string): Promise<string | undefined> {
  const list = reading('the metadata', 'It is no table metadata', () => snapshotsIn(text));
  const counts = await countsOf(look, list);
  const places = [...inRefs(list, counts), ...inNone(list, counts), ...deletedSince(list, counts)];
  if (places.length === 0) return undefined;
  const isPlain = places.length === 1 && places[0]!.isMain;
  return isPlain ? `${places[0]!.rows}${places[0]!.live}` : sentence(places);
}

/**
 * The rows that no query of the table as it is would show, for people: those on other branches and tags, and those that
 * are staged. `undefined`: there are none. Looks at nothing but the text of the metadata.
 */
export function rowsAside(text: string): string | undefined {
  const list = snapshotsIn(text);
  const counts = new Map([...list.snapshots.values()].map((each) => [each.id, countOf(each) ?? UNKNOWN]));
  const main = list.refs.filter(({ name }) => name === 'main').map(({ snapshotId }) => snapshotId);
  const shown = new Set(main.flatMap((id) => chainOf(list, id)).map(({ id }) => id));
  const aside = list.refs.filter(({ snapshotId }) => !shown.has(snapshotId));
  const places = [...inRefs({ ...list, refs: aside }, counts), ...inNone(list, counts)];
  return places.length === 0 ? undefined : sentence(places);
}

interface Place {
  readonly rows: string;
  /** `on main` */
  readonly where: string;
  /** How many of them are live, where not all are. */
  readonly live: string;
  readonly isMain: boolean;
}

function inRefs({ refs }: Pick<SnapshotList, 'refs'>, counts: Counts): Place[] {
  return refs.flatMap(({ name, snapshotId }) =>
    placeOf(counts.get(snapshotId) ?? UNKNOWN, `on ${name}`, name === 'main')
  );
}

/** What is staged, or was rolled back. */
function inNone(list: SnapshotList, counts: Counts): Place[] {
  const reached = new Set(list.refs.flatMap(({ snapshotId }) => chainOf(list, snapshotId)));
  return [...list.snapshots.values()]
    .filter((snapshot) => !reached.has(snapshot))
    .flatMap(({ id }) =>
      placeOf(counts.get(id)!, `in the snapshot ${id}, which no branch or tag leads to`, false)
    );
}

/** By how much the branches have shrunk between snapshots that are both still there. */
function deletedSince(list: SnapshotList, counts: Counts): Place[] {
  const heads = new Set(list.refs.map(({ snapshotId }) => snapshotId));
  const reached = new Set(list.refs.flatMap(({ snapshotId }) => chainOf(list, snapshotId)));
  const place = { where: 'that earlier snapshots still have', live: '', isMain: false };
  const isUnknown = ({ id }: ListedSnapshot): boolean => !heads.has(id) && counts.get(id)?.rows === undefined;
  if ([...reached].some(isUnknown)) return [{ ...place, rows: 'data' }];
  const sum = [...reached].reduce((all, each) => all + lostIn(each, counts), 0n);
  return sum === 0n ? [] : [{ ...place, rows: `${sum} deleted ${sum === 1n ? 'row' : 'rows'}` }];
}

/** How many rows fewer a snapshot has than the one before it. */
function lostIn({ id, parent }: ListedSnapshot, counts: Counts): bigint {
  const now = counts.get(id)?.rows;
  const before = parent === undefined ? undefined : counts.get(parent)?.rows;
  return now !== undefined && before !== undefined && before > now ? before - now : 0n;
}

function placeOf({ rows, deleted }: Count, where: string, isMain: boolean): Place[] {
  if (rows === 0n) return [];
  if (rows === undefined) return [{ rows: 'data', where, live: '', isMain }];
  return [{ rows: plural(rows), where, live: liveOf(rows, deleted), isMain }];
}

function liveOf(rows: bigint, deleted: bigint | undefined): string {
  if (deleted === 0n) return '';
  if (deleted === undefined || deleted > rows) return ', some of them marked as deleted';
  return `, ${rows - deleted} of them live`;
}

function plural(rows: bigint): string {
  return rows === 1n ? '1 row' : `${rows} rows`;
}

function sentence(places: readonly Place[]): string {
  const parts = places.slice(0, SHOWN).map(({ rows, where, live }) => `${rows} ${where}${live}`);
  const more = places.length > SHOWN ? [`rows in ${places.length - SHOWN} more places`] : [];
  return [...parts, ...more].join('; ');
}

/** A snapshot and those before it, as far as they are listed. */
function chainOf({ snapshots }: SnapshotList, head: bigint): readonly ListedSnapshot[] {
  const chain = new Set<ListedSnapshot>();
  for (let next = snapshots.get(head); next !== undefined && !chain.has(next);) {
    chain.add(next);
    next = next.parent === undefined ? undefined : snapshots.get(next.parent);
  }
  return [...chain];
}

async function countsOf(look: Look, list: SnapshotList): Promise<Counts> {
  const counts = new Map<bigint, Count>();
  let left = MOST_LOOKED_INTO;
  for (const snapshot of list.snapshots.values()) {
    const told = countOf(snapshot);
    const looked = told === undefined && left-- > 0 ? await lookInto(look, snapshot) : told;
    counts.set(snapshot.id, looked ?? UNKNOWN);
  }
  return counts;
}

/** What the summary tells; one that has files and no rows is not believed. */
function countOf({ count }: ListedSnapshot): Count | undefined {
  const rows = count('total-records');
  if (rows === undefined) return undefined;
  if (rows === 0n) return (count('total-data-files') ?? 0n) === 0n ? NO_ROWS : undefined;
  // Which rows an equality delete finds, and whether two position deletes name the same row, only reading would tell.
  const byValue = count('total-equality-deletes') ?? 0n;
  return { rows, deleted: byValue > 0n ? undefined : (count('total-position-deletes') ?? 0n) };
}

async function lookInto(look: Look, { manifestList }: ListedSnapshot): Promise<Count | undefined> {
  if (manifestList === undefined) return undefined;
  try {
    const manifests = readManifestList(await look.warehouse.read(manifestList), manifestList);
    const ofData = manifests.filter(({ isOfDeletes }) => !isOfDeletes);
    const each = ofData.map(({ counts }) => counts && counts[3]! + counts[4]!);
    if (each.some((rows) => rows === undefined)) return undefined;
    const rows = each.reduce<bigint>((sum, some) => sum + (some ?? 0n), 0n);
    return { rows, deleted: manifests.length > ofData.length ? undefined : 0n };
  } catch {
    look.context.signal.throwIfAborted();
    return undefined;
  }
}
