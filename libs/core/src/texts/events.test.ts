import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { LOCALES } from '../vocabulary.ts';
import { describeEvent } from './events.ts';
import { EVENT_WORDS } from './eventWords.ts';

describe('describeEvent', () => {
  it('tells every event of a whole run in both languages', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit().accepted().reported('COMPLETED').approve('CJA').look().confirmCja();
    expect(driven.events.length).toBeGreaterThan(20);
    for (const locale of LOCALES) {
      for (const event of driven.events)
        expect(describeEvent(event.kind, event.data, locale)).not.toMatch(/\{|unknown|desconocido|undefined/);
    }
  });

  it.each([
    [
      'stepAttested',
      { track: 'AEP', step: 'ENTITLEMENT', statement: 'Contract\nseen', reference: 'C-1' },
      'AEP · Entitlement: attested “Contract seen” (reference C-1)',
    ],
    [
      'factsObserved',
      { track: 'CJA', facts: { step: 'KEY', key: { outcome: 'unreadable', failure: { message: 'no' } } } },
      'CJA · Key: looked; could not be read: no',
    ],
    ['verificationRequested', { track: null, step: null }, 'Asked for a check of every open step'],
    ['verificationRequested', { track: 'AEP', step: 'ROLE' }, 'Asked for a check of AEP Role'],
    [
      'checkOverridden',
      { track: 'AEP', check: 'keyIsLongEnough', reason: '{check}' },
      'AEP: accepted “The key has at least 3072 bits” because “{check}”',
    ],
    [
      'configurationObserved',
      { answer: null, failure: { message: 'HTTP 503' } },
      'Asked Adobe for the status, which did not answer: HTTP 503',
    ],
    ['configurationObserved', { answer: { status: 'RUNNING' }, failure: null }, 'Asked Adobe for the status, which says “RUNNING”'],
    ['azureConnected', { tenantId: 't', access: 'READ' }, 'Connected Azure in tenant t (READ access)'],
    ['somethingOfLater', {}, 'somethingOfLater'],
    ['constructor', {}, 'constructor'],
  ])('%s', (kind, data, sentence) => expect(describeEvent(kind, data, 'en')).toBe(sentence));

  it('is total and one line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(EVENT_WORDS.en)), fc.anything(), fc.constantFrom(...LOCALES), (kind, data, locale) => {
        const sentence = describeEvent(kind, data, locale);
        expect(sentence.length).toBeGreaterThan(0);
        expect(sentence).not.toContain('\n');
      }),
    );
  });
});
