/**
 * Values as people read them: names for what is stored as a constant, and an instant as date and
 * time. What is none of these stays as it is.
 */
import {
  type CheckValues,
  type Cloud,
  inspectKeyIdentifier,
  type Locale,
  type Shield,
} from '@keyway/core';
import { describeKeyProblem } from './keyIdentifierWords.ts';

const SHIELDS: Readonly<Record<Shield, string>> = {
  HEALTHCARE_SHIELD: 'Healthcare Shield',
  PRIVACY_AND_SECURITY_SHIELD: 'Privacy & Security Shield',
};
const CLOUDS: Readonly<Record<Cloud, string>> = { AZURE: 'Azure', AWS: 'AWS' };
/** Azure's own values (AEP-04) in the portal's words. */
const TIERS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { standard: 'Standard', premium: 'Premium' },
  es: { standard: 'Estándar', premium: 'Premium' },
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/;

/** `2026-11-24 00:10 UTC`. */
export const instantInWords = (instant: string): string => instant.replace(INSTANT, '$1 $2 UTC');

/**
 * What is wrong with a key identifier that was given, in the reader's language; results stored
 * without the text have English sentences.
 */
const problemsOf = (given: string, locale: Locale): string =>
  inspectKeyIdentifier(given)
    .findings.map(({ problem, values }) => describeKeyProblem(problem, values, locale))
    .join(' ');

export function valuesInWords(values: CheckValues, locale: Locale): CheckValues {
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    shield: SHIELDS,
    cloud: CLOUDS,
    sku: TIERS[locale === 'es' ? 'es' : 'en'],
  };
  const inWords = (name: string, value: CheckValues[string]): CheckValues[string] => {
    if (typeof value !== 'string') return value;
    const words = Object.hasOwn(names, name) ? names[name]! : {};
    return Object.hasOwn(words, value) ? words[value]! : instantInWords(value);
  };
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, inWords(name, value)]),
  );
  return typeof values['given'] === 'string'
    ? { ...shown, problems: problemsOf(values['given'], locale) }
    : shown;
}
