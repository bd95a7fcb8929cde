import * as v from 'valibot';
import { ActionError } from './errors.js';
import { FIELDS, type FieldName, type Values } from './inputs/fields.js';
import { readGitHubContext, type GitHubContext } from './inputs/github-context.js';
import type { Stranger } from './inputs/github-event.js';
import { halfNameProblems, nameProblems, namesFrom, othersNameProblems } from './inputs/names.js';
import { parsePolicy, type PolicyChoice } from './inputs/policy.js';
import { problemLine, quoted, type Problem } from './inputs/problem.js';
import { tagProblems } from './inputs/tags.js';
import { REPOSITORY, type Names } from './names.js';
import { foreignResources } from './policy-resources.js';

type Env = Readonly<Record<string, string | undefined>>;

export type { Stranger };

/** Everything that the run was asked for. Read once, then only handed on. */
export interface Inputs extends Omit<Values, 'region' | 'env' | 'application'> {
  readonly region: string;
  readonly env: string;
  readonly application: string;
  readonly names: Names;
  readonly policy: PolicyChoice;
  readonly github: GitHubContext;
}

/** What cannot be left out, by command. */
const ALWAYS_REQUIRED: readonly FieldName[] = ['env', 'application'];
const REQUIRED_TO_BUILD: readonly FieldName[] = ['team'];
/** What takes the environment as it is. */
const WITHOUT_BUILDING: readonly unknown[] = ['destroy', 'smoke-test', 'iam-policy'];

/**
 * Reads every `INPUT_*` variable as GitHub's runner sets them, with the defaults of `action.yml` for those that
 * are empty. Throws `INVALID_INPUT` with all the problems of all inputs.
 */
export function readInputs(env: Env): Inputs {
  const read = readGitHubContext(env);
  const given = givenTexts(env, read);
  const github = given.command === 'auto' ? { ...read, pullRequest: read.about } : read;
  const problems: Problem[] = [];
  const values = readValues(given, problems);
  const deed = isEnd(values, github) ? 'destroy' : values.command;
  problems.push(...missing(given, values.command, deed));
  const names = namesFrom(values);
  problems.push(
    ...halfNameProblems(values),
    ...othersNameProblems(values, github.pullRequest),
    ...repositoryProblems(github),
    ...nameProblems(names, given, values),
    ...tagProblems(values.tags ?? {})
  );
  const policy = readPolicy(given['table-bucket-policy'], env, problems);
  const { region, env: envName = '', application = '' } = values;
  problems.push(...policyPlaceProblems(policy, { region, deed }, names, given['table-bucket-policy']));
  const isNamed = values.command === 'sweep' || envName !== '';
  if (problems.length > 0 || !region || !isNamed) throw invalid(problems);
  return { ...values, region, env: envName, application, names, policy, github };
}

/** `auto` at the end of a pull request needs no more than `destroy` does. */
function isEnd({ command }: Values, { meaning }: GitHubContext): boolean {
  return command === 'auto' && meaning.does === 'destroy';
}

/** The runner upper-cases an input's name and keeps its hyphens. */
function givenTexts(env: Env, { about }: Pick<GitHubContext, 'about'>): Record<FieldName, string> {
  const names = Object.keys(FIELDS) as FieldName[];
  const texts = names.map((name) => [name, env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '']);
  const given = Object.fromEntries(texts) as Record<FieldName, string>;
  if (given.command === 'auto' && about !== undefined) given.env ||= `pr-${about}`;
  given.region ||= env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1';
  return given;
}

function readValues(given: Readonly<Record<FieldName, string>>, problems: Problem[]): Values {
  const entries = (Object.keys(FIELDS) as FieldName[]).map((input) => {
    const { schema, example, fallback } = FIELDS[input];
    const text = given[input] || fallback;
    if (text === undefined) return [input, undefined];
    const result = v.safeParse<v.GenericSchema<string, unknown>>(schema, text);
    if (result.success) return [input, result.output];
    const says = result.issues.map((issue) => issue.message).join('; ');
    problems.push({ input, given: given[input], says, example });
    return [input, undefined];
  });
  return Object.fromEntries(entries) as Values;
}

function missing(
  given: Readonly<Record<FieldName, string>>,
  command: Values['command'] | undefined,
  deed = command
): Problem[] {
  if (command === 'sweep') return [];
  const building = !WITHOUT_BUILDING.includes(deed);
  const required = building ? [...ALWAYS_REQUIRED, ...REQUIRED_TO_BUILD] : ALWAYS_REQUIRED;
  const says = `${command ?? 'the command'} needs it${command === 'auto' ? ', as the event is about no pull request' : ''}`;
  return [
    ...required
      .filter((input) => given[input] === '')
      .map((input) => ({ input, given: '', says, example: FIELDS[input].example })),
    ...sharedBucketProblems(given),
    ...(building ? roleProblems(given, says) : [])
  ];
}

/** It becomes a mark, and part of the addresses that GitHub is asked at. GitHub's runner sets it; elsewhere people do. */
function repositoryProblems({ repository: given }: GitHubContext): Problem[] {
  if (given === undefined || REPOSITORY.test(given)) return [];
  return [{ input: 'GITHUB_REPOSITORY', given, says: 'it is not owner/name', example: 'octo/lake' }];
}

/** A bucket that environments share cannot be named after one of them. */
function sharedBucketProblems(given: Readonly<Record<FieldName, string>>): Problem[] {
  if (given.isolation !== 'namespace' || given['table-bucket-name'] !== '') return [];
  const says = 'isolation: namespace needs it: the table bucket that the environments share';
  return [{ input: 'table-bucket-name', given: '', says, example: 'lake-pull-requests' }];
}

/** The role is named by its ARN or by its permission set; both could name two. */
function roleProblems(given: Readonly<Record<FieldName, string>>, says: string): Problem[] {
  const [input, other] = ['identity-center-role-arn', 'identity-center-permission-set'] as const;
  const { example } = FIELDS[input];
  if (given[input] === '' && given[other] === '') {
    return [{ input, given: '', says: `${says}, or ${other}`, example }];
  }
  if (given[input] === '' || given[other] === '') return [];
  const both = `it is given together with ${input}; give one of them`;
  return [{ input: other, given: given[other], says: both, example: FIELDS[other].example }];
}

function readPolicy(given: string, env: Env, problems: Problem[]): PolicyChoice {
  const places = { workspace: env.GITHUB_WORKSPACE || process.cwd(), temp: env.RUNNER_TEMP };
  const result = parsePolicy(given || 'default', places);
  if ('value' in result) return result.value;
  problems.push({ input: 'table-bucket-policy', given, says: result.problem, example: 'policies/lake.json' });
  return 'default';
}

/** Which account it is for is known later (`environment.ts`); which table bucket, now. */
function policyPlaceProblems(
  policy: PolicyChoice,
  { region, deed }: { readonly region: string | undefined; readonly deed: Values['command'] | undefined },
  { tableBucket }: Names,
  given: string
): Problem[] {
  // What is removed has its own policy, whatever this one says.
  const isUsed = deed !== 'destroy' && deed !== 'sweep';
  if (typeof policy === 'string' || region === undefined || !isUsed) return [];
  const foreign = foreignResources(policy, { region, tableBucket });
  if (foreign.length === 0) return [];
  const bucket = `arn:aws:s3tables:${region}:<account id>:bucket/${tableBucket}`;
  const says = `${foreign.map((each) => quoted(each)).join(', ')} is not the table bucket that the policy is for, nor anything in it${wildcardHint(foreign)}`;
  return [{ input: 'table-bucket-policy', given, says, example: `"Resource": ["${bucket}", "${bucket}/*"]` }];
}

function wildcardHint(resources: readonly string[]): string {
  const has = resources.some((each) => /[*?]/.test(each.split(':').slice(0, 5).join(':')));
  return has ? '; a wildcard may stand only after bucket/, so name region and account' : '';
}

function invalid(problems: readonly Problem[]): ActionError {
  const lines = problems.map((problem) => `- ${problemLine(problem)}`);
  const inputs = new Set(problems.map(({ input }) => input)).size;
  const count = inputs === 1 ? 'One input' : `${inputs} inputs`;
  return new ActionError('INVALID_INPUT', { found: `${count} cannot be used:\n${lines.join('\n')}\n` });
}

/** What can be read of the inputs by itself, before all of them are read, or when they cannot be used as a whole. */
export interface Wishes {
  readonly command?: Values['command'] | undefined;
  readonly github: GitHubContext;
  /** `fork-pull-requests`; absent: it cannot be read. */
  readonly choice?: Values['fork-pull-requests'] | undefined;
  readonly summary: boolean;
  readonly exportEnv: boolean;
  readonly outputsFile?: string | undefined;
}

/** Reads what {@link Wishes} says, one input at a time. Throws nothing. */
export function readWishes(env: Env): Wishes {
  const github = readGitHubContext(env);
  const values: Partial<Values> = readValues(givenTexts(env, github), []);
  return {
    command: values.command,
    github,
    choice: values['fork-pull-requests'],
    summary: values.summary ?? true,
    exportEnv: values['export-env'] ?? false,
    outputsFile: values['outputs-file']
  };
}
