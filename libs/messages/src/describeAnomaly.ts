/**
 * An anomaly in words: in the reader's language where it is kept as a code, else as it was stored.
 */
import type { Anomaly, FailureHead, Locale } from '@keyway/core';
import { describeCheck } from './describeCheck.ts';
import { answerInWords } from './describeFailure.ts';
import { fillTemplate } from './fillTemplate.ts';
import { languageOf } from './languageOf.ts';

const WORDS = {
  statusNotRead: {
    en: 'Adobe’s status could not be read several times in a row: {answer}. The last status that was read is shown.',
    es: 'El estado de Adobe no se pudo leer varias veces seguidas: {answer}. Se muestra el último estado que se leyó.',
  },
  foundBefore: {
    en: 'Adobe had a configuration named {name} for this key before this submission; it is used, and this submission sent nothing.',
    es: 'Adobe ya tenía una configuración llamada {name} para esta clave antes de este envío; se usa esa, y este envío no mandó nada.',
  },
  blockedAfterTicket: {
    en: 'Everything was read again after the case was recorded, and this no longer holds: {checks}. The case says otherwise: correct this, or tell Adobe Customer Care.',
    es: 'Se volvió a leer todo después de registrar el caso y esto ya no se cumple: {checks}. El caso dice lo contrario: corríjalo o comuníquelo a Adobe Customer Care.',
  },
} as const satisfies Record<NonNullable<Anomaly['kind']>, Record<Locale, string>>;

/** `“Network admits Adobe”: public access is off`, one after the other. */
const checksInWords = (checks: NonNullable<Anomaly['checks']>, locale: Locale): string =>
  checks
    .map((check) => {
      const { title, observed } = describeCheck(check, locale);
      const quoted = fillTemplate(
        languageOf(locale).failures.quoted,
        { message: title },
        languageOf(locale),
      );
      return observed === null ? quoted : `${quoted}: ${observed.replace(/\.$/, '')}`;
    })
    .join('; ');

export function describeAnomaly(
  { kind, values, message, checks }: Anomaly,
  locale: Locale,
): string {
  if (kind === undefined || !Object.hasOwn(WORDS, kind)) return message;
  if (kind === 'foundBefore')
    return fillTemplate(WORDS[kind][locale], values ?? {}, languageOf(locale));
  if (kind === 'blockedAfterTicket')
    return WORDS[kind][locale].replace('{checks}', () => checksInWords(checks ?? [], locale));
  const failure = (values ?? {}) as FailureHead & { message: string };
  return WORDS[kind][locale].replace('{answer}', () => answerInWords(failure, locale));
}
