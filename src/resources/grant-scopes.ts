import type { Tags } from '../aws/ports.js';
import { ActionError, isDenied } from '../errors.js';
import { hasNamespaceOf } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import { catalogAims, databaseAims, federatedCatalog } from './grant-aims.js';
import { CATALOG } from './integration-state.js';
import type { GrantScope } from './lake-formation-grant.js';
import { whyNotGrant } from './own-rights.js';
import { unknownPrincipals } from './principals.js';
import { tableIdOf, type EnvironmentSpec } from './spec.js';

/** `afterSettings`: the run's caller becomes an administrator first; `guarded`: they are to be removed. */
export interface GrantOptions {
  readonly afterSettings: boolean;
  readonly guarded: boolean;
}

const IAM_DECIDES =
  'Nothing to grant: the integration has IAM access control, where IAM policies alone decide over its tables.';

/** The grants on the Glue database and its tables. */
export function databaseScope(spec: EnvironmentSpec, { afterSettings, guarded }: GrantOptions): GrantScope {
  return {
    id: 'database-grant',
    on: spec.names.glueDatabase,
    needs: afterSettings ? ['glue-database', 'data-lake-settings'] : ['glue-database'],
    aims: databaseAims(spec),
    newWith: 'glue-database',
    guarded,
    applies: () => Promise.resolve(true),
    refusal: async (look, missing) =>
      // Who makes the database may pass on everything on it.
      (await whyUnknown(look, spec)) ?? whyNotGrant(look, spec, missing ?? [])
  };
}

/**
 * The grants on the federated catalog of the table bucket, where Lake Formation decides over access to it. They come
 * after those on the database, which remembers both: its parameters can only be written as a whole.
 */
export function catalogScope(spec: EnvironmentSpec, { guarded }: GrantOptions): GrantScope {
  const aims = catalogAims(spec);
  const isRecorded = (parameters: Tags = {}): boolean => aims.some(({ record }) => parameters[record]);
  return {
    id: 'catalog-grant',
    on: federatedCatalog(spec),
    needs: ['database-grant', 'glue-database', 'namespace', 'analytics-integration'],
    aims,
    guarded,
    applies: async (look, parameters) => {
      const applies = guarded ? isRecorded(parameters) : await lakeFormationDecides(look, spec);
      // Lake Formation does not tell "not there" from "not allowed"; S3 Tables does.
      return applies === true ? hasNamespaceOf(look, tableIdOf(spec)) : applies;
    },
    refusal: () => Promise.resolve(undefined)
  };
}

async function lakeFormationDecides(
  look: Look,
  { integration, access }: EnvironmentSpec
): Promise<boolean | string> {
  try {
    const catalog = await look.glue.getCatalog(CATALOG);
    const byIam = catalog?.iamControlled ?? (integration === 'enable' && access === 'iam');
    return byIam ? IAM_DECIDES : catalog !== undefined;
  } catch (error) {
    // The integration itself, which these grants need, says that it may not be looked at.
    if (isDenied(error)) return false;
    throw error;
  }
}

async function whyUnknown(
  look: Look,
  { role, accountId }: EnvironmentSpec
): Promise<ActionError | undefined> {
  if (role === undefined) return undefined;
  const why = (await unknownPrincipals(look, accountId, [role])).get(role);
  return why === undefined
    ? undefined
    : new ActionError('PRINCIPAL_UNKNOWN', {
        found: `The role that is to use the data, ${role}, does not exist: ${why}.`,
        todo: 'Correct identity-center-role-arn: the role must exist in IAM, and its ARN be given with its path.'
      });
}
