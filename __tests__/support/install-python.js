import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

/**
 * The path of a Python that has the packages of `__tests__/<tests>/requirements.txt`, in `.cache/<name>`; empty where
 * it cannot be had. It is kept for as long as the requirements stay the same. Call its tools as `python -m …`: the
 * environment is made in another folder and then moved, so that two runs side by side do not see each other's half.
 */
export function installPython(name, tests) {
  const folder = join(CACHE, name);
  const wanted = fileURLToPath(new URL(`../${tests}/requirements.txt`, import.meta.url));
  if (isInstalled(folder, wanted)) return binaryIn(folder);
  const made = `${folder}-${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  const isMade =
    run('python3', ['-m', 'venv', made]) &&
    run(binaryIn(made), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', wanted]);
  if (isMade && !isInstalled(folder, wanted)) {
    writeFileSync(join(made, 'requirements.txt'), readFileSync(wanted));
    rmSync(folder, { recursive: true, force: true });
    renameSync(made, folder);
  }
  rmSync(made, { recursive: true, force: true });
  return isInstalled(folder, wanted) ? binaryIn(folder) : '';
}

function isInstalled(folder, wanted) {
  const installed = join(folder, 'requirements.txt');
  return existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8');
}

function binaryIn(folder) {
  return join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
}

function run(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
