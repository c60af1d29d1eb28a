import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionMatches } from './actionPattern.ts';

describe('actionMatches', () => {
  it.each([
    ['a/b', 'A/B', true],
    ['a/b', 'a/b/c', false],
    ['*', 'a/b', true],
    ['a/*/c', 'a/b/b/c', true],
    ['a/*/c', 'a/c', false],
    ['*/read', 'a/b/READ', true],
    ['a*', 'ba', false],
    // Head and tail may not share a character.
    ['ab*bc', 'abc', false],
    ['', 'a', false],
    ['a.c', 'abc', false],
  ])('%s against %s: %s', (pattern, action, expected) =>
    expect(actionMatches(pattern, action)).toBe(expected),
  );

  it('agrees with a regular expression where that is fast enough to ask', () => {
    const letters = (maxLength: number, more: string) =>
      fc.string({ unit: fc.constantFrom('a', 'b', ...more), maxLength });
    fc.assert(
      fc.property(letters(6, '*'), letters(8, ''), (pattern, action) => {
        expect(actionMatches(pattern, action)).toBe(
          new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action),
        );
      }),
    );
  });

  it('answers any number of asterisks', () => {
    expect(actionMatches(`${'*'.repeat(5000)}x`, 'microsoft.keyvault/vaults/keys/read')).toBe(
      false,
    );
  });
});
