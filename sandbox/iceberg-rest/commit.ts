import { applyUpdates } from '../iceberg/commit.js';
import { readCommit, type Commit } from '../iceberg/commit-shape.js';
import { versionOf, writeMetadata } from '../iceberg/file.js';
import { IcebergConflict } from '../iceberg/invalid.js';
import type { TableMetadata } from '../iceberg/model.js';
import { checkRequirements } from '../iceberg/requirements.js';
import { orBadRequest } from '../s3tables/iceberg-rules.js';
import type { Table } from '../s3tables/state.js';
import { updateMetadataLocation } from '../s3tables/table-changes.js';
import { objectAt, putMetadata } from '../s3tables/warehouse.js';
import { jsonOf } from './body.js';
import type { IcebergCall } from './dialect.js';
import { checkSize, metadataOf, type Located } from './metadata.js';
import { commitFailed } from './refusals.js';

/**
 * Takes a commit: checks its requirements, applies its updates, writes the next metadata.json and points the table at
 * it. One that changes nothing writes nothing. It happens at once, so of two commits from one version one comes second.
 * Throws CommitFailedException (409) for the second, BadRequestException for updates that break the Iceberg spec.
 */
export function commitTable(call: IcebergCall, table: Table): Located {
  const base = metadataOf(call, table);
  const commit = orBadRequest(() => readCommit(jsonOf(call)));
  const metadata = orCommitFailed(() => after(call, base, commit));
  if (metadata === base.metadata) return base;
  checkSize(call.dialect, writeMetadata(metadata).length);
  const metadataLocation = putMetadata(call.region, metadata, versionOf(base.metadataLocation) + 1);
  const { versionToken } = table;
  updateMetadataLocation(call.region, call.caller, table, { metadataLocation, versionToken });
  return { metadata, metadataLocation };
}

function after({ region }: IcebergCall, base: Located, { requirements, updates }: Commit): TableMetadata {
  checkRequirements(base.metadata, requirements);
  const isFile = (location: string): boolean => objectAt(region, location) !== undefined;
  return orBadRequest(() => applyUpdates({ ...base, now: Date.now(), isFile }, updates));
}

function orCommitFailed<T>(apply: () => T): T {
  try {
    return apply();
  } catch (error) {
    if (error instanceof IcebergConflict) throw commitFailed(error.message);
    throw error;
  }
}
