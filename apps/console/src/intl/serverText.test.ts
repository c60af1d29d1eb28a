import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { formatServerText } from './serverText.ts';

const form = (text: string, locale = 'en', timeZone = 'America/New_York') =>
  // Spaces of a locale's own differ between versions of its data.
  formatServerText(text, createIntl({ locale, timeZone })).replaceAll(/\s/g, ' ');

describe('a text of the server', () => {
  it.each([
    [
      'en',
      'Cooling-off until 2026-11-29 02:10 UTC. Then ready.',
      'Cooling-off until Nov 28, 2026, 9:10 PM. Then ready.',
    ],
    ['es', 'Caduca 2026-11-29 02:10 UTC; después no.', 'Caduca 28 nov 2026, 21:10; después no.'],
    // A day without a time is the same day everywhere.
    ['en', 'Key-managed since 2026-11-29.', 'Key-managed since Nov 29, 2026.'],
    ['es', 'Con clave propia desde 2026-11-29.', 'Con clave propia desde 29 nov 2026.'],
    ['en', 'From 2026-01-01 until 2026-02-01.', 'From Jan 1, 2026 until Feb 1, 2026.'],
  ])('shows times in the form and the zone of its reader: %s, %s', (locale, text, shown) => {
    expect(form(text, locale)).toBe(shown);
  });

  it.each([
    'Refused by Ana: “not before 2026-11-29 02:10 UTC”.',
    'Rechazado por Ana: «no antes del 2026-11-29».',
    'Key kv-2026-11-29 in vault 2026-11-29-prod is off.',
    'https://kv.vault.azure.net/keys/2026-11-29/abc and 2026-11-29.example.com',
    'It was 2026-11-29T02:10:00Z and 2026-13-40 and 2026-02-30.',
    'Nothing to do.',
  ])('leaves what people wrote, names and other numbers: %s', (text) => {
    expect(form(text)).toBe(text);
  });

  it('shows what is beside a quote', () => {
    expect(form('“2026-11-29” since 2026-11-29.')).toBe('“2026-11-29” since Nov 29, 2026.');
  });
});
