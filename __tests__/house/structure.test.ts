import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CRUISER = join(ROOT, 'node_modules/.bin/depcruise');

function cruise(folder: string): { status: number | null; output: string } {
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, 'src', 'sandbox', '--config', config],
    { cwd: folder, encoding: 'utf8' }
  );
  return { status, output: stdout + stderr };
}

test('every import runs down the house, and none back', () => {
  const { status, output } = cruise(ROOT);
  expect(output).toMatch(/no dependency violations found/);
  expect(status).toBe(0);
});

const WRONG = [
  ['the engine must not know AWS', 'src/engine/a.ts', '../aws/b.js', 'src/aws/b.ts'],
  ['a resource must not use a command', 'src/resources/a.ts', '../commands/b.js', 'src/commands/b.ts'],
  ['the ground floor stands on nothing', 'src/errors.ts', './inputs.js', 'src/inputs.ts'],
  ['a new file needs a room', 'src/attic.ts', './errors.js', 'src/errors.ts'],
  ['the action must not hold the sandbox', 'src/engine/a.ts', '../../sandbox/b.js', 'sandbox/b.ts'],
  ['the sandbox must not use the action', 'sandbox/a.ts', '../src/errors.js', 'src/errors.ts']
];

test.each(WRONG)('%s', (_why, file, specifier, target) => {
  const folder = join(ROOT, '.cache', 'structure');
  rmSync(folder, { recursive: true, force: true });
  for (const path of ['src/x', 'sandbox/x', file, target])
    mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
  writeFileSync(join(folder, target), 'export const b = 1;\n');
  writeFileSync(join(folder, file), `import { b } from '${specifier}';\nexport const a = b;\n`);
  const { status, output } = cruise(folder);
  rmSync(folder, { recursive: true, force: true });
  expect(output).toMatch(/error/);
  expect(status).not.toBe(0);
});
