import type { DataLakeSettings } from '../aws/ports.js';
import { ActionError } from '../errors.js';
import type { Look } from '../observe/look.js';
import { adminsOf } from './own-rights.js';
import { unknownPrincipals } from './principals.js';
import type { EnvironmentSpec } from './spec.js';

/** The administrators in the list that no longer exist. Whom it cannot be known of is not among them. */
export async function deadAdmins(
  look: Look,
  spec: EnvironmentSpec,
  settings: DataLakeSettings
): Promise<ReadonlySet<string>> {
  return new Set((await unknownPrincipals(look, spec.accountId, adminsOf(settings))).keys());
}

/** Why the list cannot be written as it is: Lake Formation refuses it for one that does not exist. */
export function blockedByDead(settings: DataLakeSettings, dead: ReadonlySet<string>): ActionError {
  const list = placesOf(settings, [...dead]);
  return new ActionError('DEAD_PRINCIPAL', {
    found: `In the list of Lake Formation's administrators, ${list} no longer exists. Lake Formation then refuses every change of the settings.`,
    todo: 'Set prune-dead-admins: true to remove it and nothing else, or remove it by hand.'
  });
}

/** Adds the places in the list to what AWS refused it with, where it names one of them. */
export function withPlaces(error: ActionError, settings: DataLakeSettings): ActionError {
  const named = adminsOf(settings).filter((arn) => error.answer?.message.includes(arn));
  if (error.code !== 'DEAD_PRINCIPAL' || named.length === 0) return error;
  const { code, doing, answer, cause, todo } = error;
  const found = `${error.found ?? error.means} It is ${placesOf(settings, named)} in the list.`;
  return new ActionError(code, { doing, answer, cause, todo, found });
}

function placesOf(settings: DataLakeSettings, arns: readonly string[]): string {
  const list = adminsOf(settings);
  return arns.map((arn) => `${arn} (place ${list.indexOf(arn) + 1} of ${list.length})`).join(', ');
}
