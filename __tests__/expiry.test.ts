import { expect, test } from '@jest/globals';
import { expiryMark, readExpiry } from '../src/expiry.js';

const AT = Date.UTC(2026, 10, 27, 9, 30, 5);

test('is written to the second, in UTC, and read as it was written', () => {
  expect(expiryMark(AT + 678)).toBe('2026-11-27T09:30:05Z');
  expect(readExpiry(expiryMark(AT))).toBe(AT);
});

test('an offset is understood', () => {
  expect(readExpiry('2026-11-27T10:30:05+01:00')).toBe(AT);
});

test.each([
  '',
  'soon',
  '0',
  '2026',
  '2026-11-27',
  '2026-13-01T00:00:00Z',
  '2026-11-27T09:30:05',
  '1732699805'
])('what may mean anything is nothing: %j', (text) => {
  expect(readExpiry(text)).toBeUndefined();
});
