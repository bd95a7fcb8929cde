import type { CatalogAccess, TableId, Tags } from '../aws/ports.js';
import type { Column } from '../column.js';
import { ActionError } from '../errors.js';
import { REPOSITORY, type Isolation, type Names } from '../names.js';
import type { PolicyDocument } from '../policy-document.js';
import { describeOwner, isReservedTag, isShared, ownership, TAG, type Owner } from '../ownership.js';
import { isElsewhere, readPlace } from '../place.js';
import type { Change } from '../change.js';

/** An environment, fully named. Every resource takes from it what it declares. */
export interface EnvironmentSpec {
  readonly names: Names;
  readonly isolation: Isolation;
  readonly owner: Owner;
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
  readonly bucketArn: string;
  readonly databaseArn: string;
  /** `arn:aws:iam::<account>:root` */
  readonly accountRoot: string;
  /** When it expires from this run on: ISO 8601, UTC. Absent: never, or this run does not say. */
  readonly expiresAt?: string | undefined;
  /** Tags that are compared on every run. */
  readonly lastingTags: Tags;
  /** Tags that are set when a resource is made. */
  readonly birthTags: Tags;
  /** Tags of a table bucket that is made to be shared. */
  readonly sharedTags: Tags;
  /** What the Glue database remembers of where the environment is. */
  readonly placeMarks: Tags;
  readonly adopt: boolean;
  readonly forceDestroy: boolean;
  /** `auto` sees to this pull request: only what carries its mark is changed or removed. Absent: any other run. */
  readonly onlyOf?: number | undefined;
  /** The role that uses the data. `destroy` may not know it. */
  readonly role?: string | undefined;
  readonly databasePermissions: readonly string[];
  /** On all tables. Absent: none is asked for. */
  readonly tablePermissions?: readonly string[] | undefined;
  readonly admins: readonly string[];
  readonly pruneDeadAdmins: boolean;
  /** As STS sees the run's caller; absent when it cannot be asked. */
  readonly callerArn?: string | undefined;
  /** True: this run makes its own caller an administrator. */
  readonly becomesAdmin: boolean;
  /** Absent: a table without a schema. */
  readonly columns?: readonly Column[] | undefined;
  readonly policy: 'default' | 'none' | PolicyDocument;
  readonly integration: 'require' | 'enable' | 'ignore';
  /** With `enable`: what the integration is to be made with. */
  readonly access: CatalogAccess;
}

/** The environment's own table, by its names. */
export function tableIdOf({ bucketArn, names }: EnvironmentSpec): TableId {
  return { bucketArn, namespace: names.namespace, name: names.table };
}

/**
 * Why a resource with these tags must be left alone; `undefined`: it is ours, or may be adopted. What another
 * environment owns is never adopted.
 */
export function refusalOf(what: string, tags: Tags, spec: EnvironmentSpec): ActionError | undefined {
  if (isShared(tags)) {
    return new ActionError('OWNED_BY_ANOTHER', {
      found: `The ${what} is shared by environments with isolation: namespace, so it is left alone.`,
      todo: 'Set isolation: namespace to have a namespace in it, or choose another table-bucket-name.'
    });
  }
  const whose = ownership(tags, spec.owner);
  if (whose === 'ours' || (whose === 'unmarked' && spec.adopt)) return undefined;
  if (whose === 'unmarked') {
    return new ActionError('NOT_OURS', {
      found: `The ${what} exists and carries no tags of this action, so it is left alone.`
    });
  }
  return new ActionError('OWNED_BY_ANOTHER', {
    found: `The ${what} belongs to another environment of this action, ${describeOwner(tags)}, so it is left alone.`
  });
}

/**
 * Why a resource with these tags must not be removed, besides what {@link refusalOf} says: a run of no repository acts
 * for none, and a closed pull request ends only what was made for it.
 */
export function removalRefusalOf(what: string, tags: Tags, spec: EnvironmentSpec): ActionError | undefined {
  const marked = tags[TAG.repository];
  if (marked !== undefined && spec.owner.repository === undefined) {
    const repository = REPOSITORY.test(marked) ? marked : '<owner>/<name>';
    return new ActionError('OWNED_BY_ANOTHER', {
      found: `The ${what} was made for the repository ${repository}, and this run is of none: GITHUB_REPOSITORY is not set.`,
      todo: `Destroy it by a workflow of ${repository}, or set GITHUB_REPOSITORY=${repository} to say that you act for it.`
    });
  }
  if (!lacksMark(tags, spec)) return undefined;
  return new ActionError('OWNED_BY_ANOTHER', {
    found: `The ${what} does not carry the mark of pull request ${spec.onlyOf} (${describeOwner(tags)}), so its closing does not end it.`,
    todo: 'Leave env out, so that auto names the environment of the pull request, or destroy this one with command: destroy.'
  });
}

/** Why a resource with these tags must not be changed, besides what {@link refusalOf} says: `auto` may not. */
export function changeRefusalOf(what: string, tags: Tags, spec: EnvironmentSpec): ActionError | undefined {
  if (spec.adopt || !lacksMark(tags, spec)) return undefined;
  return new ActionError('OWNED_BY_ANOTHER', {
    found: `The ${what} does not carry the mark of pull request ${spec.onlyOf} (${describeOwner(tags)}), so auto does not change it for that pull request.`,
    todo: 'Leave env out, so that auto names the environment of the pull request. To change this one, use command: apply, or set adopt: true.'
  });
}

function lacksMark(tags: Tags, { onlyOf }: EnvironmentSpec): boolean {
  return onlyOf !== undefined && tags[TAG.pullRequest] !== String(onlyOf);
}

/** Whether the Glue database with these parameters remembers that the environment is where this run looks. */
export function isRecordedBy(parameters: Tags, { names, isolation, owner }: EnvironmentSpec): boolean {
  return ownership(parameters, owner) === 'ours' && !isElsewhere(parameters, { isolation, ...names });
}

/** Why the Glue database with these parameters must be left alone: what it remembers is somewhere else. */
export function movedRefusal(parameters: Tags, spec: EnvironmentSpec): ActionError | undefined {
  const { isolation, names } = spec;
  if (!isElsewhere(parameters, { isolation, ...names })) return undefined;
  const there = readPlace(parameters);
  const where = [
    there.isolation === 'namespace' ? `the namespace ${there.namespace} of ` : '',
    `the table bucket ${there.tableBucket} (isolation: ${there.isolation})`
  ].join('');
  return new ActionError('MOVED', {
    found: `By its Glue database ${names.glueDatabase}, this environment is in ${where}.`
  });
}

/** What of the declared entries is missing or different. Entries that are only there are no change. */
export function mapChanges(path: string, declared: Tags, there: Tags): Change[] {
  const found = new Map(Object.entries(there));
  return Object.entries(declared)
    .filter(([key, value]) => found.get(key) !== value)
    .map(([key, value]) => ({ path: `${path}.${key}`, from: found.get(key), to: value }));
}

/** The entries that the changes under `path` ask for. */
export function changedEntries(path: string, changes: readonly Change[]): Tags {
  const prefix = `${path}.`;
  const own = changes.filter((change) => change.path.startsWith(prefix));
  return Object.fromEntries(own.map((change) => [change.path.slice(prefix.length), String(change.to)]));
}

const SHOWN_STRAYS = 10;

/** What a reader of the plan should know of tags that nobody declares: they stay, whoever set them. */
export function strayTagNotes(tags: Tags, { lastingTags, placeMarks }: EnvironmentSpec): string[] {
  const isStray = (key: string): boolean =>
    ![lastingTags, placeMarks].some((marks) => Object.hasOwn(marks, key)) &&
    !isReservedTag(key) &&
    !key.startsWith('aws:');
  const strays = Object.keys(tags).filter(isStray);
  if (strays.length === 0) return [];
  const more = strays.length > SHOWN_STRAYS ? ` and ${strays.length - SHOWN_STRAYS} more` : '';
  return [
    `Tags that are not declared, or no longer, stay: ${strays.slice(0, SHOWN_STRAYS).join(', ')}${more}.`
  ];
}
