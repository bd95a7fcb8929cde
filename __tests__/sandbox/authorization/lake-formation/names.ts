import { expect } from '@jest/globals';

export const CatalogId = '123456789012:s3tablescatalog/dev-app';

export const buckets = 'arn:aws:s3tables:us-east-1:123456789012:bucket/*';

export const roleArn = (name: string): string => `arn:aws:iam::123456789012:role/ci/${name}`;

export const principal = (name: string): { DataLakePrincipalIdentifier: string } => ({
  DataLakePrincipalIdentifier: roleArn(name)
});

const everyone = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] }
];

/** `s3tablescatalog`, with access left to IAM or to Lake Formation. */
export function federated(mode: 'iam' | 'lake-formation'): object {
  const defaults = mode === 'iam' ? everyone : [];
  return {
    Name: 's3tablescatalog',
    CatalogInput: {
      FederatedCatalog: { Identifier: buckets, ConnectionName: 'aws:s3tables' },
      CreateDatabaseDefaultPermissions: defaults,
      CreateTableDefaultPermissions: defaults
    }
  };
}

/** A policy that allows actions on everything. */
export function allowAll(actions: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }]
  });
}

/** What `toThrow` compares a refusal with. */
export const refused = (code: string, message: string | RegExp): unknown =>
  expect.objectContaining({
    code,
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as unknown)
  });

/** The refusal that names a permission: `Create Database on Catalog`. */
export const insufficient = (what: string): unknown =>
  refused('AccessDeniedException', `Insufficient Lake Formation permission(s): Required ${what}`);

/** The refusal for who may neither give nor see permissions. */
export const notAuthorized = refused(
  'AccessDeniedException',
  'Resource does not exist or requester is not authorized to access requested permissions.'
);
