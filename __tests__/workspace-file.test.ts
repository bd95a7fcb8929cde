import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutputsFile } from '../src/github/outputs.js';
import { thrownBy } from './support/thrown.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-file-')));
const workspace = join(folder, 'workspace');
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(workspace, 'sub'), { recursive: true });
symlinkSync(join(folder, 'outside.json'), join(workspace, 'link.json'));
symlinkSync(folder, join(workspace, 'way'));
symlinkSync(join(workspace, 'sub'), join(workspace, 'other'));

describe('the outputs file', () => {
  test.each(['link.json', 'way/outside.json', 'way/new/outside.json'])(
    'is not written where a link of the workspace leads out of it: %s',
    async (path) => {
      const error = await thrownBy(() => writeOutputsFile(join(workspace, path), {}, workspace));
      expect(error).toMatchObject({
        code: 'INVALID_INPUT',
        found: 'A symbolic link leads out of the workspace.'
      });
      expect(existsSync(join(folder, 'outside.json')) || existsSync(join(folder, 'new'))).toBe(false);
    }
  );

  test.each([
    'workspace/lake.json',
    'workspace/new/lake.json',
    'workspace/other/lake.json',
    'temp/lake.json'
  ])('is written inside, and wherever the workflow says by itself: %s', async (path) => {
    await writeOutputsFile(join(folder, path), { command: 'plan' }, workspace);
    expect(JSON.parse(readFileSync(join(folder, path), 'utf8'))).toEqual({ command: 'plan' });
  });
});
