import type { Context } from '../../src/context.js';
import { lookAt, type Look } from '../../src/observe/look.js';
import { fakeAccount } from './account.js';
import { fakeContext } from './context.js';

/** A look at an account with nothing in it, for resources that look at nothing there. */
export function emptyLook(context: Context = fakeContext()): Look {
  return lookAt(fakeAccount(), context);
}
