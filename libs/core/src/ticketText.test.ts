import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { keyIdentifier } from '../testing/goodFacts.ts';
import { irreversibleConsequences } from './irreversible.ts';
import { LOCALES } from './vocabulary.ts';
import { ticketText } from './ticketText.ts';

describe('ticketText (CJA-11)', () => {
  it.each(LOCALES)('names both addresses and everything Customer Care needs, in %s', (locale) => {
    const text = ticketText(new DrivenRun().prepare().run, locale)!;
    const lines = text.split('\n').map((line) => line.split(': ').at(-1));
    for (const value of [
      keyIdentifier('CJA'),
      'https://contoso-cja.vault.azure.net', // GAP-05
      '0123456789ABCDEF01234567@AdobeOrg',
      'Contoso',
      '11111111-2222-3333-4444-555555555555',
      '251e3919-1940-4296-bb8b-6b9a5e8a4805',
      'VA7',
    ]) {
      expect(lines).toContain(value);
    }
    expect(text).toMatch(/Journey Optimizer/);
    expect(text).not.toContain('contoso-cmk');
  });

  it('says so where something is not known yet', () => {
    expect(ticketText(new DrivenRun().run, 'en')).toContain('Azure URI (vault): not known yet');
  });

  it('is none on AWS (CJA-14)', () => {
    const { run } = new DrivenRun({ organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' } });
    expect(ticketText(run, 'en')).toBeNull();
  });
});

describe('irreversibleConsequences', () => {
  it.each(LOCALES)('tells all eight in %s', (locale) => {
    const told = irreversibleConsequences(locale);
    expect(told.map(({ rule }) => rule)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08'].map((number) => `IRR-${number}`));
    for (const { text } of told) expect(text).toMatch(/^\S.*\.$/);
  });
});
