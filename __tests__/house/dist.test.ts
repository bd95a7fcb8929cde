import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('dist/ is what the build makes of src/', () => {
  const out = mkdtempSync(join(tmpdir(), 'dist-'));
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { build: string };
  };
  const [, ...args] = scripts.build.split(' ').map((word) => (word === 'dist' ? out : word));
  const ncc = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  const { status, stderr } = spawnSync(process.execPath, [ncc, ...args], { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const [made, kept] = [contents(out), contents(join(ROOT, 'dist'))];
  rmSync(out, { recursive: true, force: true });
  expect(Object.keys(kept)).toEqual(Object.keys(made));
  const stale = Object.keys(made).filter((name) => made[name] !== kept[name]);
  expect(stale).toEqual([]);
});
