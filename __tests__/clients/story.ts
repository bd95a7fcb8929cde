import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/server.js';
import { python } from '../support/python.js';
import { finish, folder, startPython } from './python-process.js';

interface Line {
  readonly name: string;
  readonly problem: string;
}

/** A stuck program is ended by it; how fast one is is nobody's business here, ms. */
const PATIENCE_MS = 300_000;

/**
 * A unittest module of this directory as jest tests: one Python process runs it against a sandbox of its own, and
 * each of its tests is one here. Left out where there is no Python.
 * @param module its name, without `.py`
 * @param after further tests, of the sandbox that the module has gone through
 */
export function story(module: string, after?: (sandbox: () => Sandbox) => void): void {
  (python() === undefined ? describe.skip : describe)(module, () => {
    let sandbox: Sandbox;
    let problems: ReadonlyMap<string, string>;

    beforeAll(async () => {
      sandbox = await startSandbox();
      problems = await problemsOf(startPython(['run.py', module], sandbox.url));
    }, PATIENCE_MS);

    afterAll(() => sandbox.close());

    test.each(testsOf(join(folder, `${module}.py`)))('%s', (sentence) => {
      expect(problems.get(sentence)).toBe('');
    });

    after?.(() => sandbox);
  });
}

/**
 * What went wrong in each test of a module that `run.py` runs, by the test's sentence; empty where nothing did. Throws
 * when the module as a whole fails.
 */
export async function problemsOf(
  child: ReturnType<typeof startPython>
): Promise<ReadonlyMap<string, string>> {
  const { stdout, stderr } = await finish(child);
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (stderr !== '' || lines.length === 0) throw new Error(stderr || 'The module has no tests.');
  return new Map(
    lines.map((line) => JSON.parse(line) as Line).map(({ name, problem }) => [sentenceOf(name), problem])
  );
}

/** The sentences that the tests of a module are named by. */
export function testsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^ {4}def (test_\w+)/gm)].map(([, name = '']) => sentenceOf(name));
}

function sentenceOf(test: string): string {
  return test.slice('test_'.length).replaceAll('_', ' ');
}
