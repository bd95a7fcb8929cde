/** Whose environment an event is about: that of its pull request, or the one that `env` names. */
export type Subject = 'pull request' | 'env';

/** One row of the table of events. */
export interface EventRow {
  /** GitHub's names of the events, as in `on:`. */
  readonly events: readonly string[];
  /** Only with this; for people. */
  readonly when?: string;
  readonly subject: Subject;
  readonly does: 'apply' | 'destroy' | 'skip';
  /** For people, in a few words. */
  readonly note: string;
  /** Of a row that skips: why, to go on from `The event …`. Default: that something ended. */
  readonly why?: string;
  /** Whether the row is about what happened. The first row of an event that says so counts. */
  readonly holds?: (event: Happened) => boolean;
}

/** What of an event decides. */
export interface Happened {
  readonly action?: string | undefined;
  /** A push that deletes a branch or a tag. */
  readonly deleted: boolean;
  /** The pull request, or the issue that is commented on, is closed by what the payload says. */
  readonly isClosed?: boolean | undefined;
  /** A comment on a pull request, or a workflow run of one. */
  readonly ofPullRequest: boolean;
}

const ENDED = ['deleted', 'destroyed', 'unpublished', 'closed', 'dismissed'];
const hasEnded = ({ action = '' }: Happened): boolean => ENDED.includes(action);
const isOver = (event: Happened): boolean => hasEnded(event) || event.isClosed === true;

/**
 * What each event means for `auto`
 * (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows). Nothing is ever made
 * for what has ended, and an event that is not here is refused: `command` says then what is wanted.
 */
export const EVENTS: readonly EventRow[] = [
  {
    events: ['pull_request', 'pull_request_target'],
    when: '`closed`, merged or not; anything that happens to one that is closed',
    subject: 'pull request',
    does: 'destroy',
    note: 'only what carries the mark of this pull request',
    holds: ({ action, isClosed }) => action === 'closed' || isClosed === true
  },
  {
    events: ['pull_request', 'pull_request_target'],
    when: 'anything else',
    subject: 'pull request',
    does: 'apply',
    note: 'where it is open; forks and Dependabot by `fork-pull-requests`'
  },
  {
    events: ['pull_request_review', 'pull_request_review_comment'],
    when: '`dismissed`, `deleted`, or on what is closed',
    subject: 'pull request',
    does: 'skip',
    note: 'something ended',
    holds: isOver
  },
  {
    events: ['pull_request_review', 'pull_request_review_comment'],
    when: 'anything else',
    subject: 'pull request',
    does: 'apply',
    note: 'where it is open; forks, Dependabot and who may not write by `fork-pull-requests`'
  },
  {
    events: ['issue_comment'],
    when: '`deleted`, or on what is closed',
    subject: 'pull request',
    does: 'skip',
    note: 'something ended',
    holds: isOver
  },
  {
    events: ['issue_comment'],
    when: 'on a pull request',
    subject: 'pull request',
    does: 'apply',
    note: 'of an owner, a member or a collaborator; anybody else by `fork-pull-requests`',
    holds: ({ ofPullRequest }) => ofPullRequest
  },
  {
    events: ['issue_comment'],
    when: 'on an issue',
    subject: 'env',
    does: 'skip',
    note: 'an issue has no environment',
    why: 'is on an issue, which has no environment'
  },
  {
    events: ['workflow_run'],
    when: 'of a pull request',
    subject: 'pull request',
    does: 'apply',
    note: 'where it is open; of a fork by `fork-pull-requests`',
    holds: ({ ofPullRequest }) => ofPullRequest
  },
  {
    events: ['workflow_run'],
    when: 'of anything else',
    subject: 'env',
    does: 'apply',
    note: 'of a fork by `fork-pull-requests`'
  },
  {
    events: ['merge_group'],
    when: '`destroyed`',
    subject: 'env',
    does: 'skip',
    note: 'something ended',
    holds: hasEnded
  },
  {
    events: ['merge_group'],
    when: '`checks_requested`',
    subject: 'env',
    does: 'apply',
    note: 'the queue has no pull request of its own, so `env` must name one that is meant for it',
    holds: ({ action }) => action === 'checks_requested'
  },
  {
    events: ['push'],
    when: 'of a deleted branch or tag',
    subject: 'env',
    does: 'skip',
    note: 'something ended',
    holds: ({ deleted }) => deleted
  },
  { events: ['push'], when: 'anything else', subject: 'env', does: 'apply', note: '' },
  { events: ['delete'], subject: 'env', does: 'skip', note: 'something ended' },
  {
    events: ['release', 'deployment', 'deployment_status', 'registry_package'],
    when: '`deleted`, `unpublished`',
    subject: 'env',
    does: 'skip',
    note: 'something ended',
    holds: hasEnded
  },
  {
    events: [
      'release',
      'deployment',
      'deployment_status',
      'registry_package',
      'create',
      'schedule',
      'workflow_dispatch',
      'repository_dispatch',
      'workflow_call'
    ],
    when: 'anything else',
    subject: 'env',
    does: 'apply',
    note: ''
  }
];
