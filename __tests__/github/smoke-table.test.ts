import { expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { summaryOf } from '../../src/github/summary.js';
import type { SmokeReport, SmokeStepReport } from '../../src/smoke-report.js';
import { outcome } from './fixtures.js';

const STEPS: readonly SmokeStepReport[] = [
  { step: 'catalog', title: 'Open it', status: 'passed', ms: 1234, note: 'format | version <2>' },
  { step: 'append', title: 'Append rows', status: 'passed', ms: 50, rows: 100, files: 1, bytes: 5120 },
  {
    step: 'glue',
    title: 'See it',
    status: 'failed',
    ms: 2000,
    error: new ActionError('PERMISSION_DENIED', { found: 'No.' }).toJSON()
  },
  { step: 'clean-up', title: 'Drop it', status: 'skipped', ms: 0 }
];

const report = (more: Partial<SmokeReport> = {}): SmokeReport => ({
  version: 1,
  result: 'failed',
  via: 'glue',
  namespace: 'sales',
  scratchTable: 'smoke_1_1',
  kept: false,
  ms: 3284,
  steps: STEPS,
  ...more
});

const summary = (smokeTest?: SmokeReport): string =>
  summaryOf(outcome({ command: 'apply', ...(smokeTest && { smokeTest }) })).replace(
    /^.*?(?=### Smoke test|$)/s,
    ''
  );

/** Text as a browser shows it. */
const shown = (text: string): string =>
  text
    .replaceAll(/<\/?code>/g, '')
    .replaceAll(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));

/** The cells of each line of the table of steps. */
const cells = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^\| [^-]/.test(line) && !line.includes('| Step |'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim())
    );

test('every step with its sign, time, figures, and what is to be said of it', () => {
  const text = summary(report());
  expect(shown(text)).toMatch(/Smoke test failed in 3\.3 s.*sales\.smoke_1_1.*glue/);
  const [opened, appended, failed, skipped] = cells(text);
  expect(opened?.slice(0, 3)).toEqual(['✔️', 'Open it', '1.2 s']);
  expect(appended?.slice(0, 6)).toEqual(['✔️', 'Append rows', '0.1 s', '100', '1', '5120']);
  expect(failed?.map(shown)).toEqual(['❌', 'See it', '2.0 s', '', '', '', 'PERMISSION_DENIED']);
  expect(skipped).toEqual(['⏭️', 'Drop it', '', '', '', '', '']);
});

test('what comes from outside cannot break the table', () => {
  const [opened] = cells(summary(report()));
  expect(opened).toHaveLength(7);
  expect(opened?.[6]).not.toContain('<2>');
  expect(shown(opened?.[6] ?? '')).toBe('format | version <2>');
});

test('a table that was kept is told', () => {
  expect(summary(report({ kept: true }))).toContain('which was kept');
  expect(summary(report())).not.toContain('which was kept');
});

test('without a smoke test there is nothing of it', () => {
  expect(summary()).toBe('');
});
