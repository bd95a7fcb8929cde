import * as v from 'valibot';
import { record } from '../input/records.js';
import { readDraftSchema } from '../iceberg/draft.js';
import { freshIds } from '../iceberg/ids.js';
import { draftSpec } from '../iceberg/partition.js';
import { draftOrder } from '../iceberg/sort.js';
import { orBadRequest } from '../s3tables/iceberg-rules.js';
import { badRequest } from '../s3tables/refusals.js';
import type { NewTable, NewTableMetadata } from '../s3tables/tables.js';
import { bucketOf, checked, namespaceOf } from './address.js';
import { bodyOf } from './body.js';
import type { IcebergCall } from './dialect.js';

const body = v.object({
  name: v.string(),
  location: v.nullish(v.string()),
  schema: record(v.string(), v.unknown()),
  'partition-spec': v.nullish(draftSpec),
  'write-order': v.nullish(draftOrder),
  'stage-create': v.nullish(v.boolean()),
  properties: v.nullish(record(v.string(), v.string()), {})
});

type Body = v.InferOutput<typeof body>;

/**
 * The table that a createTable asks for, with all ids assigned anew: the client reads them from the answer.
 * Throws BadRequestException.
 */
export function tableAskedFor(call: IcebergCall): NewTable {
  const asked = bodyOf(call, body);
  checkStageCreate(call, asked['stage-create']);
  if (asked.location != null) throw badRequest('The location of a table cannot be specified.');
  const { schema, renamed } = orBadRequest(() => freshIds(readDraftSchema(asked.schema)));
  const bucket = bucketOf(call);
  return {
    bucket,
    namespace: namespaceOf(call),
    name: checked('table', asked.name),
    metadata: { schema, properties: asked.properties ?? {}, ...layoutOf(asked, renamed) }
  };
}

function checkStageCreate({ dialect }: IcebergCall, given: boolean | null | undefined): void {
  if (given) throw badRequest('Staged table creation is not supported.');
  if (given == null && dialect.needsStageCreate) {
    throw badRequest('stage-create is a required field and cannot be null');
  }
}

/** The partition spec and sort order, by the new ids of the columns; their own ids are assigned anew too. */
function layoutOf(
  asked: Body,
  renamed: ReadonlyMap<number, number>
): Pick<NewTableMetadata, 'spec' | 'order'> {
  const { 'partition-spec': spec, 'write-order': order } = asked;
  const newId = (id: number): number => {
    const known = renamed.get(id);
    if (known === undefined) throw badRequest(`The source id ${id} is not a field of the schema.`);
    return known;
  };
  const partitions = spec?.fields.map(({ name, transform, 'source-id': id }) => {
    return { name, transform, 'source-id': newId(id) };
  });
  const sorted = order?.fields.map((field) => ({ ...field, 'source-id': newId(field['source-id']) }));
  return {
    ...(partitions && { spec: { fields: partitions } }),
    ...(sorted && { order: { fields: sorted } })
  };
}
