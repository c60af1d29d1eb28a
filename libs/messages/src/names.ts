/** Names of tracks, steps, actors and actions. */
import type { ActionName, Actor, Locale, NextAction, StepId, TrackId } from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

export const trackTitle = (track: TrackId, locale: Locale): string =>
  messagesIn(locale).names.tracks[track];

export const stepTitle = (step: StepId, locale: Locale): string =>
  messagesIn(locale).names.steps[step];

export const actorName = (actor: Actor, organization: string, locale: Locale): string =>
  format(messagesIn(locale).names.actor, { actor, organization }, locale);

export function actionLabel(
  { mutation, movesRun }: Pick<NextAction, 'mutation' | 'movesRun'>,
  locale: Locale,
): string {
  const { actions, corrections } = messagesIn(locale).names;
  const correction: Partial<Record<ActionName, string>> = movesRun ? {} : corrections;
  return correction[mutation] ?? actions[mutation];
}
