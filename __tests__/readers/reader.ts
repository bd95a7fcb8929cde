import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { JSONStringify } from 'json-with-bigint';
import { startPython } from '../clients/python-process.js';
import { problemsOf, testsOf } from '../clients/story.js';
import { readersPython } from '../support/python.js';

/** A stuck program is ended by it, ms. */
const PATIENCE_MS = 300_000;

/** A table that other people's readers are to read. */
export interface Subject {
  /** Of the sandbox. */
  readonly url: string;
  readonly region: string;
  readonly account: string;
  /** The name of the table bucket, which Glue knows too. */
  readonly bucket: string;
  readonly namespace: string;
  readonly table: string;
  /** The rows it must have, from `toPlain`. */
  readonly rows: unknown;
}

/** The directory of the scripts. */
const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The tests with other people's readers; left out where those cannot be had. */
export const withReaders: typeof describe | typeof describe.skip =
  readersPython() === undefined ? describe.skip : describe;

/**
 * A unittest module of this directory as jest tests, each of its tests is one here.
 * @param module its name, without `.py`
 * @param subject asked when the tests run
 */
export function readBy(module: string, subject: () => Subject): void {
  describe(module, () => {
    let problems: ReadonlyMap<string, string>;

    beforeAll(async () => {
      problems = await problemsOf(startReader(['run.py', module], subject().url, subject()));
    }, PATIENCE_MS);

    test.each(testsOf(join(FOLDER, `${module}.py`)))('%s', (sentence) => {
      expect(problems.get(sentence)).toBe('');
    });
  });
}

/** Starts a script with `given` as JSON on its standard input. */
export function startReader(
  args: readonly string[],
  sandboxUrl: string,
  given: unknown
): ReturnType<typeof startPython> {
  const child = startPython(args, sandboxUrl, { python: readersPython(), modules: FOLDER });
  child.stdin.end(JSONStringify(given));
  return child;
}
