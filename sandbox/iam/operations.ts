import type { Handler } from './answer.js';
import { identityOperations } from './identity-operations.js';
import { policyOperations } from './policy-operations.js';
import { providerOperations } from './provider-operations.js';
import { roleOperations } from './role-operations.js';
import { simulatePrincipalPolicy } from './simulate.js';
import { userOperations } from './user-operations.js';

/** IAM's operations by name. */
export const operations: Readonly<Record<string, Handler>> = {
  ...roleOperations,
  ...identityOperations('Role'),
  ...userOperations,
  ...identityOperations('User'),
  ...policyOperations,
  ...providerOperations,
  SimulatePrincipalPolicy: simulatePrincipalPolicy
};
