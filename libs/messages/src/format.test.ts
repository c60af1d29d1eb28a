import { expect, it } from 'vitest';
import { format, formatList } from './format.ts';

it('fills in values and chooses plurals by language', () => {
  const text = '{count, plural, one {# check} other {# checks}} of {total, number}';
  expect(format(text, { count: 1, total: 12000 }, 'en')).toBe('1 check of 12,000');
  expect(format('{total, number}', { total: 12000 }, 'es')).toBe('12.000');
});

it('shows what is missing as unknown, in the language of the text', () => {
  expect(format('Vault <name>: {vault}', {}, 'en')).toBe('Vault <name>: unknown');
  expect(format('{vault}', { vault: '' }, 'es')).toBe('desconocido');
  expect(format('{constructor}', {}, 'en')).toBe('unknown');
});

it('lets a select decide whether there is a value, also for the word “none”', () => {
  const text = 'Approved{comment, select, none {} other {: “{comment}”}}';
  expect(format(text, { comment: null }, 'en')).toBe('Approved');
  expect(format(text, { comment: 'fine' }, 'en')).toBe('Approved: “fine”');
  expect(format(text, { comment: 'none' }, 'en')).toMatch(/^Approved: “none.?”$/u);
});

it('decides by true and false, and by a third when neither is known', () => {
  const text = '{enabled, select, true {yes} false {no} other {unknown}}';
  const shown = [true, false, null].map((enabled) => format(text, { enabled }, 'en'));
  expect(shown).toEqual(['yes', 'no', 'unknown']);
});

it('takes nothing in a value for part of the message', () => {
  expect(format('{a}', { a: '{b} <b> # $&', b: 'x' }, 'en')).toBe('{b} <b> # $&');
});

it('joins lists by language', () => {
  expect(formatList(['A', 'B', 'C'], 'en')).toBe('A, B, and C');
  expect(formatList(['A', 'B'], 'es')).toBe('A y B');
});
