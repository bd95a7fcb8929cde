import type { CatalogAccess, GlueCatalog } from '../aws/ports.js';
import { ActionError } from '../errors.js';
import { hasIamMode } from './integration-regions.js';
import { newRoleArn, ROLE_NAME } from './integration-role.js';
import { CATALOG, identifierOf, isIntegration, type Integration, type Part } from './integration-state.js';
import type { EnvironmentSpec } from './spec.js';

/** What the kinds of access control are called, for people. */
export const ACCESS_NAMES: Readonly<Record<CatalogAccess, string>> = {
  iam: 'IAM',
  'lake-formation': 'Lake Formation'
};

/** The parts, for people. */
export const PART_NAMES: Readonly<Record<Part, string>> = {
  role: `the role ${ROLE_NAME}`,
  'role-policy': "the role's policy on tables",
  registration: 'the registration of the table buckets with Lake Formation',
  catalog: `the Glue catalog ${CATALOG}`
};

/** Why an integration that is off stops the run; `undefined`: it is to be switched on, and can be. */
export function whyNotOn({
  region,
  accountId,
  integration,
  access
}: EnvironmentSpec): ActionError | undefined {
  if (integration !== 'enable') {
    return new ActionError('INTEGRATION_OFF', {
      found: `S3 Tables is not integrated with the AWS analytics services in account ${accountId}, region ${region}: Athena, Glue, Redshift and EMR cannot see its tables.`
    });
  }
  if (access === 'lake-formation' || hasIamMode(region)) return undefined;
  return new ActionError('INTEGRATION_REGION', {
    found: `AWS does not offer the integration with IAM access control in ${region}; there it needs Lake Formation.`
  });
}

/** Why the integration as it is stops the run. What is missing does not where it is to be added. */
export function whyNotAsItIs(found: Integration, spec: EnvironmentSpec): ActionError | undefined {
  const { catalog, missing, broken } = found;
  if (catalog !== undefined && !isIntegration(catalog, spec)) return notTheIntegration(catalog, spec);
  const enable = spec.integration === 'enable';
  if (enable && catalog !== undefined && accessOf(catalog) !== spec.access) return otherMode(catalog, spec);
  if (broken.length > 0) {
    return new ActionError('INTEGRATION_INCOMPLETE', {
      found: broken.join(' '),
      todo: `What is there is never changed, since the whole account uses it. Correct it by hand: ${repairs(spec)}.`
    });
  }
  if (enable || missing.length === 0) return undefined;
  return new ActionError('INTEGRATION_INCOMPLETE', {
    found: `The integration of account ${spec.accountId}, region ${spec.region}, has Lake Formation access control and is only half made: ${namesOf(missing)} is missing.`,
    todo: 'Set analytics-integration: enable and analytics-access: lake-formation to add what is missing, or add it by hand.'
  });
}

/** What the catalog's access control is. */
export function accessOf({ iamControlled }: GlueCatalog): CatalogAccess {
  return iamControlled ? 'iam' : 'lake-formation';
}

/** The parts in one line. */
export function namesOf(parts: readonly Part[]): string {
  return parts.map((part) => PART_NAMES[part]).join(', ');
}

function notTheIntegration({ connectionName, identifier }: GlueCatalog, spec: EnvironmentSpec): ActionError {
  const expected = identifierOf(spec);
  if (connectionName?.toLowerCase() === 'aws:s3tables') {
    return new ActionError('INTEGRATION_INCOMPLETE', {
      found: `The Glue catalog ${CATALOG} is for ${identifier ?? 'nothing'}; the integration is for ${expected}, all table buckets of the region.`,
      todo: `What is there is never changed, since the whole account uses it. Ask who made it; by hand it is aws glue update-catalog --region ${spec.region} --catalog-id ${CATALOG} with that Identifier in its FederatedCatalog.`
    });
  }
  return new ActionError('INTEGRATION_FOREIGN', {
    found: `The Glue catalog ${CATALOG} is not the S3 Tables integration of this region: its connection is ${connectionName ?? 'none'} (expected aws:s3tables) and it is for ${identifier ?? 'nothing'} (expected ${expected}).`
  });
}

function otherMode(catalog: GlueCatalog, spec: EnvironmentSpec): ActionError {
  const [has, wanted] = [accessOf(catalog), spec.access];
  const loses =
    has === 'iam'
      ? 'everybody who queries tables of this account and region by IAM policies alone loses access at once, until Lake Formation grants it'
      : 'every Lake Formation grant on tables of this account and region ends at once, column and row filters with it, and IAM policies alone decide';
  return new ActionError('INTEGRATION_MODE', {
    found: `The integration of account ${spec.accountId}, region ${spec.region}, has ${ACCESS_NAMES[has]} access control, and analytics-access asks for ${ACCESS_NAMES[wanted]}. Switched over, ${loses}.`,
    todo: `Set analytics-access: ${has}, or analytics-integration: require, to take it as it is. To switch it over by hand, for everybody: ${switching(spec).join(' ; ')}`
  });
}

/** The commands of AWS's guides to changing the access control, in their order. */
function switching(spec: EnvironmentSpec): string[] {
  const { region, access } = spec;
  const everybody = [
    { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] }
  ];
  const defaults = access === 'iam' ? everybody : [];
  const input = {
    FederatedCatalog: { Identifier: identifierOf(spec), ConnectionName: 'aws:s3tables' },
    CreateDatabaseDefaultPermissions: defaults,
    CreateTableDefaultPermissions: defaults,
    OverwriteChildResourcePermissionsWithDefault: 'Accept',
    AllowFullTableExternalDataAccess: 'True'
  };
  const update = `aws glue update-catalog --region ${region} --catalog-id ${CATALOG} --catalog-input '${JSON.stringify(input)}'`;
  const location = `--region ${region} --resource-arn '${identifierOf(spec)}'`;
  return access === 'iam'
    ? [update, `aws lakeformation deregister-resource ${location}`]
    : [
        `aws lakeformation register-resource ${location} --role-arn ${newRoleArn(spec)} --with-federation --with-privileged-access`,
        update
      ];
}

function repairs(spec: EnvironmentSpec): string {
  return `aws lakeformation update-resource --region ${spec.region} --resource-arn '${identifierOf(spec)}' --role-arn <a role that Lake Formation may assume> --with-federation, or the trust policy of the role in IAM`;
}
