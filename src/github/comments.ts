import * as v from 'valibot';
import type { Answer } from './api.js';
import { isNotFound, type Ask } from './refusal.js';

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
}

/** GitHub's own login of a workflow's token. */
const ACTIONS_BOT = 'github-actions[bot]';
const PERMISSION = 'pull-requests: write';
const PAGE = 100;

const comments = v.array(
  v.object({
    id: v.number(),
    body: v.nullish(v.string(), ''),
    user: v.nullish(v.object({ login: v.string(), type: v.optional(v.string()) }))
  })
);
type Comment = v.InferOutput<typeof comments>[number];

/** The hidden first line by which a comment is known. Nothing in a name can end it. */
export function markerOf({ env, application, region }: Subject): string {
  const safe = (text: string): string => encodeURIComponent(text).replaceAll('--', '%2D%2D');
  return `<!-- iceberg-environment ${[env, application, region].map(safe).join(' ')} -->`;
}

/**
 * Puts the comment of an environment up to date, or posts it where there is none: all comments are looked through, and
 * only one that this token wrote is taken. Two runs may each post one: whoever posts looks once more, and the first stays.
 * Throws `GITHUB_DENIED` and `GITHUB_UNREACHABLE`.
 */
export async function upsertComment(thread: Thread, subject: Subject, text: string): Promise<void> {
  if (await updateComment(thread, subject, text)) return;
  const marker = markerOf(subject);
  const body = `${marker}\n${text}`;
  await call(thread, { method: 'POST', path: `issues/${thread.pullRequest}/comments`, body: { body } });
  const now = await ours(thread, marker);
  if (now.length > 1) await updateFirst(thread, now, body);
}

/** Puts the comment of an environment up to date, where there is one; false: there is none. Throws the same. */
export async function updateComment(thread: Thread, subject: Subject, text: string): Promise<boolean> {
  const marker = markerOf(subject);
  return updateFirst(thread, await ours(thread, marker), `${marker}\n${text}`);
}

/** Updates the first and deletes the others. False: there is none. */
async function updateFirst(
  thread: Thread,
  [first, ...others]: readonly Comment[],
  body: string
): Promise<boolean> {
  for (const { id } of others) await remove(thread, id);
  return first !== undefined && (await update(thread, first.id, body));
}

async function ours(thread: Thread, marker: string): Promise<Comment[]> {
  const marked = (await all(thread)).filter(({ body }) => body?.startsWith(marker));
  if (marked.every(({ user }) => user?.login === ACTIONS_BOT)) return marked;
  const login = await viewer(thread);
  return marked.filter(({ user }) =>
    login === undefined ? user?.type === 'Bot' : user?.login === login || user?.login === `${login}[bot]`
  );
}

async function all(thread: Thread): Promise<Comment[]> {
  const found: Comment[] = [];
  let path: string | undefined = `issues/${thread.pullRequest}/comments?per_page=${PAGE}`;
  while (path !== undefined) {
    const answer: Answer = await call(thread, { method: 'GET', path });
    found.push(...v.parse(comments, answer.data));
    path = answer.next;
  }
  return found;
}

/** Whose token it is. The token of an app knows itself only by GraphQL, and some servers have none. */
async function viewer(thread: Thread): Promise<string | undefined> {
  const shape = v.object({ data: v.object({ viewer: v.object({ login: v.string() }) }) });
  try {
    const { data } = await thread.ask({
      method: 'POST',
      path: '/graphql',
      body: { query: 'query { viewer { login } }' },
      doing: 'ask GitHub whose token this is',
      permission: PERMISSION
    });
    return v.parse(shape, data).data.viewer.login;
  } catch {
    return undefined;
  }
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
