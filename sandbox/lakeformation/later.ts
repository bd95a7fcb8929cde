interface Pending<T> {
  /** ms since the epoch. */
  readonly due: number;
  readonly make: (value: T) => void;
}

/** Something that every change reaches late, in the order the changes were made. */
export class Later<T> {
  private readonly pending: Pending<T>[] = [];

  /**
   * @param held what the changes are made to
   * @param delay ms
   * @param now the time, ms since the epoch
   */
  constructor(
    private readonly held: T,
    private readonly delay: number,
    private readonly now: () => number
  ) {}

  /** With all changes that are due. */
  get value(): T {
    for (let next = this.pending[0]; next && next.due <= this.now(); next = this.pending[0]) {
      this.pending.shift();
      next.make(this.held);
    }
    return this.held;
  }

  /** Takes a change, to be made after the delay, or before those that are still pending. */
  change(make: (value: T) => void, isAtOnce: boolean): void {
    if (isAtOnce) make(this.value);
    else this.pending.push({ due: this.now() + this.delay, make });
  }
}
