import type { Context } from '../context.js';
import type { TableFiles } from './ports.js';

/** A file that is to be written. Its name tells its content, so that name and length are known before it is there. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of an append that do not depend on the snapshots there are. */
export interface NewFiles {
  readonly data: NewFile;
  readonly manifest: NewFile;
}

/** Where they are. */
export interface NewPaths {
  readonly data: string;
  readonly manifest: string;
}

/** Writes them, at once. */
export async function upload(
  { data, manifest }: NewFiles,
  files: Pick<TableFiles, 'write'>,
  context: Context
): Promise<void> {
  await Promise.all([data, manifest].map(({ path, bytes }) => files.write(path, bytes, context)));
}

/** The names alone, for whoever has no need of what is in them. */
export function pathsOf({ data, manifest }: NewFiles): NewPaths {
  return { data: data.path, manifest: manifest.path };
}
