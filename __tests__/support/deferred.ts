/** Work that begins and then waits until the test says that it is over. */
export interface DeferredWork {
  /** The ids whose work has begun, in order. */
  readonly started: readonly string[];
  /** Ends the work of one. */
  readonly finish: (id: string) => void;
  readonly work: (node: { readonly id: string }) => Promise<string>;
}

/** Work whose end the test decides, so that it can see what runs at the same time without a clock. */
export function deferredWork(): DeferredWork {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    finish: (id) => ends.get(id)?.(),
    work: ({ id }) =>
      new Promise((resolve) => {
        started.push(id);
        ends.set(id, () => resolve(id));
      })
  };
}
