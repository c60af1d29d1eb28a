import { expect, it } from 'vitest';
import { format } from './format.ts';

it('fills in values and chooses plurals by language', () => {
  const text = '{count, plural, one {# check} other {# checks}} of {total, number}';
  expect(format(text, { count: 1, total: 12000 }, 'en')).toBe('1 check of 12,000');
  expect(format('{total, number}', { total: 12000 }, 'es')).toBe('12.000');
});

it('shows a dash for a value that is missing, and leaves angle brackets alone', () => {
  expect(format('Vault <name>: {vault}', {}, 'en')).toBe('Vault <name>: –');
});
