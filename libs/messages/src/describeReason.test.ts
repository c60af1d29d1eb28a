import { expect, it } from 'vitest';
import { LOCALES, type VoidCode } from '@keyway/core';
import { describeCancellation, describeStoredReason, describeVoided } from './describeReason.ts';
import { describeEvent } from './history/describeEvent.ts';
import { messagesIn } from './messagesIn.ts';

it.each<Exclude<VoidCode, 'stored'>>([
  'evidenceChanged',
  'factsDiffer',
  'expired',
  'policyLoosened',
  'ownApproverRequired',
])('renders %s in the reader’s language', (code) => {
  const values = { at: '2026-11-24T00:00:00.000Z' };
  const [english, spanish] = LOCALES.map((locale) => describeVoided({ code, values }, locale));
  expect(english).not.toBe(spanish);
  expect(english).not.toContain('{');
});

it('shows what an earlier version stored as it is', () => {
  const voided = { code: 'stored', values: { text: 'As it was.' } } as const;
  expect(describeVoided(voided, 'es')).toBe('As it was.');
});

it('shows what a person wrote as it is, also in history', () => {
  expect(describeCancellation({ reason: 'Wrong key' }, 'es')).toBe('Wrong key');
  expect(describeStoredReason({ reason: 'Wrong key' }, 'es')).toBe('Wrong key');
  expect(describeEvent('runCancelled', { reason: 'Wrong key' }, 'es')).toContain('«Wrong key»');
});

it.each([
  { reason: null, code: 'organizationArchived' },
  { reason: 'The organization was archived.' },
])('shows in the reader’s language that the organization was archived: %j', (data) => {
  for (const locale of LOCALES)
    expect(describeStoredReason(data, locale)).toBe(
      messagesIn(locale).reasons.organizationArchived,
    );
  expect(describeEvent('runCancelled', data, 'es')).toContain('La organización se archivó');
});
