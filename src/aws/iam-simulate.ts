import type { EvaluationResult, IAM } from '@aws-sdk/client-iam';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { allPages, listIn, required } from './answer.js';
import type { Call } from './call.js';
import type { Question, SimulatorPort, Verdict } from './ports.js';
import type { Service } from './service.js';

const SIMULATE: Call = {
  operation: 'iam:SimulatePrincipalPolicy',
  doing: 'ask IAM what the credentials may do'
};

/**
 * Asks IAM what a principal may do, by its own policies, its permissions boundary and, as far as IAM knows them,
 * the organization's; resource policies are not looked at
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html).
 */
export function makeSimulator(service: Service<IAM>): SimulatorPort {
  const simulate: SimulatorPort['simulate'] = async (principal, question, context) => {
    try {
      return await ask(service, principal, question, context);
    } catch (error) {
      // Actions that IAM authorizes by different information cannot be asked about in one call; which, it does not tell.
      const { actions } = question;
      if (!isInvalid(error) || actions.length < 2) throw error;
      const middle = Math.ceil(actions.length / 2);
      const halves = [actions.slice(0, middle), actions.slice(middle)];
      const answers = halves.map((half) => simulate(principal, { ...question, actions: half }, context));
      return (await Promise.all(answers)).flat();
    }
  };
  return { simulate };
}

async function ask(
  service: Service<IAM>,
  principal: string,
  { actions, resources, facts }: Question,
  context: Context
): Promise<readonly Verdict[]> {
  const request = {
    PolicySourceArn: principal,
    ActionNames: [...actions],
    ResourceArns: [...resources],
    ContextEntries: Object.entries(facts).map(([ContextKeyName, value]) => ({
      ContextKeyName,
      ContextKeyType: typeof value === 'boolean' ? ('boolean' as const) : ('string' as const),
      ContextKeyValues: [String(value)]
    }))
  };
  const results = await allPages(SIMULATE, (Marker) =>
    service.ask(context, SIMULATE, async (iam, options) => {
      const answer = await iam.simulatePrincipalPolicy({ ...request, Marker }, options);
      const next = answer.IsTruncated === true ? answer.Marker : undefined;
      return { items: listIn(answer.EvaluationResults, 'EvaluationResults', SIMULATE), next };
    })
  );
  return results.flatMap((result) => verdictsOf(result, resources));
}

/** With several resources the answer for each is inside the one for the action. */
function verdictsOf(result: EvaluationResult, resources: readonly string[]): Verdict[] {
  const action = result.EvalActionName ?? '';
  const each = result.ResourceSpecificResults ?? [];
  if (each.length > 0) {
    return each.map((one) => ({
      action,
      resource: one.EvalResourceName ?? '',
      decision: required(one.EvalResourceDecision, 'EvalResourceDecision', SIMULATE),
      unknownFacts: one.MissingContextValues ?? []
    }));
  }
  const named = result.EvalResourceName;
  const about = named === undefined || !resources.includes(named) ? resources : [named];
  const decision = required(result.EvalDecision, 'EvalDecision', SIMULATE);
  return about.map((resource) => ({
    action,
    resource,
    decision,
    unknownFacts: result.MissingContextValues ?? []
  }));
}

function isInvalid(error: unknown): boolean {
  return error instanceof ActionError && /^(?:InvalidInput|ValidationError)/.test(error.answer?.name ?? '');
}
