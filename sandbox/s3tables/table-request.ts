import type { InferOutput } from 'valibot';
import { readDraftSchema, type DraftSchema } from '../iceberg/draft.js';
import { orBadRequest } from './iceberg-rules.js';
import type * as shapes from './shapes.js';
import type { NewTable, NewTableMetadata } from './tables.js';

type Metadata = InferOutput<typeof shapes.icebergMetadata>;

/** Turns the body of CreateTable into what `createTable` takes. Throws BadRequestException for a bad schema. */
export function newTable(
  bucket: string,
  namespace: string,
  body: InferOutput<typeof shapes.createTable>
): NewTable {
  const { name, metadata, encryptionConfiguration, storageClassConfiguration, tags } = body;
  return {
    bucket,
    namespace,
    name,
    ...(metadata && { metadata: icebergSide(metadata.iceberg) }),
    ...(encryptionConfiguration && { encryption: encryptionConfiguration }),
    ...storageClassConfiguration,
    ...(tags && { tags })
  };
}

function icebergSide(given: Metadata): NewTableMetadata {
  const { partitionSpec, writeOrder, properties } = given;
  return {
    schema: orBadRequest(() => schemaOf(given)),
    ...(partitionSpec && { spec: partitionSpec }),
    ...(writeOrder && { order: writeOrder }),
    ...(properties && { properties })
  };
}

function schemaOf({ schema, schemaV2 }: Metadata): DraftSchema {
  return readDraftSchema(schemaV2 ?? { type: 'struct', fields: schema?.fields });
}
