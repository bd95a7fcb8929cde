import { ActionError } from '../../src/errors.js';

/** What the work throws, which must be an `ActionError`. */
export async function thrownBy(work: () => unknown): Promise<ActionError> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof ActionError) return thrown;
    throw thrown;
  }
  throw new Error('Nothing was thrown.');
}
