import { pageOf } from '../input/page.js';
import { contextOf } from '../policy/context.js';
import { decide, type Asker, type Decision } from '../policy/decide.js';
import { readPolicy, type Policy } from '../policy/document.js';
import { xmlElements } from '../protocol/xml.js';
import { AwsRefusal } from '../service.js';
import { read, type IamCall } from './answer.js';
import { callerContext, identityOf, policiesOf } from './asker.js';
import { checkPermissionPolicy } from './policy-document.js';
import { noSuchEntity } from './refusals.js';
import type { Identity } from './state.js';
import { element, listXml, textList } from './xml.js';

interface Case {
  readonly action: string;
  readonly resource: string;
}

/**
 * What a user's or role's policies say to each action on each resource. As at AWS nothing is looked up: conditions see
 * the given context and who asks, resource policies are those in the request. Where in a document a statement
 * stands is not told.
 */
export function simulatePrincipalPolicy(call: IamCall): string {
  const input = read('SimulatePrincipalPolicy', call);
  const identity = sourceOf(call, input.PolicySourceArn);
  const asker = askerFor(call, identity, input);
  const ofResource = input.ResourcePolicy === undefined ? [] : [given(input.ResourcePolicy, 'resource')];
  const entries = input.ContextEntries.map(({ ContextKeyName, ContextKeyValues }) => [
    ContextKeyName,
    ContextKeyValues
  ]);
  const context = contextOf(Object.fromEntries(entries) as Record<string, readonly string[]>);
  const cases = input.ActionNames.flatMap((action) =>
    input.ResourceArns.map((resource): Case => ({ action: checkedAction(action), resource }))
  );
  const keyed = cases.map((one, at) => ({ one, key: String(at).padStart(6, '0') }));
  const badMarker = new AwsRefusal(400, 'InvalidInput', 'Invalid Marker.');
  const page = pageOf(keyed, ({ key }) => key, { size: input.MaxItems, token: input.Marker }, badMarker);
  const results = page.items.map(({ one }) => {
    const decision = decide(asker, { ...one, context }, ofResource);
    return resultXml(one, decision, missingKeys([...asker.identity, ...ofResource], asker, context));
  });
  const more = { IsTruncated: String(page.next !== undefined), Marker: page.next };
  return listXml('EvaluationResults', results) + xmlElements(more);
}

function sourceOf({ account }: IamCall, arn: string): Identity {
  if (!/^arn:[^:]+:iam::\d{12}:(user|role)\/.+$/.test(arn)) {
    throw new AwsRefusal(
      400,
      'InvalidInput',
      `Invalid Entity Arn: ${arn} does not clearly define entity type.`
    );
  }
  const identity = identityOf(account.iam, arn);
  if (identity) return identity;
  throw noSuchEntity(`The entity ${arn} cannot be found.`);
}

interface Extra {
  readonly PolicyInputList: readonly string[];
  readonly PermissionsBoundaryPolicyInputList?: readonly string[];
  readonly CallerArn?: string;
}

function askerFor({ account }: IamCall, identity: Identity, extra: Extra): Asker {
  const boundaries = extra.PermissionsBoundaryPolicyInputList;
  const own = policiesOf(account.iam, identity);
  const inputs = extra.PolicyInputList.map((text, at) => given(text, 'none', `PolicyInputList.${at + 1}`));
  const boundary = boundaries?.map((text) => given(text, 'none')) ?? own.boundary;
  const { arn, id: userId } = identity;
  const caller = { accountId: account.id, arn, userId, principalArn: extra.CallerArn ?? arn };
  return {
    arn: caller.principalArn,
    principalArn: caller.principalArn,
    accountId: account.id,
    identity: [...own.identity, ...inputs],
    ...(boundary && { boundary }),
    context: callerContext(caller, identity)
  };
}

function given(text: string, type: 'none' | 'resource', id: string = type): Policy {
  try {
    if (type === 'none') checkPermissionPolicy(text);
    return readPolicy(text, id, type);
  } catch {
    throw new AwsRefusal(400, 'InvalidInput', `The policy ${id} is not valid.`);
  }
}

function checkedAction(action: string): string {
  if (/^[\w-]+:\w+$/.test(action)) return action;
  throw new AwsRefusal(400, 'InvalidInput', `Invalid action name: ${action}`);
}

/** The condition keys that the policies ask for and nobody gave. */
function missingKeys(
  policies: readonly Policy[],
  asker: Asker,
  context: ReadonlyMap<string, unknown>
): readonly string[] {
  const asked = policies
    .flatMap(({ statements }) => statements)
    .flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys));
  const isGiven = (key: string): boolean =>
    context.has(key.toLowerCase()) || asker.context.has(key.toLowerCase());
  return [...new Set(asked)].filter((key) => !isGiven(key));
}

function resultXml({ action, resource }: Case, decision: Decision, missing: readonly string[]): string {
  const { effect, by } = decision;
  const statements = decision.matched.map(({ policy }) =>
    element('member', xmlElements({ SourcePolicyId: policy.id, SourcePolicyType: policy.type }))
  );
  const shared = listXml('MatchedStatements', statements) + textList('MissingContextValues', missing);
  const ofResource = xmlElements({ EvalResourceName: resource, EvalResourceDecision: effect }) + shared;
  const boundary = by === 'permissions boundary' ? boundaryXml : '';
  return element(
    'member',
    xmlElements({ EvalActionName: action, EvalResourceName: resource, EvalDecision: effect }) +
      shared +
      boundary +
      listXml('ResourceSpecificResults', [element('member', ofResource)])
  );
}

const boundaryXml = element(
  'PermissionsBoundaryDecisionDetail',
  xmlElements({ AllowedByPermissionsBoundary: 'false' })
);
