import { shown } from './text.js';

/** What the marks of an environment are made of. */
export interface Owner {
  readonly env: string;
  readonly application: string;
  readonly team?: string | undefined;
  /** `owner/name`; absent outside GitHub. */
  readonly repository?: string | undefined;
  readonly pullRequest?: number | undefined;
  readonly run?: string | undefined;
}

type Tags = Readonly<Record<string, string>>;

/** The tag that says which tool manages a resource, and its value for this action. */
export const MANAGED_BY = 'managed-by';
export const MANAGER = 'iceberg-environment';

const PREFIX = `${MANAGER}:`;

/** The tag keys of this action, by what they say. */
export const TAG = {
  env: `${PREFIX}env`,
  application: `${PREFIX}application`,
  team: `${PREFIX}team`,
  repository: `${PREFIX}repository`,
  pullRequest: `${PREFIX}pull-request`,
  run: `${PREFIX}run`,
  expiresAt: `${PREFIX}expires-at`,
  isolation: `${PREFIX}isolation`,
  tableBucket: `${PREFIX}table-bucket`,
  namespace: `${PREFIX}namespace`,
  table: `${PREFIX}table`,
  shared: `${PREFIX}shared`,
  granted: `${PREFIX}granted`
} as const;

/** Tag keys that the `tags` input must leave to this action. */
export function isReservedTag(key: string): boolean {
  return key.startsWith(PREFIX) || [MANAGED_BY, 'env', 'application', 'team'].includes(key);
}

/**
 * The tags that mark a resource as this environment's, and stay the same from run to run, but for the expiry, which each
 * apply sets anew. `expiresAt`: ISO 8601, UTC.
 */
export function lastingTags(owner: Owner, userTags: Tags, expiresAt?: string): Tags {
  return {
    ...userTags,
    [MANAGED_BY]: MANAGER,
    [TAG.env]: owner.env,
    [TAG.application]: owner.application,
    env: owner.env,
    application: owner.application,
    ...(owner.team === undefined ? {} : { [TAG.team]: owner.team, team: owner.team }),
    ...(expiresAt === undefined ? {} : { [TAG.expiresAt]: expiresAt })
  };
}

/** The tags that tell where a resource was made. Set when it is made, never compared. */
export function birthTags(owner: Owner): Tags {
  return {
    ...(owner.repository === undefined ? {} : { [TAG.repository]: owner.repository }),
    ...(owner.pullRequest === undefined ? {} : { [TAG.pullRequest]: String(owner.pullRequest) }),
    ...(owner.run === undefined ? {} : { [TAG.run]: owner.run })
  };
}

/** The tags of a table bucket that environments share. It belongs to none of them. */
export function sharedTags(userTags: Tags): Tags {
  return { ...userTags, [MANAGED_BY]: MANAGER, [TAG.shared]: 'true' };
}

/** Whether a table bucket is one that environments share, made by this action. */
export function isShared(tags: Tags): boolean {
  return tags[MANAGED_BY] === MANAGER && tags[TAG.shared] !== undefined;
}

/** Whose a resource is: `unmarked` carries no marks of this action, `another` those of another environment. */
export type Ownership = 'ours' | 'unmarked' | 'another';

/**
 * Reads the marks. A mark that either side lacks (a run outside GitHub has no repository) decides nothing;
 * env and application always do.
 */
export function ownership(tags: Tags, owner: Owner): Ownership {
  if (tags[MANAGED_BY] !== MANAGER) return 'unmarked';
  const same =
    tags[TAG.env] === owner.env &&
    tags[TAG.application] === owner.application &&
    agrees(tags[TAG.repository]?.toLowerCase(), owner.repository?.toLowerCase()) &&
    agrees(tags[TAG.pullRequest], owner.pullRequest?.toString());
  return same ? 'ours' : 'another';
}

/** Whose it is, for people: `env "dev" of application "myapp", repository octo/lake`. */
export function describeOwner(tags: Tags): string {
  const repository = tags[TAG.repository];
  const pullRequest = tags[TAG.pullRequest];
  return [
    `env "${shown(tags[TAG.env] ?? '?')}" of application "${shown(tags[TAG.application] ?? '?')}"`,
    repository === undefined ? '' : `repository ${shown(repository)}`,
    pullRequest === undefined ? '' : `pull request ${shown(pullRequest)}`
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** True: it is meant to go away: it belongs to a pull request, or has an expiry. */
export function isEphemeral(tags: Tags): boolean {
  return tags[TAG.pullRequest] !== undefined || tags[TAG.expiresAt] !== undefined;
}

function agrees(marked: string | undefined, own: string | undefined): boolean {
  return marked === undefined || own === undefined || marked === own;
}

/** How the smoke test names its scratch tables: `smoke_<run>_<attempt>`. */
export const SCRATCH_NAME = /^smoke_\d+_\d+$/;
/** The Iceberg property by which a scratch table says whose it is: it is made through the catalog, which has no tags. */
export const SCRATCH_OWNER = `${MANAGER}.smoke-test`;

/** What a scratch table of this environment has as {@link SCRATCH_OWNER}. */
export function scratchOwner({ env, application }: Pick<Owner, 'env' | 'application'>): string {
  return `${env}/${application}`;
}
