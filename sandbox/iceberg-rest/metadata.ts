import { readMetadata } from '../iceberg/file.js';
import type { TableMetadata } from '../iceberg/model.js';
import { orBadRequest } from '../s3tables/iceberg-rules.js';
import { badRequest } from '../s3tables/refusals.js';
import type { Table } from '../s3tables/state.js';
import { objectAt } from '../s3tables/warehouse.js';
import type { Dialect, IcebergCall } from './dialect.js';

/** A table's metadata and where it is. */
export interface Located {
  readonly metadata: TableMetadata;
  readonly metadataLocation: string;
}

/** A table's current metadata. Throws BadRequestException for a table that has none, and for one that is too large. */
export function metadataOf({ region, dialect }: IcebergCall, { metadataLocation }: Table): Located {
  const object = metadataLocation === undefined ? undefined : objectAt(region, metadataLocation);
  if (metadataLocation === undefined || !object) {
    throw badRequest('The specified metadata location is not valid.');
  }
  checkSize(dialect, object.body.length);
  return { metadata: orBadRequest(() => readMetadata(object.body)), metadataLocation };
}

/** Throws BadRequestException for a metadata.json of more bytes than the service takes. */
export function checkSize({ maxMetadataBytes }: Dialect, bytes: number): void {
  if (bytes <= maxMetadataBytes) return;
  throw badRequest(`The table metadata has ${bytes} bytes; the largest supported is ${maxMetadataBytes}.`);
}
