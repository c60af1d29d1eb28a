/** The core's words in the locale that was asked for; English where it is none we speak. */
import { LOCALES, type Locale, type NextAction, type Run, type StepId, type TrackId } from '@keyway/core';
import type { HistoryRecord } from '@keyway/store';

/** `es-MX` is `es`. */
export function localeOf(asked: string | null | undefined): Locale {
  const language = asked?.slice(0, 20).split(/[-_]/)[0]?.toLowerCase();
  return LOCALES.find((locale) => locale === language) ?? 'en';
}
export const runSentence = (run: Run, _l: Locale): string => run.id;
export const stepSentence = (_r: Run, _t: TrackId, id: StepId, _l: Locale): string => id;
export const stepTitle = (id: StepId, _l: Locale): string => id;
export const actionLabel = (action: NextAction, _l: Locale): string => action.mutation;
export const consequences = (_l: Locale): { rule: string; text: string }[] => [];
export const consentUrl = (_r: Run, _t: TrackId): string | null => null;
export const ticketText = (_r: Run, _l: Locale): string | null => null;
export const instructionsFor = (_r: Run, _t: TrackId, _s: StepId, _l: Locale): null => null;
export const historySummary = (e: HistoryRecord, _l: Locale): string => e.kind;
