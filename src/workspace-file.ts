import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** What a path leads to. `outside`: to a place that is not the workspace; nothing of it was read. */
export type WorkspaceFile =
  { readonly text: string } | 'absent' | 'outside' | 'too large' | 'UTF-16' | 'no UTF-8';

/** Where files of inputs may lie. */
export interface Places {
  /** Paths begin there. */
  readonly workspace: string;
  /** The runner's folder for what earlier steps made; only a whole path leads there. */
  readonly temp?: string | undefined;
}

/**
 * Reads a file that an input names. Who wrote the path, or a symbolic link in the workspace, may be a stranger with a
 * pull request: only what lies in the workspace is read, or in the runner's temporary folder, wherever the path leads.
 * @param limit in bytes
 */
export function readWorkspaceFile(path: string, { workspace, temp }: Places, limit: number): WorkspaceFile {
  try {
    const target = resolve(workspace, path);
    const folders = [workspace, realpathSync(workspace), ...(temp && isAbsolute(path) ? [temp] : [])];
    const folder = folders.find((each) => isWithin(each, target));
    if (folder === undefined) return 'outside';
    const real = realpathSync(target);
    if (!isWithin(realpathSync(folder), real)) return 'outside';
    const file = statSync(real);
    if (!file.isFile()) return 'absent';
    return file.size > limit ? 'too large' : decoded(readFileSync(real));
  } catch {
    // Not there, not allowed, or text that no path can be, such as a policy in YAML.
    return 'absent';
  }
}

/** Windows writes UTF-16 where it is not told otherwise: every other byte of plain English is a zero there. */
function decoded(bytes: Buffer): WorkspaceFile {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isMarked || (bytes.length > 1 && (first === 0) !== (second === 0))) return 'UTF-16';
  // The mark of UTF-8 at the beginning is left out.
  return isUtf8(bytes) ? { text: new TextDecoder().decode(bytes) } : 'no UTF-8';
}

/**
 * Whether a file that is to be written in the workspace would be written somewhere else, since a symbolic link in the
 * workspace leads there. Of a path that is not in the workspace to begin with nothing is said: who wrote it wants it so.
 */
export function isLedOut(path: string, folder: string): boolean {
  const target = resolve(path);
  if (!isWithin(folder, target)) return false;
  if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  return !isWithin(realpathSync(folder), realpathSync(existing(target)));
}

/** The path, or the nearest folder above it that is there. */
function existing(path: string): string {
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  return isThere || dirname(path) === path ? path : existing(dirname(path));
}

/** Whether a path lies in a folder, or is it, by its names alone. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
