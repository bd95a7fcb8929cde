import { brokenRules, LABEL, LABEL_MAX, REPOSITORY, type Names } from '../names.js';
import { TAG } from '../ownership.js';
import type { EnvironmentRecord } from './records.js';

const KINDS: readonly (keyof Names)[] = ['tableBucket', 'namespace', 'table', 'glueDatabase'];

/**
 * Why a record cannot be one that this action wrote, in a whole sentence; `undefined`: it can. What is in it is held to
 * what the inputs would have let through, since others may have written it. Pure.
 */
export function recordProblem({ owner, names, marks }: EnvironmentRecord): string | undefined {
  const { env, application, repository } = owner;
  const broken = [
    ...(isLabel(env) ? [] : [`${TAG.env} ${quoted(env)}`]),
    ...(isLabel(application) ? [] : [`${TAG.application} ${quoted(application)}`]),
    ...(repository === undefined || REPOSITORY.test(repository)
      ? []
      : [`${TAG.repository} ${quoted(repository)}`]),
    ...(isNumber(marks[TAG.pullRequest])
      ? []
      : [`${TAG.pullRequest} ${quoted(marks[TAG.pullRequest] ?? '')}`]),
    ...KINDS.filter((kind) => brokenRules(kind, names[kind]).length > 0).map((kind) => quoted(names[kind]))
  ];
  if (broken.length === 0) return undefined;
  return `Its record holds what this action never writes, so nothing is done by it: ${broken.join(', ')}.`;
}

/**
 * The same record, to be told of and nothing else: what others may have written into it is cut, and holds nothing that a
 * log or a page would obey. Pure.
 */
export function harmless({ owner, isolation, names }: EnvironmentRecord): EnvironmentRecord {
  const { env, application } = owner;
  return {
    owner: { env: printable(env), application: printable(application) },
    isolation,
    names: {
      tableBucket: printable(names.tableBucket),
      namespace: printable(names.namespace),
      table: printable(names.table),
      glueDatabase: printable(names.glueDatabase)
    },
    marks: {}
  };
}

function isLabel(text: string): boolean {
  return text.length <= LABEL_MAX && LABEL.test(text);
}

function isNumber(text: string | undefined): boolean {
  return text === undefined || /^[1-9]\d{0,15}$/.test(text);
}

/** In quotes, on one line, and never long. */
export function quoted(text: string): string {
  return JSON.stringify(printable(text));
}

function printable(text: string): string {
  const cut = text.length > 64 ? `${text.slice(0, 64)}…` : text;
  return cut.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
}
