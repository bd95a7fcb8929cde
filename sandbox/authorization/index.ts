import type { Authorizer } from '../service.js';
import { authorizeIam } from './iam/authorize.js';
import { authorizeLakeFormation } from './lake-formation/authorize.js';

const authorizers = {
  none: [],
  iam: [authorizeIam],
  'lake-formation': [authorizeLakeFormation],
  all: [authorizeIam, authorizeLakeFormation]
} as const satisfies Readonly<Record<string, readonly Authorizer[]>>;

/** Whose permissions are checked. */
export type Enforce = keyof typeof authorizers;

/** The words for {@link Enforce}. */
export const enforceNames = Object.keys(authorizers) as readonly Enforce[];

/** What is asked before each operation, IAM first: without its permission Lake Formation is not reached. */
export function authorizersFor(enforce: Enforce): readonly Authorizer[] {
  return authorizers[enforce];
}

/** Whether Lake Formation's permissions are among what is checked. */
export function enforcesLakeFormation(enforce: Enforce): boolean {
  return authorizersFor(enforce).includes(authorizeLakeFormation);
}
