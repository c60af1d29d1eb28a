import { expect, it } from 'vitest';
import { LOCALES, OWN_REASONS } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';
import { describeEvent } from './history/describeEvent.ts';
import { describeReason } from './describeReason.ts';

it.each(Object.entries(OWN_REASONS))('renders %s in the reader’s language', (code, stored) => {
  for (const locale of LOCALES)
    expect(describeReason(stored, locale)).toBe(
      messagesIn(locale).reasons[code as keyof typeof OWN_REASONS],
    );
});

it('shows what a person wrote as it is, also in history', () => {
  expect(describeReason('Wrong key', 'es')).toBe('Wrong key');
  expect(describeEvent('runCancelled', { reason: 'Wrong key' }, 'es')).toContain('«Wrong key»');
  expect(describeEvent('runCancelled', { reason: OWN_REASONS.archived }, 'es')).not.toContain(
    'archived',
  );
});
