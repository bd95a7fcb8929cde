import type { Change } from '../change.js';
import type { ActionError } from '../errors.js';
import type { Look } from '../observe/look.js';
import type { Outputs } from '../outcome.js';

/** What `observe` found. */
export interface Observation<State> {
  /** What is there; absent: nothing is. */
  readonly state?: State | undefined;
  /** Why `apply` must not touch it, or must not go on. */
  readonly applyRefusal?: ActionError | undefined;
  /** Why `destroy` must not remove it. */
  readonly removeRefusal?: ActionError | undefined;
  /**
   * What differs from what is declared, and is only shown: no verb makes these changes. It counts as something to do for
   * whoever looks for drift.
   */
  readonly differences?: readonly Change[] | undefined;
  /** What the reader of a plan should know about it. */
  readonly notes?: readonly string[] | undefined;
}

/** What can be done to a resource. */
export type Deed = 'create' | 'update' | 'remove';

/**
 * One thing that an environment is made of. All have the same verbs; whoever has understood one has understood all.
 * Everything is read through a look, so that each thing in AWS is read once, whoever asks for it. A verb throws
 * `ActionError` and nothing else.
 */
export interface Resource<State = unknown> {
  /** Unique in the environment, and stable: `table-bucket`. */
  readonly id: string;
  /** What it is, for people: `Table bucket`. */
  readonly kind: string;
  /** Which one, for people: `dev-myapp`. */
  readonly name: string;
  /** The ids of what must be there before it, and is removed after it. */
  readonly needs: readonly string[];
  /** The ids of what is made before it and removed after it as well, since it says whose this is. */
  readonly witnesses?: readonly string[];
  /** False: it should not exist. */
  readonly wanted: boolean;
  /** True: the whole account uses it; it is only ever added to, and never removed. */
  readonly shared: boolean;
  /** True: what needs it is found through it, and outlives it; right before it is removed, that is looked at again. */
  readonly remembers?: boolean;

  /**
   * What is there now. Never writes. "I may not look" is an error, never "nothing". `before`: what an earlier look of this
   * run found, of which some cannot be seen any more.
   */
  observe(look: Look, before?: Observation<State>): Promise<Observation<State>>;
  /**
   * Why it must not be done after all, where that takes more looking: asked only of what is planned, and side by side with
   * what IAM is asked. Absent: nothing else can stand in the way.
   */
  obstacle?(look: Look, deed: Deed, seen: Observation<State>): Promise<ActionError | undefined>;
  /** Pure: what differs from what is declared; with no state, what `create` will make. */
  diff(state: State | undefined): Change[];
  /** Makes it. Fine to call again after it half-happened. False: it was there already. */
  create(look: Look): Promise<boolean>;
  /** Makes only the difference. */
  update(look: Look, state: State, changes: readonly Change[]): Promise<void>;
  /** Removes it, as it was when it was looked at. Gone already is success. */
  remove(look: Look, state: State): Promise<void>;

  /** What the run can say of it to later steps, when it is there or (with no state) will be. */
  outputs(state: State | undefined): Partial<Outputs>;
}
