import { describe, expect, it } from 'vitest';
import { actionWords } from './actionWords.ts';

const both = [
  { id: 'AEP', steps: [1] },
  { id: 'CJA', steps: [1] },
] as const;
const one = [
  { id: 'AEP', steps: [1] },
  { id: 'CJA', steps: [] },
] as const;

describe('actionWords', () => {
  it('tells the same action of two tracks apart', () => {
    expect(actionWords({ label: 'Request approval', track: 'CJA', step: 'APPROVAL' }, both)).toBe(
      'Request approval (CJA)',
    );
  });

  it('adds nothing where there is one track, no track, or the words name it', () => {
    expect(actionWords({ label: 'Attest', track: 'AEP', step: 'KEY' }, one)).toBe('Attest');
    expect(actionWords({ label: 'Cancel the run', track: null, step: null }, both)).toBe(
      'Cancel the run',
    );
    expect(actionWords({ label: 'Name the CJA key', track: 'CJA', step: 'KEY' }, both)).toBe(
      'Name the CJA key',
    );
  });
});
