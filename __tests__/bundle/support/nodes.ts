import { spawnSync } from 'node:child_process';
import { node24 } from '../../support/node24.js';

/** A Node that can run the action. */
export interface NodeUnderTest {
  /** For titles of tests: `Node v24.1.0`. */
  readonly title: string;
  readonly path: string;
}

const chosen = process.env.BUNDLE_UNDER === 'this-node' ? undefined : node24();

/** The Node that `action.yml` names, where there is one; that of the machine where jest was told so, or else. */
export const NODE: NodeUnderTest = known(chosen ?? process.execPath);

/** That one and, where it is another, the machine's. A part of the cases runs under each. */
export const NODES: readonly NodeUnderTest[] =
  NODE.path === process.execPath ? [NODE] : [NODE, known(process.execPath)];

function known(path: string): NodeUnderTest {
  return { title: `Node ${spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim()}`, path };
}
