/** The environment of these tests. Nothing of it is the demo's. */
export const ACCOUNT = '210987654321';
export const REGION = 'eu-central-1';
export const BUCKET = 'qa-7-river-gauges';
export const BUCKET_ARN = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/${BUCKET}`;
export const NAMESPACE = 'river_gauges';
export const TABLE = 'river_gauges';
export const DATABASE = 'qa_7_river_gauges_db';
export const DATABASE_ARN = `arn:aws:glue:${REGION}:${ACCOUNT}:database/${DATABASE}`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/${REGION}/AWSReservedSSO_Hydro_0a1b2c3d4e5f6071`;
export const ADMIN = `arn:aws:iam::${ACCOUNT}:role/lake/Stewards`;
export const REPOSITORY = 'hydro-ops/gauges';

/** The least that a team has to write. */
export const INPUTS = {
  env: 'qa-7',
  application: 'river-gauges',
  team: 'Hydrology Ops',
  region: REGION,
  'identity-center-role-arn': ROLE,
  'lakeformation-admin-arns': ADMIN
} as const;

/** The tags that mark this environment's resources on every run. */
export const MARKS = {
  'managed-by': 'iceberg-environment',
  'iceberg-environment:env': 'qa-7',
  'iceberg-environment:application': 'river-gauges',
  'iceberg-environment:team': 'Hydrology Ops',
  env: 'qa-7',
  application: 'river-gauges',
  team: 'Hydrology Ops'
} as const;

/** The marks of the same action for another environment. */
export const FOREIGN_MARKS = {
  ...MARKS,
  'iceberg-environment:env': 'prod',
  env: 'prod'
} as const;

/** A session token that is easy to find, wherever it should not be. */
export const SESSION_TOKEN = 'FwoGZXIvYXdzEJrNobodyMayEverSeeThisToken';
