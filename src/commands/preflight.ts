import type { Verdict } from '../aws/ports.js';
import type { Finding } from '../engine/survey.js';
import { ActionError } from '../errors.js';
import type { Plan, PolicySheet, Step } from '../outcome.js';
import { policyFor } from '../permissions/document.js';
import { lackingOf, lackLine, type Lack } from '../permissions/lacking.js';
import { needsOf, type Deed, type Need } from '../permissions/needs.js';
import type { Verb } from '../permissions/rows.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import type { Prepared } from './prepare.js';

/** What stands in the way for want of permissions. */
export interface Preflight {
  /** Everything that was denied, and everything that certainly would be, as one. */
  readonly failure?: ActionError | undefined;
  /** What might be denied, or what only matters once there is something to write. */
  readonly warning?: string | undefined;
  /** The policy that allows what is missing. */
  readonly policies: readonly PolicySheet[];
}

/** A look that AWS denied, and what it needs. */
interface DeniedLook {
  readonly error: ActionError;
  readonly needs: readonly Need[];
}

/**
 * What the plan needs and the credentials may not do, all at once: by IAM's word where it was asked, and by the looks
 * that were denied. With `showing`, when nothing is to be written, what is only needed to write is a warning.
 */
export function preflight(prepared: Prepared, plan: Plan, showing = false): Preflight {
  const looks = deniedLooks(prepared, plan);
  const lacks = lacksOf(prepared, plan).filter(
    (lack) => !looks.some(({ needs }) => covers(needs, lack.need))
  );
  const grave = showing && looks.length === 0 ? [] : lacks.filter(({ certain }) => certain);
  const light = lacks.filter((lack) => !grave.includes(lack));
  const missing = [
    ...looks.flatMap(({ error, needs }) => (isExplicit(error) ? [] : needs)),
    ...lacks.filter(({ denied }) => !denied).map(({ need }) => need)
  ];
  const policies = missing.length === 0 ? [] : [sheetOf(missing)];
  const document = policies.map((sheet) => JSON.stringify(sheet.document)).at(0);
  return {
    failure: failureOf(looks, grave, document),
    warning: light.length === 0 ? undefined : warningOf(light, showing),
    policies
  };
}

/** True: the failure is told of by {@link preflight}, with all others of its kind. */
export function isDeniedLook({ failure }: Finding): boolean {
  return failure?.code === 'PERMISSION_DENIED' && failure.answer !== undefined;
}

function deniedLooks({ findings, spec }: Prepared, { command }: Plan): DeniedLook[] {
  const intent = command === 'destroy' ? 'destroy' : 'apply';
  const looks = findings.filter(isDeniedLook).flatMap(({ resource, failure: error }) => {
    if (error === undefined) return [];
    const needs = needsOf(deeds(resource.id, ['observe', 'inspect']), spec, { intent });
    return [{ error, needs: needs.filter((need) => isFor(need, error)) }];
  });
  // Several resources may need the same look; those that only use it know no permission for it.
  const isTold = ({ error, needs }: DeniedLook): boolean =>
    needs.length === 0 && looks.some((look) => look.error === error && look.needs.length > 0);
  const keyOf = ({ error, needs }: DeniedLook): string =>
    [error.answer?.operation, ...needs.map(({ place }) => place)].join(' ');
  return [...new Map(looks.filter((look) => !isTold(look)).map((look) => [keyOf(look), look])).values()];
}

function isExplicit({ answer }: ActionError): boolean {
  return /explicit deny/i.test(answer?.message ?? '');
}

/** Reading the files of a table goes through S3 but is governed by S3 Tables. */
function isFor({ action }: Need, { answer }: ActionError): boolean {
  const operation = answer?.operation;
  return action === (operation === 's3:GetObject' ? 's3tables:GetTableData' : operation);
}

function lacksOf({ findings, spec, verdicts }: Prepared, plan: Plan): readonly Lack[] {
  if (verdicts === undefined) return [];
  const needs = needsOf(plan.steps.flatMap(deedsOf), spec, { sure: true });
  return lackingOf(needs, verdicts satisfies readonly Verdict[], mayHavePolicy(findings, spec));
}

/** What a step is about to do with what the table of permissions knows; nothing for one that does nothing. */
export function deedsOf({ id, action, changes, blocked }: Step): Deed[] {
  if (action === 'create') return [...deeds(id, ['inspect']), { step: id, verb: 'create', changes }];
  if (action === 'update') return [{ step: id, verb: 'update', changes }];
  if (action === 'remove') return deeds(id, ['remove']);
  const unknown = blocked?.code === 'PERMISSION_DENIED' || blocked?.code === 'BLOCKED';
  return unknown ? deeds(id, ['observe', 'inspect', 'create']) : [];
}

/** A bucket that is not there yet has no policy, and the default one allows nobody of this account anything. */
function mayHavePolicy(findings: readonly Finding[], { policy }: EnvironmentSpec): boolean {
  const bucket = findings.find(({ resource }) => resource.id === 'table-bucket');
  return (
    typeof policy === 'object' || bucket?.failure !== undefined || bucket?.observation.state !== undefined
  );
}

function failureOf(
  looks: readonly DeniedLook[],
  lacks: readonly Lack[],
  document: string | undefined
): ActionError | undefined {
  const [first, ...others] = looks;
  if (first === undefined && lacks.length === 0) return undefined;
  const attach = document === undefined ? '' : ` Attach this policy to the role of this run: ${document}`;
  const all = `${attach} The command iam-policy tells all that each command needs.`;
  if (first !== undefined && others.length + lacks.length === 0) return alone(first.error, all);
  const lines = [...looks.map(lookLine), ...lacks.map(lackLine)];
  return new ActionError('PERMISSION_DENIED', {
    doing: 'begin',
    found: `The credentials may not do all that is needed, so nothing was written. What is missing:\n${list(lines)}`,
    todo: `Take what is denied explicitly out of the policy that denies it, and allow the rest.${all}`,
    cause: first?.error
  });
}

/** What AWS said of the only thing that is missing is kept as it is. */
function alone({ code, doing, answer, found, todo, cause }: ActionError, all: string): ActionError {
  return new ActionError(code, { doing, answer, found, todo: todo + all, cause });
}

function lookLine({ error: { answer, doing }, needs }: DeniedLook): string {
  const what = needs.map(({ action, resources }) => `${action} on ${resources.join(', ')}`).join(' and ');
  const id = answer?.requestId === undefined ? '' : `, request id ${answer.requestId}`;
  const said = `to ${doing ?? 'look'}: ${answer?.name}: ${answer?.message}${id}`;
  return `${what === '' ? (answer?.operation ?? '') : what} (${said})`;
}

function warningOf(lacks: readonly Lack[], showing: boolean): string {
  const certain = lacks.every((lack) => lack.certain);
  const what = certain ? 'apply would be refused' : `${showing ? 'apply' : 'this run'} may be refused`;
  return `By what IAM says, ${what} for want of permissions:\n${list(lacks.map(lackLine))}The job summary has the policy to attach.`;
}

function sheetOf(needs: readonly Need[]): PolicySheet {
  return {
    name: 'missing',
    title: 'Policy with the permissions that are missing',
    document: policyFor(needs)
  };
}

function covers(needs: readonly Need[], { action, place }: Need): boolean {
  return needs.some((need) => need.action === action && need.place === place);
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');

const deeds = (step: string, verbs: readonly Verb[]): Deed[] => verbs.map((verb) => ({ step, verb }));
