/** An anomaly in words: in the reader's language where it is kept as a code, else as it was stored. */
import type { FailureHead } from '../failures/hintOf.ts';
import type { Anomaly } from '../run.ts';
import type { Locale } from '../vocabulary.ts';
import { answerInWords } from './describeFailure.ts';

const WORDS = {
  statusNotRead: {
    en: 'Adobe’s status could not be read several times in a row: {answer}. The last status that was read is shown.',
    es: 'El estado de Adobe no se pudo leer varias veces seguidas: {answer}. Se muestra el último estado que se leyó.',
  },
} as const satisfies Record<NonNullable<Anomaly['kind']>, Record<Locale, string>>;

export function describeAnomaly({ kind, values, message }: Anomaly, locale: Locale): string {
  if (kind === undefined || !Object.hasOwn(WORDS, kind)) return message;
  const failure = (values ?? {}) as FailureHead & { message: string };
  return WORDS[kind][locale].replace('{answer}', () => answerInWords(failure, locale));
}
