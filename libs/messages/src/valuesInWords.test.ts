import { describe, expect, it } from 'vitest';
import { actorInWords } from './actorInWords.ts';
import { describeCheck } from './describeCheck.ts';
import { instantInWords, valuesInWords } from './valuesInWords.ts';

describe('valuesInWords', () => {
  it('names shields and clouds in sentences (ENT-02)', () => {
    const result = {
      check: 'shieldIsEntitled',
      outcome: 'ok',
      values: { shield: 'PRIVACY_AND_SECURITY_SHIELD', cloud: 'AWS' },
    } as const;
    expect(describeCheck(result, 'en').observed).toBe('Privacy & Security Shield on AWS');
    expect(describeCheck(result, 'es').observed).toBe('Privacy & Security Shield en AWS');
  });

  it('says tiers as the portal does and instants as date and time', () => {
    expect(valuesInWords({ sku: 'standard' }, 'es')).toEqual({ sku: 'Estándar' });
    expect(valuesInWords({ until: '2026-11-24T00:10:00.000Z' }, 'en')).toEqual({
      until: '2026-11-24 00:10 UTC',
    });
  });

  it('leaves everything else as it is', () => {
    const values = {
      sku: 'constructor',
      shield: 'OF_LATER',
      vault: 'standard',
      days: 90,
      off: false,
      none: null,
    };
    expect(valuesInWords(values, 'en')).toEqual(values);
    expect(instantInWords('2026-11-24')).toBe('2026-11-24');
  });
});

describe('actorInWords', () => {
  it.each([
    ['Ana Approver (console)', 'Ana Approver (consola)'],
    ['ITSM (API token)', 'ITSM (token de API)'],
    ['Owner (bootstrap token)', 'Owner (token inicial)'],
    ['Ana (console) Approver', 'Ana (console) Approver'],
    ['Ana (constructor)', 'Ana (constructor)'],
    ['Keyway', 'Keyway'],
  ])('%s', (name, inSpanish) => {
    expect(actorInWords(name, 'es')).toBe(inSpanish);
    expect(actorInWords(name, 'en')).toBe(name);
  });
});
