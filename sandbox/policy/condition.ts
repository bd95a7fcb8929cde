import type { Context } from './context.js';
import { readOperator, type Operator, type ReadOperator } from './operators.js';

/** `Condition` of a statement: operators, keys, values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * Whether all conditions hold (IAM User Guide, "IAM JSON policy elements: Condition operators" and "Conditions with
 * multiple context keys or values"). An operator that IAM does not have never holds.
 * @param variables what fills in policy variables; absent where the document has none
 */
export function conditionsHold(conditions: Conditions, context: Context, variables?: Context): boolean {
  return Object.entries(conditions).every(([name, keys]) => {
    const operator = readOperator(name);
    return (
      operator !== undefined &&
      Object.entries(keys).every(([key, wanted]) =>
        holds(operator, context.get(key.toLowerCase()), wanted, variables)
      )
    );
  });
}

function holds(
  operator: ReadOperator,
  given: readonly string[] | undefined,
  wanted: readonly string[],
  variables: Context | undefined
): boolean {
  const { isNull, ifExists, isDenial, quantifier, compare } = operator;
  const isAbsent = given === undefined || given.length === 0;
  if (isNull) return wanted.some((value) => (value.toLowerCase() === 'true') === isAbsent);
  if (isAbsent) return ifExists || quantifier === 'ForAllValues' || (isDenial && quantifier === undefined);
  const one = (value: string): boolean => matches(value, wanted, compare, variables) !== isDenial;
  if (quantifier === 'ForAllValues') return given.every(one);
  // Without a quantifier a denial has to hold for every value that there is.
  return isDenial && quantifier === undefined ? given.every(one) : given.some(one);
}

function matches(
  value: string,
  wanted: readonly string[],
  compare: Operator,
  variables: Context | undefined
): boolean {
  return wanted.some((one) => compare(value, one, variables));
}
