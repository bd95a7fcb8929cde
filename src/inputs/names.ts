import { brokenRules, derivedNames, suggestName, type Names } from '../names.js';
import type { FieldName, Values } from './fields.js';
import type { Problem } from './problem.js';

/** The input that each name can be set by. */
const INPUT_OF = {
  tableBucket: 'table-bucket-name',
  namespace: 'namespace',
  table: 'table',
  glueDatabase: 'glue-database'
} as const satisfies Record<keyof Names, FieldName>;

const KINDS = Object.keys(INPUT_OF) as (keyof Names)[];

/** The names as set, and derived from env and application where they are not. */
export function namesFrom(values: Values): Names {
  const derived = derivedNames(values.env ?? '', values.application ?? '', values.isolation);
  return {
    tableBucket: values['table-bucket-name'] ?? derived.tableBucket,
    namespace: values.namespace ?? derived.namespace,
    table: values.table ?? derived.table,
    glueDatabase: values['glue-database'] ?? derived.glueDatabase
  };
}

/** What begins or ends as if something were missing of it: `pr-`, where there is no number. */
export function halfNameProblems(values: Values): Problem[] {
  const says = 'it begins or ends with - or _: an expression in it is probably empty';
  return (['env', 'application'] as const).flatMap((input) => {
    const given = values[input] ?? '';
    const example = input === 'env' ? 'dev' : 'myapp';
    return /^[-_]|[-_]$/.test(given) ? [{ input, given, says, example }] : [];
  });
}

/** The environment of a pull request by its name, and what derives the same names as that. */
const OF_PULL_REQUEST = /^pr[-_](\d+)(?![^-_])/i;

/**
 * `auto` takes the name of a pull request's environment only for that pull request: for any other it would touch what is
 * not its own, or make what no closing ends.
 */
export function othersNameProblems(
  { command, env = '' }: Values,
  pullRequest: number | undefined
): Problem[] {
  const number = OF_PULL_REQUEST.exec(env)?.[1];
  if (command !== 'auto' || number === undefined || Number(number) === pullRequest) return [];
  const whose = `auto takes this name at events of pull request ${Number(number)} alone`;
  const says =
    pullRequest === undefined
      ? `${whose}, and this event is about none: give another name, or say what is wanted by command: apply`
      : `${whose}, and this event is about ${pullRequest}: leave env out, and auto names it`;
  return [
    { input: 'env', given: env, says, example: pullRequest === undefined ? 'dev' : `pr-${pullRequest}` }
  ];
}

/** Every rule that a name breaks, with a name that breaks none. A name derived from nothing is no problem of its own. */
export function nameProblems(
  names: Names,
  given: Readonly<Record<FieldName, string>>,
  values: Values
): Problem[] {
  const derivable = values.env !== undefined && values.application !== undefined;
  return KINDS.flatMap((kind) => {
    const input = INPUT_OF[kind];
    if (given[input] === '' && !derivable) return [];
    const broken = brokenRules(kind, names[kind]);
    if (broken.length === 0) return [];
    const origin = given[input] === '' ? `it is derived from env and application, and ` : '';
    return [
      { input, given: names[kind], says: origin + broken.join('; '), example: suggestName(kind, names[kind]) }
    ];
  });
}
