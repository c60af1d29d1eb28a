import { describe, expect, it } from 'vitest';
import { adviseName, isNameRefused } from './configurationName.ts';

describe('adviseName (VAL-26, GAP-01)', () => {
  it.each([
    ['keyway-cmk', 'good'],
    ['config1', 'good'],
    ['Config1', 'upperCase'],
    ['config 1', 'unusual'],
    ['konfiguration_1', 'unusual'],
    ['', 'empty'],
    [' keyway', 'outerSpace'],
    ['keyway ', 'outerSpace'],
    ['a'.repeat(64), 'good'],
    ['a'.repeat(65), 'tooLong'],
  ] as const)('%j is %s', (name, advice) => {
    expect(adviseName(name)).toBe(advice);
  });

  it('lets through what only is unwise', () => {
    expect((['good', 'upperCase', 'unusual'] as const).some(isNameRefused)).toBe(false);
    expect((['empty', 'outerSpace', 'tooLong'] as const).every(isNameRefused)).toBe(true);
  });
});
