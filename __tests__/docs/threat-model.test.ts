import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

const text = readFileSync('docs/threat-model.md', 'utf8');
/** `<!-- test: path | title -->` behind a line, as often as there are tests that hold it. */
const NAMED = /<!-- test: (\S+) \| (.+?) -->/g;

/** The numbered lines, each with what follows until the next. */
const lines = text
  .split(/^(?=\d+\. |## )/m)
  .filter((part) => /^\d+\. /.test(part))
  .map((part) => [Number.parseInt(part, 10), part] as const);

test('its lines are numbered without a gap', () => {
  const numbers = lines.map(([number]) => number);
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
});

test.each(lines)('line %i is held by tests that exist', (_number, part) => {
  const named = [...part.matchAll(NAMED)];
  expect(named.length).toBeGreaterThan(0);
  for (const [, path = '', title = ''] of named) {
    expect([path, existsSync(path)]).toEqual([path, true]);
    expect([title, readFileSync(path, 'utf8').includes(title)]).toEqual([title, true]);
  }
});

test('the README leads to it', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('(docs/threat-model.md)');
});
