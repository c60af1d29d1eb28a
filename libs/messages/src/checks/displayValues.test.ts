import { describe, expect, it } from 'vitest';
import { describeCheck } from './describeCheck.ts';
import { displayInstant } from '../displayInstant.ts';
import { displayValues } from './displayValues.ts';

describe('displayValues', () => {
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
    expect(displayValues({ sku: 'standard' }, 'es')).toEqual({ sku: 'Estándar' });
    expect(displayValues({ until: '2026-11-24T00:10:00.000Z' }, 'en')).toEqual({
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
    expect(displayValues(values, 'en')).toEqual(values);
    expect(displayInstant('2026-11-24')).toBe('2026-11-24');
  });
});
