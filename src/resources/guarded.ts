import type { TableInfo, Tags } from '../aws/ports.js';
import { ActionError } from '../errors.js';
import type { Look } from '../observe/look.js';
import { isEphemeral } from '../ownership.js';
import { isRecordedBy, type EnvironmentSpec } from './spec.js';
import { rowsHeld } from './table-rows.js';

const SHOWN = 20;

/** The refusal to delete what a container holds besides what this environment made in it. */
export function guardedContents(container: string, contents: readonly string[], todo?: string): ActionError {
  const more = contents.length > SHOWN ? ` and ${contents.length - SHOWN} more` : '';
  const list = contents.slice(0, SHOWN).join(', ') + more;
  return new ActionError('GUARDED', {
    todo,
    found: `The ${container} holds what this environment did not make: ${list}. It was not destroyed.`
  });
}

/**
 * The refusal to delete a table of this environment that holds data. `undefined`: it holds none, it is meant to go
 * away (of a pull request, or with an expiry), or it is to be forced. That it is meant to go away, both its tags and the
 * Glue database have to say: who may write tags in S3 Tables could otherwise take the guard off any table.
 */
export async function guardedData(
  look: Look,
  spec: EnvironmentSpec,
  table: { readonly info: TableInfo; readonly tags: Tags }
): Promise<ActionError | undefined> {
  if (spec.forceDestroy) return undefined;
  const isMarked = isEphemeral(table.tags);
  if (isMarked && (await isMeantToGo(look, spec))) return undefined;
  const { namespace, name, metadataLocation, otherFormat } = table.info;
  const held =
    otherFormat === undefined
      ? await rowsHeld(look, metadataLocation)
      : `data, as far as can be told: its format is ${otherFormat}, which this action does not read`;
  if (held === undefined) return undefined;
  // Another run may have removed the table while it was looked at, and its files with it.
  const newer = look.anew();
  const now = await newer.s3tables.getTable({ bucketArn: spec.bucketArn, namespace, name });
  if (now === undefined) return undefined;
  if (now.arn !== table.info.arn) return guardedData(newer, spec, { ...table, info: now });
  return new ActionError('GUARDED', {
    found: `The table ${namespace}.${name} holds ${held}, so it was not destroyed.${isMarked ? unconfirmed(spec) : ''}`
  });
}

/** Where it will be asked for: reads what tells how many rows there are, while it is found out whose the table is. */
export async function beginToReadRows(
  look: Look,
  spec: EnvironmentSpec,
  { metadataLocation }: TableInfo
): Promise<void> {
  if (spec.forceDestroy || metadataLocation === undefined) return;
  try {
    if (!(await isMeantToGo(look, spec))) await look.warehouse.readText(metadataLocation);
  } catch {
    // Whoever asks for it gets the failure.
  }
}

async function isMeantToGo({ glue }: Look, spec: EnvironmentSpec): Promise<boolean> {
  const { parameters = {} } = (await glue.getDatabase(spec.names.glueDatabase)) ?? {};
  return isRecordedBy(parameters, spec) && isEphemeral(parameters);
}

function unconfirmed({ names }: EnvironmentSpec): string {
  return ` By its tags it was made to go away, but the Glue database ${names.glueDatabase} does not say the same.`;
}
