import * as v from 'valibot';
import { parseJson } from '../iceberg/json.js';

const Id = v.pipe(
  v.union([v.number(), v.bigint()]),
  v.transform((value) => BigInt(value))
);
const Summary = v.looseObject({});
const SnapshotJson = v.object({
  'snapshot-id': Id,
  'parent-snapshot-id': v.nullish(Id),
  'manifest-list': v.nullish(v.string()),
  summary: v.nullish(Summary)
});
const RefJson = v.object({ 'snapshot-id': Id, type: v.nullish(v.string()) });
const MetadataJson = v.object({
  'format-version': v.optional(v.picklist([1, 2, 3])),
  'current-snapshot-id': v.nullish(Id),
  snapshots: v.nullish(v.array(SnapshotJson)),
  refs: v.nullish(v.looseObject({}))
});

/** A state of a table, as its metadata lists it. */
export interface ListedSnapshot {
  readonly id: bigint;
  readonly parent: bigint | undefined;
  readonly manifestList: string | undefined;
  /** A count of the summary; `undefined`: it does not tell. Writers put texts, and some put numbers. */
  readonly count: (field: string) => bigint | undefined;
}

/** A name that leads to a snapshot. */
export interface SnapshotRef {
  /** For people: `main`, `the branch audit`, `the tag release-1`. */
  readonly name: string;
  readonly snapshotId: bigint;
}

/** All snapshots that a table's metadata leads to. */
export interface SnapshotList {
  readonly snapshots: ReadonlyMap<bigint, ListedSnapshot>;
  /** `main` first. */
  readonly refs: readonly SnapshotRef[];
}

/**
 * The snapshots of a table by the text of its metadata, of any format version up to 3 (spec, "Table Metadata Fields"),
 * and whatever else is wrong with it. Throws an `Error` where that cannot be told.
 */
export function snapshotsIn(text: string): SnapshotList {
  const json = parseJson(text, 'the metadata');
  const metadata = v.parse(MetadataJson, json);
  const snapshots = (metadata.snapshots ?? []).map((each): ListedSnapshot => {
    const summary: Readonly<Record<string, unknown>> = each.summary ?? {};
    return {
      id: each['snapshot-id'],
      parent: each['parent-snapshot-id'] ?? undefined,
      manifestList: each['manifest-list'] ?? undefined,
      count: (field) => countOf(summary[field])
    };
  });
  return { snapshots: new Map(snapshots.map((each) => [each.id, each])), refs: refsOf(json, metadata) };
}

function refsOf(json: unknown, metadata: v.InferOutput<typeof MetadataJson>): SnapshotRef[] {
  // From the JSON itself: a branch may be called `constructor`, and a schema leaves that out.
  const named = Object.entries((json as { refs?: Record<string, unknown> | null }).refs ?? {}).map(
    ([name, ref]) => ({ key: name, ...v.parse(RefJson, ref) })
  );
  const main = named.find(({ key }) => key === 'main')?.['snapshot-id'];
  const current = metadata['current-snapshot-id'];
  // Version 1 has no refs, and writers put -1 where there is no snapshot.
  const heads = [main ?? -1n, current ?? -1n].filter((id) => id !== -1n);
  return [
    ...[...new Set(heads)].map((snapshotId) => ({ name: 'main', snapshotId })),
    ...named
      .filter(({ key }) => key !== 'main')
      .map(({ key, type, 'snapshot-id': snapshotId }) => ({
        name: `the ${type ?? 'ref'} ${key}`,
        snapshotId
      }))
  ];
}

function countOf(value: unknown): bigint | undefined {
  const text = ['string', 'number', 'bigint'].includes(typeof value) ? String(value) : '';
  return /^\d+$/.test(text) ? BigInt(text) : undefined;
}
