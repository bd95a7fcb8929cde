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
      const { stdout, stderr } = await finish(startPython(['run.py', module], sandbox.url));
      const lines = stdout.split('\n').filter((line) => line !== '');
      if (stderr !== '' || lines.length === 0) throw new Error(stderr || `${module} has no tests.`);
      problems = new Map(
        lines.map((line) => JSON.parse(line) as Line).map((line) => [line.name, line.problem])
      );
    });

    afterAll(() => sandbox.close());

    test.each(testsOf(module))('%s', (sentence) => {
      expect(problems.get(`test_${sentence.replaceAll(' ', '_')}`)).toBe('');
    });

    after?.(() => sandbox);
  });
}

/** The sentences that a module's tests are named by. */
function testsOf(module: string): readonly string[] {
  const source = readFileSync(join(folder, `${module}.py`), 'utf8');
  return [...source.matchAll(/^ {4}def test_(\w+)/gm)].map(([, name = '']) => name.replaceAll('_', ' '));
}
