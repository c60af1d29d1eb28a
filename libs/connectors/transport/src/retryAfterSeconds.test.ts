import { expect, it } from 'vitest';
import { retryAfterSeconds } from './retryAfterSeconds.ts';

const NOW = Date.parse('2026-11-24T00:00:00Z');

it.each([
  [{ 'retry-after': '17' }, 17],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '1.2' }, 2],
  [{ 'retry-after': 'Tue, 24 Nov 2026 00:00:30 GMT' }, 30],
  [{ 'retry-after': 'Mon, 23 Nov 2026 00:00:30 GMT' }, 0],
  [{ 'retry-after': 'Tue, 24 Nov 2099 00:00:30 GMT' }, 86_400],
  [{ 'retry-after': '999999999' }, 86_400],
  [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 2],
  [{ 'x-ms-retry-after-ms': '300' }, 1],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': '-5' }, null],
  [{ 'retry-after': '' }, null],
  [{}, null],
])('%j is %s', (headers: Record<string, string>, seconds) => {
  expect(retryAfterSeconds((name) => headers[name], NOW)).toBe(seconds);
});
