import type { Aws, Question, Verdict } from '../aws/ports.js';
import type { Context } from '../context.js';
import { asActionError } from '../errors.js';
import { parseSession } from '../principal-arn.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import type { Need } from './needs.js';

/** How long IAM is waited for when all else is done, ms: the run can do without its answer. */
const PATIENCE_MS = 5_000;

/** Who is asked about, and what. */
export interface Asked {
  readonly spec: EnvironmentSpec;
  readonly needs: readonly Need[];
}

/** A question to IAM that is under way. */
export interface Inquiry {
  /** What IAM says, waited for a few seconds at most; `undefined`: it may not be asked, or does not answer. */
  verdicts(): Promise<readonly Verdict[] | undefined>;
  /** Stops waiting, and cuts what is still in flight. */
  end(): void;
}

/** Begins to ask IAM what the caller may do of what is needed. Throws nothing: without an answer the run goes on. */
export function beginInquiry(aws: Pick<Aws, 'iam' | 'simulator'>, asked: Asked, context: Context): Inquiry {
  const over = new AbortController();
  const own = { ...context, cut: AbortSignal.any([context.cut, over.signal]) };
  const answer = ask(aws, asked, own).catch((thrown: unknown) => {
    context.reporter.debug(`IAM was not asked what the credentials may do: ${asActionError(thrown).message}`);
    return undefined;
  });
  return {
    verdicts: async () => {
      const patience = context.clock.sleep(PATIENCE_MS, AbortSignal.any([context.signal, over.signal]));
      const tooLong = patience.then(
        () => undefined,
        () => undefined
      );
      return Promise.race([answer, tooLong]);
    },
    end: () => over.abort(new Error('the answer is no longer needed'))
  };
}

async function ask(
  aws: Pick<Aws, 'iam' | 'simulator'>,
  { spec, needs }: Asked,
  context: Context
): Promise<readonly Verdict[] | undefined> {
  const questions = questionsOf(needs, factsOf(spec));
  const askAbout = async (principal: string): Promise<readonly Verdict[]> => {
    const answers = questions.map((question) => aws.simulator.simulate(principal, question, context));
    return (await Promise.all(answers)).flat();
  };
  const verdicts = await askAboutCaller(aws, spec, askAbout, context);
  if (verdicts === undefined) {
    context.reporter.debug(`IAM cannot be asked what ${spec.callerArn ?? 'the caller'} may do`);
    return undefined;
  }
  const asked = new Set(
    needs.flatMap(({ action, resources }) => resources.map((each) => `${action} ${each}`))
  );
  return verdicts.filter(({ action, resource }) => asked.has(`${action} ${resource}`));
}

/**
 * Asks about whom IAM has policies of: a user, or the role of a session. STS does not tell a role's path, and few have
 * one: only when IAM knows none without does it cost a call to find it out. The root has no policies.
 */
async function askAboutCaller(
  { iam }: Pick<Aws, 'iam'>,
  { callerArn = '' }: Pick<EnvironmentSpec, 'callerArn'>,
  askAbout: (principal: string) => Promise<readonly Verdict[]>,
  context: Context
): Promise<readonly Verdict[] | undefined> {
  if (/^arn:[^:]+:iam::\d+:user\//.test(callerArn)) return askAbout(callerArn);
  const session = parseSession(callerArn);
  if (session === undefined) return undefined;
  try {
    const { partition, accountId, roleName } = session;
    return await askAbout(`arn:${partition}:iam::${accountId}:role/${roleName}`);
  } catch (thrown) {
    if (asActionError(thrown).code !== 'VANISHED') throw thrown;
    const role = await iam.getRole(session.roleName, context);
    return role && askAbout(role.arn);
  }
}

/** How many answers IAM gives at once, a page, where it is not told otherwise. */
const PAGE = 100;
/** So many answers that nobody needs are better than another question. */
const MOST_FOR_NOTHING = 20;

/**
 * As few questions as there are pages of answers: IAM answers for each action on each resource of a question, so that what
 * is needed on several sets of resources is asked together as long as that fits, and some of it for nothing.
 */
function questionsOf(needs: readonly Need[], facts: Question['facts']): Question[] {
  const questions: Question[] = [];
  for (const place of new Set(needs.map((need) => need.place))) {
    const own = needs.filter((need) => need.place === place);
    const question = { actions: own.map(({ action }) => action), resources: own[0]?.resources ?? [], facts };
    const at = questions.findIndex((other) => isWorthIt(other, question));
    const other = questions[at];
    if (other === undefined) questions.push(question);
    else questions[at] = both(other, question);
  }
  return questions;
}

function both(one: Question, other: Question): Question {
  const join = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
  return {
    actions: join(one.actions, other.actions),
    resources: join(one.resources, other.resources),
    facts: one.facts
  };
}

/** What is asked for nothing takes time to read as well. */
function isWorthIt(one: Question, other: Question): boolean {
  const size = sizeOf(both(one, other));
  return size <= PAGE && size - sizeOf(one) - sizeOf(other) <= MOST_FOR_NOTHING;
}

function sizeOf({ actions, resources }: Question): number {
  return actions.length * resources.length;
}

/** What conditions in policies may ask for and is known beforehand. */
function factsOf({ region, names }: EnvironmentSpec): Question['facts'] {
  return {
    'aws:SecureTransport': true,
    'aws:RequestedRegion': region,
    's3tables:namespace': names.namespace,
    's3tables:tableName': names.table,
    'iam:PassedToService': 'lakeformation.amazonaws.com'
  };
}
