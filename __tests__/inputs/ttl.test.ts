import { expect, test } from '@jest/globals';
import { parseTtl } from '../../src/inputs/ttl.js';

test.each([
  ['1m', 60_000],
  ['90m', 5_400_000],
  [' 72h ', 259_200_000],
  ['7d', 604_800_000],
  ['365d', 31_536_000_000]
])('%s', (text, value) => {
  expect(parseTtl(text)).toEqual({ value });
});

test.each([
  ['0m', 'at once'],
  ['000d', 'at once'],
  ['366d', '365 days'],
  ['3650d', '365 days'],
  [`${'9'.repeat(400)}d`, '365 days'],
  ['soon', 'minutes, hours or days'],
  ['72', 'minutes, hours or days'],
  ['10y', 'minutes, hours or days'],
  ['1.5h', 'minutes, hours or days'],
  ['-1h', 'minutes, hours or days'],
  ['1h 30m', 'minutes, hours or days'],
  ['PT72H', 'minutes, hours or days']
])('%s is none', (text, problem) => {
  expect(parseTtl(text)).toEqual({ problem: expect.stringContaining(problem) });
});

test.each([
  ['72', 'say which, such as 72h'],
  ['72H', 'write 3d'],
  ['24 hours', 'write 1d'],
  ['1w', 'write 7d'],
  ['1.5h', 'write 90m'],
  ['1h30m', 'write 90m'],
  ['1h 30m', 'write 90m'],
  ['PT72H', 'write 3d'],
  ['P1DT12H', 'write 36h'],
  ['3600s', 'write 1h']
])('%s: how it is to be written', (text, hint) => {
  expect(parseTtl(text)).toEqual({ problem: `it is not a number of minutes, hours or days: ${hint}` });
});

test.each(['1M', 'P1M', '10y', '30s', '-1h', 'soon', '1h soon'])('%s has no other form', (text) => {
  expect(parseTtl(text)).toEqual({ problem: 'it is not a number of minutes, hours or days' });
});
