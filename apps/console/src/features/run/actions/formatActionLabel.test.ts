import { describe, expect, it } from 'vitest';
import { formatActionLabel } from './formatActionLabel.ts';

const both = [
  { id: 'AEP', steps: [1] },
  { id: 'CJA', steps: [1] },
] as const;
const one = [
  { id: 'AEP', steps: [1] },
  { id: 'CJA', steps: [] },
] as const;

describe('formatActionLabel', () => {
  it('distinguishes the same action of two tracks', () => {
    expect(
      formatActionLabel({ label: 'Request approval', track: 'CJA', step: 'APPROVAL' }, both),
    ).toBe('Request approval (CJA)');
  });

  it('adds nothing where there is one track, no track, or the label names it', () => {
    expect(formatActionLabel({ label: 'Attest', track: 'AEP', step: 'KEY' }, one)).toBe('Attest');
    expect(formatActionLabel({ label: 'Cancel run', track: null, step: null }, both)).toBe(
      'Cancel run',
    );
    expect(formatActionLabel({ label: 'Name the CJA key', track: 'CJA', step: 'KEY' }, both)).toBe(
      'Name the CJA key',
    );
  });
});
