import { expect, it } from 'vitest';
import { retryAfterSeconds } from './retryAfterSeconds.ts';

const NOW = Date.parse('2026-11-24T00:00:00Z');

it.each([
  ['17', 17],
  ['0', 0],
  ['1.2', 2],
  ['Tue, 24 Nov 2026 00:00:30 GMT', 30],
  ['Mon, 23 Nov 2026 00:00:30 GMT', 0],
  ['999999999', 86_400],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('%s is %s', (text, seconds) => {
  expect(retryAfterSeconds(text, NOW)).toBe(seconds);
});
