/** Two patterns of IAM overlap exactly where some text matches both. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternsOverlap as overlapWithin } from './patternsOverlap.ts';
import { WorkBudget, withinBudget } from './workBudget.ts';

const patternsOverlap = (a: string, b: string) => overlapWithin(a, b, new WorkBudget());

const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);

/** Three characters and an asterisk of each have a common text of at most six, if any. */
const LONGEST = 6;
const texts = (length: number): string[] =>
  length === 0 ? [''] : texts(length - 1).flatMap((text) => [`${text}a`, `${text}b`]);
const TEXTS = Array.from({ length: LONGEST + 1 }, (_, length) => texts(length)).flat();
const patterns = fc
  .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 4 })
  .map((characters) => characters.join(''));

describe('two patterns', () => {
  it('overlap where one of all short texts matches both, and nowhere else', () => {
    fc.assert(
      fc.property(patterns, patterns, (one, other) => {
        const common = TEXTS.some((text) => matches(one, text) && matches(other, text));
        expect(patternsOverlap(one, other)).toBe(common);
        expect(patternsOverlap(other, one)).toBe(common);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['kms:*withoutplaintext', 'kms:generatedatakey*', true],
    ['kms:decryp?', 'kms:decrypt', true],
    ['kms:decrypt?', 'kms:decrypt', false],
    ['kms:*from', 'kms:*to', false],
    ['kms:re*', 'kms:reencrypt*', true],
    ['*', '', true],
  ])('%s and %s', (one, other, expected) => {
    expect(patternsOverlap(one, other)).toBe(expected);
  });

  it('of many asterisks are read at once', () => {
    expect(patternsOverlap('*a'.repeat(500), '*b'.repeat(500))).toBe(false);
  });

  it.each([
    ['asterisks', '*a'.repeat(16_000), '*b'.repeat(16_000)],
    ['question marks', '?'.repeat(32_000), '*'.repeat(32_000)],
    ['one beginning', `${'a'.repeat(30_000)}*`, `${'a'.repeat(30_000)}*${'?'.repeat(2_000)}b`],
    ['no pattern', 'a'.repeat(32_000), 'a'.repeat(32_000)],
  ])('of 32 KiB end within the budget, or at it: %s', (_what, one, other) => {
    const began = performance.now();
    withinBudget((budget) => overlapWithin(one, other, budget));
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('that take too long have no answer', () => {
    const [one, other] = ['*a'.repeat(16_000), '*b'.repeat(16_000)];
    expect(withinBudget((budget) => overlapWithin(one, other, budget))).toBeNull();
    expect(() =>
      withinBudget(() => {
        throw new Error('Another one.');
      }),
    ).toThrow('Another one.');
  });
});
