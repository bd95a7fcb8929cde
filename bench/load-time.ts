import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const RUNS = 15;
const EMPTY = ['--input-type=module', '-e', ''];

/**
 * The CPU that the program takes, user and system, s, to load, to check inputs and to refuse them, and what Node takes
 * for nothing at all; in turn, medians.
 */
export function loadTime(): { readonly startSeconds: number; readonly bareSeconds: number } {
  const start: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    start.push(cpuOf([DIST]));
    bare.push(cpuOf(EMPTY));
  }
  return { startSeconds: median(start), bareSeconds: median(bare) };
}

/**
 * Without any input the program ends with its list of problems, before it loads what a command needs. The shell's
 * `times` tells what its children took: `0m0.081s 0m0.021s` in its second line (POSIX, "times").
 */
function cpuOf(args: readonly string[]): number {
  const script = '"$0" "$@" >/dev/null 2>&1; times';
  const { stdout } = spawnSync('sh', ['-c', script, process.execPath, ...args], { encoding: 'utf8' });
  const [, children = ''] = stdout.split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
