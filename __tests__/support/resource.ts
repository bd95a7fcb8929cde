import type { Change } from '../../src/change.js';
import type { Observation, Resource } from '../../src/engine/resource.js';

type Parts = Partial<Omit<Resource<string>, 'outputs'>>;

/**
 * A resource for the engine: its state is a word, and `wanted` is declared. `observe` shows what `there` holds.
 * Every verb but `observe` is written down in `log`.
 */
export class FakeResource implements Resource<string> {
  readonly kind = 'Thing';
  readonly name: string;
  readonly needs: readonly string[];
  readonly wanted: boolean;
  readonly shared: boolean;
  readonly log: string[];
  there: string | undefined;

  constructor(
    readonly id: string,
    parts: Parts & { readonly there?: string; readonly log?: string[] } = {}
  ) {
    const { needs = [], wanted = true, shared = false, there, log = [], ...verbs } = parts;
    this.name = id;
    this.needs = needs;
    this.wanted = wanted;
    this.shared = shared;
    this.there = there;
    this.log = log;
    Object.assign(this, verbs);
  }

  observe(): Promise<Observation<string>> {
    return Promise.resolve({ state: this.there });
  }
  diff(state: string | undefined): Change[] {
    return state === 'declared' ? [] : [{ path: 'word', from: state, to: 'declared' }];
  }
  create(): Promise<boolean> {
    this.log.push(`create ${this.id}`);
    if (this.there !== undefined) return Promise.resolve(false);
    this.there = 'declared';
    return Promise.resolve(true);
  }
  update(): Promise<void> {
    this.log.push(`update ${this.id}`);
    this.there = 'declared';
    return Promise.resolve();
  }
  remove(): Promise<void> {
    this.log.push(`remove ${this.id}`);
    this.there = undefined;
    return Promise.resolve();
  }
  outputs(): Record<string, never> {
    return {};
  }
}
