import { readExpiry } from '../expiry.js';
import { TAG } from '../ownership.js';
import { quoted } from './record-problem.js';
import { type EnvironmentRecord, ownerOf } from './records.js';

/** What decides over environments, besides their records. */
export interface Law {
  /** ms since the epoch, UTC. */
  readonly now: number;
  /** `owner/name` of the repository whose pull requests can be asked about. */
  readonly repository: string | undefined;
  /** The numbers of its open pull requests; absent: not known. */
  readonly open?: ReadonlySet<number> | undefined;
  /** Only environments of these repositories and applications are swept; empty or absent: of all. */
  readonly only?: Bounds | undefined;
}

/** What a sweep is narrowed to. */
export interface Bounds {
  readonly repositories: readonly string[];
  readonly applications: readonly string[];
}

/** What is to become of an environment. */
export interface Judgement {
  /** Why it is to go; absent: it stays. */
  readonly reason?: 'expired' | 'closed';
  /** In a whole sentence. */
  readonly why: string;
  /** True: somebody should look at it. */
  readonly doubtful?: boolean;
}

/** An environment, and what is to become of it. */
export interface Judged {
  readonly record: EnvironmentRecord;
  readonly judgement: Judgement;
}

/** Whether an environment is to go. What cannot be read never counts as expired. Pure. */
export function judge({ marks }: Pick<EnvironmentRecord, 'marks'>, law: Law): Judgement {
  const outside = whyOutside(marks, law.only);
  if (outside !== undefined) return { why: outside };
  const judgement = judgeByTime(marks, law);
  const nobody = judgement.reason === undefined ? undefined : whyForNobody(marks, law);
  return nobody === undefined ? judgement : { why: `${judgement.why} ${nobody}`, doubtful: true };
}

function judgeByTime(marks: EnvironmentRecord['marks'], law: Law): Judgement {
  const expiry = marks[TAG.expiresAt];
  const at = expiry === undefined ? undefined : readExpiry(expiry);
  if (at !== undefined && at <= law.now) return { reason: 'expired', why: `It expired at ${expiry}.` };
  const byPullRequest = judgeByPullRequest(marks, law);
  if (byPullRequest.reason !== undefined) return byPullRequest;
  if (expiry !== undefined && at === undefined) {
    const why = `Its ${TAG.expiresAt} cannot be read: ${quoted(expiry)}. It does not count as expired.`;
    return { why, doubtful: true };
  }
  if (at !== undefined && !byPullRequest.doubtful) return { why: `It expires at ${expiry}.` };
  return byPullRequest;
}

function judgeByPullRequest(marks: EnvironmentRecord['marks'], { repository, open }: Law): Judgement {
  const { pullRequest, repository: marked } = ownerOf(marks);
  if (pullRequest === undefined) return { why: 'It has no expiry and belongs to no pull request.' };
  if (!isSame(marked, repository)) {
    return {
      why: `Its pull request ${pullRequest} is one of ${marked ?? 'a repository that is not known'}.`
    };
  }
  if (open === undefined) {
    return { why: `Whether its pull request ${pullRequest} is open is not known.`, doubtful: true };
  }
  return open.has(pullRequest)
    ? { why: `Its pull request ${pullRequest} is open.` }
    : { reason: 'closed', why: `Its pull request ${pullRequest} is closed.` };
}

function whyOutside(marks: EnvironmentRecord['marks'], only: Bounds | undefined): string | undefined {
  const { application, repository } = ownerOf(marks);
  const { repositories = [], applications = [] } = only ?? {};
  if (applications.length > 0 && !applications.includes(application)) {
    return 'It is of an application that sweep-applications does not name.';
  }
  if (repositories.length === 0 || repositories.some((each) => isSame(each, repository))) return undefined;
  return 'It is of a repository that sweep-repositories does not name.';
}

/** A run that does not say for which repository it acts removes nothing that belongs to one. */
function whyForNobody(marks: EnvironmentRecord['marks'], { repository, only }: Law): string | undefined {
  const { repository: marked } = ownerOf(marks);
  const isNamed = only?.repositories.some((each) => isSame(each, marked)) ?? false;
  if (marked === undefined || repository !== undefined || isNamed) return undefined;
  return `It belongs to the repository ${marked}, and GITHUB_REPOSITORY is not set, so it is not known for whom this run acts. Setting GITHUB_REPOSITORY=${marked}, or naming it in sweep-repositories, says so.`;
}

/** GitHub's names do not tell upper case from lower. */
export function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}
