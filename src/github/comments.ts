import * as v from 'valibot';
import { count } from '../text.js';
import type { Answer } from './api.js';
import { isNotFound, readAnswer, type Ask } from './refusal.js';

/** What a comment is about: one comment for each. */
export interface Subject {
  readonly env: string;
  readonly application: string;
  readonly region: string;
}

/** A place for comments: a pull request of a repository. */
export interface Thread {
  readonly ask: (ask: Ask) => Promise<Answer>;
  /** `owner/name` */
  readonly repository: string;
  readonly pullRequest: number;
  /** Told where a comment looks like ours and is not, or cannot be told to be. */
  readonly warn: (message: string) => void;
}

/** GitHub's own login of a workflow's token. */
const ACTIONS_BOT = 'github-actions[bot]';
const PERMISSION = 'pull-requests: write';
const PAGE = 100;

const user = v.object({ login: v.string(), type: v.optional(v.string()) });
const known = v.object({ login: v.pipe(v.string(), v.minLength(1)) });
const graphQlUser = v.object({ data: v.object({ viewer: known }) });
const comment = v.object({
  id: v.number(),
  body: v.nullish(v.string(), ''),
  // Gitea and Forgejo know no type.
  user: v.nullish(user)
});
type Comment = v.InferOutput<typeof comment>;

/** The hidden first line by which a comment is known. Nothing in a name can end it. */
export function markerOf({ env, application, region }: Subject): string {
  const safe = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('--', '%2D%2D');
  return `<!-- iceberg-environment ${[env, application, region].map(safe).join(' ')} -->`;
}

/**
 * Puts the comment of an environment up to date, or posts it where there is none: all comments are looked through, and
 * only one that this token wrote is taken. Two runs may each post one: whoever posts looks once more, and the first stays.
 * Throws `GITHUB_DENIED` and `GITHUB_UNREACHABLE`.
 */
export async function upsertComment(thread: Thread, subject: Subject, text: string): Promise<void> {
  const { marker, body } = marked(subject, text);
  const { mine } = await find(thread, marker);
  if (!(await updateFirst(thread, mine, body))) await settle(thread, marker, body);
}

/**
 * Puts the comment of an environment up to date, where there is one; false: there is none. Where the server does not say
 * who this token is, one is posted to learn it, and does not stay. Throws the same.
 */
export async function updateComment(thread: Thread, subject: Subject, text: string): Promise<boolean> {
  const { marker, body } = marked(subject, text);
  const { mine, unknown } = await find(thread, marker);
  if (unknown === 0 || mine.length > 0) return updateFirst(thread, mine, body);
  const { posted, mine: now } = await settle(thread, marker, body);
  if (now.length > 1) return true;
  await remove(thread, posted.id);
  return false;
}

function marked(subject: Subject, text: string): { readonly marker: string; readonly body: string } {
  const marker = markerOf(subject);
  return { marker, body: `${marker}\n${text}` };
}

/**
 * Posts, which tells who this token is, whatever the server: the oldest comment of the same author becomes the one, and
 * what this leaves over goes.
 */
async function settle(
  thread: Thread,
  marker: string,
  body: string
): Promise<{ readonly posted: Comment; readonly mine: readonly Comment[] }> {
  const path = `issues/${thread.pullRequest}/comments`;
  const answer = await call(thread, { method: 'POST', path, body: { body } });
  const posted = readAnswer(comment, answer.data, `comment on the pull request ${thread.pullRequest}`);
  const all = await withMarker(thread, marker);
  const mine = all.filter(
    ({ id, user }) => id === posted.id || (user?.login && user.login === posted.user?.login)
  );
  if (mine.length > 1) await updateFirst(thread, mine, body);
  const strange = all.length - mine.length;
  if (strange > 0) thread.warn(strangers(thread, strange));
  return { posted, mine };
}

function strangers({ pullRequest }: Thread, number: number): string {
  return `The pull request ${pullRequest} has ${count(number, 'comment')} with this environment's marker that somebody else wrote, or a run with another token. What they say was not brought up to date.`;
}

/** Updates the first that is still there, and deletes those after it. False: there is none. */
async function updateFirst(thread: Thread, mine: readonly Comment[], body: string): Promise<boolean> {
  for (const [at, { id }] of mine.entries()) {
    if (!(await update(thread, id, body))) continue;
    for (const other of mine.slice(at + 1)) await remove(thread, other.id);
    return true;
  }
  return false;
}

/** The comments with this marker that this token wrote, and how many cannot be told to be anybody's. */
async function find(
  thread: Thread,
  marker: string
): Promise<{ readonly mine: readonly Comment[]; readonly unknown: number }> {
  const found = await withMarker(thread, marker);
  if (found.every(({ user }) => user?.login === ACTIONS_BOT)) return { mine: found, unknown: 0 };
  const login = await viewer(thread);
  if (login !== undefined) {
    const own = [login, `${login}[bot]`];
    return { mine: found.filter(({ user }) => own.includes(user?.login ?? '')), unknown: 0 };
  }
  const mine = found.filter(({ user }) => user?.type === 'Bot');
  return { mine, unknown: found.filter(({ user }) => user?.type === undefined).length };
}

async function withMarker(thread: Thread, marker: string): Promise<Comment[]> {
  return (await all(thread)).filter(({ body }) => body?.startsWith(marker));
}

async function all(thread: Thread): Promise<Comment[]> {
  const doing = `read the comments of the pull request ${thread.pullRequest}`;
  const found: Comment[] = [];
  let path: string | undefined = `issues/${thread.pullRequest}/comments?per_page=${PAGE}`;
  while (path !== undefined) {
    const answer: Answer = await call(thread, { method: 'GET', path });
    found.push(...readAnswer(v.array(comment), answer.data, doing));
    path = answer.next;
  }
  return found;
}

/**
 * Whose token it is. The token of an app knows itself only by GraphQL; Gitea has none, and tells a token that may read
 * its user. `undefined`: this server does not tell this token.
 */
async function viewer({ ask }: Thread): Promise<string | undefined> {
  const asking = { doing: 'ask GitHub whose token this is', permission: PERMISSION };
  const body = { query: 'query { viewer { login } }' };
  const ways = [
    async () =>
      v.parse(graphQlUser, (await ask({ method: 'POST', path: '/graphql', body, ...asking })).data).data
        .viewer,
    async () => v.parse(known, (await ask({ method: 'GET', path: '/user', ...asking })).data)
  ];
  for (const way of ways) {
    try {
      return (await way()).login;
    } catch {
      // The next way.
    }
  }
  return undefined;
}

/** False: it is gone; somebody deleted it meanwhile. */
async function update(thread: Thread, id: number, body: string): Promise<boolean> {
  return unlessGone(call(thread, { method: 'PATCH', path: `issues/comments/${id}`, body: { body } }));
}

async function remove(thread: Thread, id: number): Promise<void> {
  await unlessGone(call(thread, { method: 'DELETE', path: `issues/comments/${id}` }));
}

async function unlessGone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    if (isNotFound(thrown)) return false;
    throw thrown;
  }
}

function call(
  { ask, repository, pullRequest }: Thread,
  { method, path, body }: Pick<Ask, 'method' | 'path' | 'body'>
): Promise<Answer> {
  const whole = path.startsWith('http') ? path : `/repos/${repository}/${path}`;
  const doing = `comment on the pull request ${pullRequest}`;
  return ask({ method, path: whole, doing, permission: PERMISSION, ...(body && { body }) });
}
