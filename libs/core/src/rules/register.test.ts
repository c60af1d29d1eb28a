import { describe, expect, it } from 'vitest';
import { RULE_IDS, RULE_SECTIONS, RULES } from './register.ts';
import { SOURCE_ALIASES } from './rule.ts';

describe('the register of rules', () => {
  it('has each ID in one section only', () => {
    const all = Object.values(RULE_SECTIONS).flatMap((section) => Object.keys(section));
    expect(all).toHaveLength(RULE_IDS.length);
  });

  it.each(RULE_IDS)('%s has a short title, a proof and the source that the proof needs', (id) => {
    const { title, proof, sources } = RULES[id];
    expect(title.length).toBeGreaterThan(10);
    expect(title.length).toBeLessThanOrEqual(90);
    expect(title).not.toMatch(/\.$/);
    expect(proof.length).toBeGreaterThan(0);
    if (proof.includes('documented') || proof.includes('superseded'))
      expect(sources.length).toBeGreaterThan(0);
    for (const source of sources)
      expect(Object.keys(SOURCE_ALIASES)).toContain(source.split('/')[0]);
  });
});
