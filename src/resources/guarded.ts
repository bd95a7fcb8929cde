import type { Aws, TableInfo, Tags } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { isEphemeral } from '../ownership.js';
import type { EnvironmentSpec } from './spec.js';
import { rowsHeld } from './table-rows.js';

const SHOWN = 20;

/** The refusal to delete what a container holds besides what this environment made in it. */
export function guardedContents(container: string, contents: readonly string[], todo?: string): ActionError {
  const more = contents.length > SHOWN ? ` and ${contents.length - SHOWN} more` : '';
  const list = contents.slice(0, SHOWN).join(', ') + more;
  return new ActionError('GUARDED', {
    todo,
    found: `The ${container} holds what this environment did not make: ${list}. Nothing was destroyed.`
  });
}

/**
 * The refusal to delete a table of this environment that holds data. `undefined`: it holds none, it is meant to go
 * away (of a pull request, or with an expiry), or it is to be forced.
 */
export async function guardedData(
  aws: Pick<Aws, 's3tables' | 'warehouse'>,
  spec: EnvironmentSpec,
  table: { readonly info: TableInfo; readonly tags: Tags },
  context: Context
): Promise<ActionError | undefined> {
  if (spec.forceDestroy || isEphemeral(table.tags)) return undefined;
  const { namespace, name, metadataLocation } = table.info;
  const held = await rowsHeld(aws.warehouse, metadataLocation, context);
  if (held === undefined) return undefined;
  // Another run may have removed the table while it was looked at, and its files with it.
  const now = await aws.s3tables.getTable({ bucketArn: spec.bucketArn, namespace, name }, context);
  if (now === undefined) return undefined;
  if (now.arn !== table.info.arn) return guardedData(aws, spec, { ...table, info: now }, context);
  return new ActionError('GUARDED', {
    found: `The table ${namespace}.${name} holds ${held}, so nothing was destroyed.`
  });
}
