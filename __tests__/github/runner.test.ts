import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { githubReporter, type GitHubReporter } from '../../src/github/reporter.js';
import { commandsIn, DOTNET_WHITE_SPACE } from '../support/runner-commands.js';
import { outcome, plan, step } from './fixtures.js';
import { resultsText } from '../../src/github/results-text.js';

/** What the process writes while `work` runs. */
async function written(work: () => void | Promise<void>): Promise<string> {
  const chunks: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return chunks.join('');
}

/** All the ways in which a text can get into the log. */
function tell(reporter: GitHubReporter, text: string): Promise<void> {
  reporter.info(text);
  reporter.debug(text);
  reporter.notice(text);
  reporter.warning(text);
  reporter.error(text, text);
  const changes = [{ path: text, from: text, to: { [text]: text } }];
  const hostile = step('update', { kind: text, name: text, changes, notes: [text] });
  const shown = plan([hostile, step('blocked', { blocked: { code: text, message: text } })]);
  reporter.plan(shown);
  reporter.info(resultsText(outcome({ plan: shown })));
  reporter.runner.setOutput('namespace', text);
  reporter.runner.exportVariable('AWS_REGION', text);
  return reporter.group(text, () => Promise.resolve());
}

const OURS = ['debug', 'notice', 'warning', 'error', 'group', 'endgroup'];
const ON_GITHUB = { GITHUB_ACTIONS: 'true', RUNNER_DEBUG: '1' };
const COMMAND = '::add-mask::a';

describe('no text from outside is a command of the runner', () => {
  test.each([
    ...DOTNET_WHITE_SPACE,
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u001b[0m',
    '\u001b',
    '\0',
    '\r',
    '\n \n\t'
  ])('after %j', async (space) => {
    for (const text of [
      space + COMMAND,
      `a\n${space}${COMMAND}`,
      `a${space}${COMMAND}`,
      `a#${space}#[add-mask]b`
    ]) {
      const output = await written(() => tell(githubReporter(ON_GITHUB), text));
      expect(commandsIn(output)).toEqual(OURS);
    }
  });

  test('whatever it is made of', async () => {
    const unit = fc.constantFrom(
      ...DOTNET_WHITE_SPACE,
      ...':::##[]ab',
      '\u001b',
      '\u200b',
      '\u00ad',
      '\ud83d',
      '::',
      '##['
    );
    const any = fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        const output = await written(() => tell(githubReporter(ON_GITHUB), text));
        expect(commandsIn(output)).toEqual(OURS);
      }),
      { numRuns: 300 }
    );
  });

  test('also where there is no GitHub, and where annotations are held back', async () => {
    const output = await written(async () => {
      await tell(githubReporter({ RUNNER_DEBUG: '1' }), `\u0085${COMMAND}`);
      const reporter = githubReporter(ON_GITHUB);
      for (let i = 0; i < 12; i++) reporter.warning(`\u0085${COMMAND}`);
      reporter.finish();
    });
    expect(commandsIn(output)).toEqual(Array.from({ length: 10 }, () => 'warning'));
  });
});

test('the look of a command is kept as far as it can be', async () => {
  const output = await written(() =>
    githubReporter(ON_GITHUB).info('arn:aws:iam::1:role/x\n::error::y ##[group]')
  );
  expect(output).toBe('arn:aws:iam::1:role/x\n: :error::y ## [group]\n');
});
