import { describe, expect, it } from 'vitest';
import { cleanWord } from './cleanWord.ts';

describe('cleanWord', () => {
  it.each(['COMPLETED', 'in progress', ' COMPLETED', 'Läuft 🔑', ''])('keeps %j as it is', (word) =>
    expect(cleanWord(word)).toBe(word),
  );

  it.each([
    'COMPLETED\u0000',
    'COMPLETED\n',
    '\u200bCOMPLETED',
    'FAILED\u202e',
    `COMPLETED${' '.repeat(600)}`,
  ])('never makes a known word of %j', (word) => {
    expect(['COMPLETED', 'FAILED']).not.toContain(cleanWord(word));
    expect(cleanWord(word).length).toBeLessThanOrEqual(500);
    // eslint-disable-next-line no-control-regex -- none may be left
    expect(cleanWord(word)).not.toMatch(/[\u0000-\u001f\u200b\u202e]/);
  });

  it('halves no character', () => expect(cleanWord('🔑'.repeat(400)).isWellFormed()).toBe(true));
});
