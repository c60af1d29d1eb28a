/**
 * A stored reason for whoever reads it: a person's own words as they are, Keyway's in the reader's
 * language.
 */
import { type Locale, OWN_REASONS } from '@keyway/core';

const SPANISH: Readonly<Record<string, string>> = {
  archived: 'La organización se archivó.',
  evidenceChanged: 'Las pruebas cambiaron después de solicitar la aprobación.',
  factsDiffer:
    'Los datos leídos justo antes del envío no son los que se aprobaron; no se envió nada.',
} satisfies Record<keyof typeof OWN_REASONS, string>;

export function reasonInWords(reason: string, locale: Locale): string {
  const own = Object.entries(OWN_REASONS).find(([, text]) => text === reason)?.[0];
  return own !== undefined && locale === 'es' ? (SPANISH[own] ?? reason) : reason;
}
