import { expect, it } from 'vitest';
import { OWN_REASONS } from '@keyway/core';
import { describeEvent } from './events.ts';
import { reasonInWords } from './reasonInWords.ts';

it.each(Object.values(OWN_REASONS))('%s is told in the reader’s language', (reason) => {
  expect(reasonInWords(reason, 'en')).toBe(reason);
  expect(reasonInWords(reason, 'es')).not.toBe(reason);
});

it('leaves a person’s words alone, also in history', () => {
  expect(reasonInWords('Wrong key', 'es')).toBe('Wrong key');
  expect(describeEvent('runCancelled', { reason: 'Wrong key' }, 'es')).toContain('«Wrong key»');
  expect(describeEvent('runCancelled', { reason: OWN_REASONS.archived }, 'es')).not.toContain(
    'archived',
  );
});
