import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));
const FOLDER = join(CACHE, 'python');
const WANTED = fileURLToPath(new URL('../clients/requirements.txt', import.meta.url));

/**
 * The path of a Python that has the packages of `__tests__/clients/requirements.txt`; empty where it cannot be had.
 * It is kept for as long as the requirements stay the same. Call its tools as `python -m …`: the environment is made
 * in another folder and then moved, so that two runs side by side do not see each other's half.
 */
export function installPython() {
  if (isInstalled()) return binaryIn(FOLDER);
  const made = `${FOLDER}-${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  const isMade =
    run('python3', ['-m', 'venv', made]) &&
    run(binaryIn(made), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', WANTED]);
  if (isMade && !isInstalled()) {
    writeFileSync(join(made, 'requirements.txt'), readFileSync(WANTED));
    rmSync(FOLDER, { recursive: true, force: true });
    renameSync(made, FOLDER);
  }
  rmSync(made, { recursive: true, force: true });
  return isInstalled() ? binaryIn(FOLDER) : '';
}

function isInstalled() {
  const installed = join(FOLDER, 'requirements.txt');
  return existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(WANTED, 'utf8');
}

function binaryIn(folder) {
  return join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
}

function run(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
