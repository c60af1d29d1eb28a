import { RULE_IDS } from '@keyway/core';
import { describe, expect, it } from 'vitest';
import { es } from './es/index.ts';
import { ruleTitle } from './ruleTitle.ts';

const codesIn = (text: string) => text.match(/`[^`]+`/g) ?? [];
/** Numbers of at least two digits stand the same in both languages. */
const numbersIn = (text: string) => (text.match(/\d{2,}/g) ?? []).sort();

describe('the Spanish title of a rule', () => {
  it('exists for every rule and for nothing else', () => {
    expect(Object.keys(es.rules).sort()).toEqual([...RULE_IDS].sort());
  });

  it.each(RULE_IDS)('%s is a translation, as short, with the same code and numbers', (id) => {
    const english = ruleTitle(id, 'en');
    const spanish = ruleTitle(id, 'es');
    expect(spanish).not.toBe(english);
    expect(spanish.length).toBeGreaterThan(10);
    expect(spanish.length).toBeLessThanOrEqual(120);
    expect(spanish).not.toMatch(/\.$/);
    expect(codesIn(spanish)).toEqual(codesIn(english));
    expect(numbersIn(spanish)).toEqual(numbersIn(english));
  });
});
