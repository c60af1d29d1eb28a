/**
 * The shape of a check's words: complete per outcome, or it does not compile. `{name}` stands for a
 * value of the evaluation.
 */
import type { CATALOG, CheckId } from '@keyway/core';
import type { FailureWords } from './failureTexts.ts';

/** What failed, warned or could not be checked is always told with its cause and its remedy. */
export interface Explained {
  observed: string;
  cause: string;
  remedy: string;
}
/** A plain text is enough where the check passed. */
export type OutcomeText = string | Explained;

export interface CheckTexts<O extends string = string> {
  /** The fact that is wanted, in a few words. */
  title: string;
  expected: string;
  outcomes: Readonly<Record<O, OutcomeText>>;
}

type OutcomesOf<C extends CheckId> = keyof (typeof CATALOG)[C]['outcomes'] & string;

/** All checks' words in one language. */
export type AllCheckTexts = { readonly [C in CheckId]: CheckTexts<OutcomesOf<C>> };

/** Everything about checks in one language. */
export interface LanguageTexts {
  checks: AllCheckTexts;
  /** The outcome `unreadable`, which every check that reads a cloud shares. */
  unreadable: Explained;
  failures: FailureWords;
  /** Stands where a value is not known. */
  unknownValue: string;
  yes: string;
  no: string;
}
