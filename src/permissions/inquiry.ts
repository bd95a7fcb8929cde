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
  const principal = await principalOf(aws, spec, context);
  if (principal === undefined) {
    context.reporter.debug(`IAM cannot be asked what ${spec.callerArn ?? 'the caller'} may do`);
    return undefined;
  }
  const questions = questionsOf(needs, factsOf(spec));
  const answers = await Promise.all(
    questions.map((question) => aws.simulator.simulate(principal, question, context))
  );
  return answers.flat();
}

/** Whom IAM has policies of: a user, or the role of a session, whose path STS does not tell. The root has none. */
async function principalOf(
  { iam }: Pick<Aws, 'iam'>,
  { callerArn = '' }: Pick<EnvironmentSpec, 'callerArn'>,
  context: Context
): Promise<string | undefined> {
  if (/^arn:[^:]+:iam::\d+:user\//.test(callerArn)) return callerArn;
  const session = parseSession(callerArn);
  return session && (await iam.getRole(session.roleName, context))?.arn;
}

/** One question for each set of resources. */
function questionsOf(needs: readonly Need[], facts: Question['facts']): Question[] {
  return [...new Set(needs.map(({ place }) => place))].map((place) => {
    const own = needs.filter((need) => need.place === place);
    return { actions: own.map(({ action }) => action), resources: own[0]?.resources ?? [], facts };
  });
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
