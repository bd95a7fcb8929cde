import { describeEnvironment } from '../../src/environment.js';
import { readInputs, type Inputs } from '../../src/inputs.js';
import type { EnvironmentSpec } from '../../src/resources/spec.js';
import { ACCOUNT, IDENTITY } from './account.js';

export const ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/DataRole`;

/** What every environment of the tests is given, unless a test says otherwise. */
export const GIVEN = {
  env: 'dev',
  application: 'my-app',
  team: 'data',
  'identity-center-role-arn': ROLE
} as const;

/** The variables that the runner sets for a step with these inputs. */
export function stepEnv(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  );
}

/** The inputs of a step with these `with:` entries besides the usual ones. */
export function inputsWith(
  given: Readonly<Record<string, string>> = {},
  runner: Readonly<Record<string, string>> = {}
): Inputs {
  return readInputs({ ...stepEnv({ ...GIVEN, ...given }), ...runner });
}

/** The environment that these inputs describe in the tests' account. */
export function specWith(
  given: Readonly<Record<string, string>> = {},
  runner: Readonly<Record<string, string>> = {}
): EnvironmentSpec {
  return describeEnvironment(inputsWith(given, runner), IDENTITY);
}

/** The tags of a resource that another environment made. */
export const ANOTHERS_TAGS = {
  'managed-by': 'iceberg-environment',
  'iceberg-environment:env': 'prod',
  'iceberg-environment:application': 'my-app',
  'iceberg-environment:repository': 'octo/lake'
};
