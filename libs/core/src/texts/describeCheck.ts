/** A check's result in words. Texts are looked up by outcome, so that a better wording never changes evidence or history. */
import type { CheckResult, CheckValues } from '../check.ts';
import type { CheckId } from '../checks/checkIds.ts';
import type { Locale } from '../vocabulary.ts';
import type { CheckTexts, Explained, LanguageTexts, OutcomeText, UnreadableTexts } from './checkTexts.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { fillTemplate } from './fillTemplate.ts';
import { valuesInWords } from './valuesInWords.ts';

const LANGUAGES: Readonly<Record<Locale, LanguageTexts>> = { en: EN, es: ES };

/** The words of a locale; English where it is not one we speak. */
export const languageOf = (locale: Locale): LanguageTexts => (Object.hasOwn(LANGUAGES, locale) ? LANGUAGES[locale] : LANGUAGES.en);

export interface CheckDescription {
  title: string;
  observed: string | null;
  expected: string;
  /** Null where the check passed. */
  cause: string | null;
  remedy: string | null;
}

function unreadableText(texts: UnreadableTexts, values: CheckValues): Explained {
  if (values.code === 'ForbiddenByFirewall') return texts.firewall;
  switch (values.kind) {
    case 'denied':
      return values.permission ? texts.deniedPermission : texts.denied;
    case 'credential':
    case 'throttled':
    case 'unavailable':
      return texts[values.kind];
    case 'rejected':
    case 'notFound':
      return texts.rejected;
    default:
      return texts.badResponse;
  }
}

/** The check's title, in the catalog and on the step. */
export const checkTitle = (check: CheckId, locale: Locale): string => languageOf(locale).checks[check].title;

export function describeCheck(result: Pick<CheckResult, 'check' | 'outcome' | 'values'>, locale: Locale): CheckDescription {
  const language = languageOf(locale);
  const texts: CheckTexts = language.checks[result.check];
  const values = result.values ?? {};
  const shown = valuesInWords(values, locale);
  const fill = (template: string): string => fillTemplate(template, shown, language);
  const known: OutcomeText | undefined = Object.hasOwn(texts.outcomes, result.outcome) ? texts.outcomes[result.outcome] : undefined;
  const text = result.outcome === 'unreadable' ? unreadableText(language.unreadable, values) : known;
  const head = { title: texts.title, expected: fill(texts.expected) };
  // A result stored by a version with other outcomes: its code is all there is.
  if (text === undefined) return { ...head, observed: result.outcome, cause: null, remedy: null };
  if (typeof text === 'string') return { ...head, observed: fill(text), cause: null, remedy: null };
  return { ...head, observed: fill(text.observed), cause: fill(text.cause), remedy: fill(text.remedy) };
}
