import { ActionError } from '../errors.js';

/** `ICEBERG_CORRUPT`: what is wrong in which file, as a sentence without the final stop. */
export function corrupt(file: string, found: string, cause?: unknown): ActionError {
  return new ActionError('ICEBERG_CORRUPT', { doing: `read ${file}`, found: `${found}.`, cause });
}

/** `ICEBERG_UNSUPPORTED`: what it is that is not done, as a sentence without the final stop. */
export function unsupported(doing: string, found: string): ActionError {
  return new ActionError('ICEBERG_UNSUPPORTED', { doing, found: `${found}.` });
}

/** Runs `work`; whatever it throws that is no `ActionError` means that `file` is damaged, at `place`. */
export function reading<T>(file: string, place: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw asCorrupt(file, place, thrown);
  }
}

/** The same for work that is waited for. */
export async function readingAsync<T>(file: string, place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw asCorrupt(file, place, thrown);
  }
}

function asCorrupt(file: string, place: string, thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return corrupt(file, `${place}: ${message}`, thrown);
}
