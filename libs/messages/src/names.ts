/** Names of tracks, steps, actors and actions. */
import type { ActionName, Actor, Locale, NextAction, StepId, TrackId } from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** The track's name on screen, such as `Experience Platform`. */
export const trackTitle = (track: TrackId, locale: Locale): string =>
  messagesIn(locale).names.tracks[track];

/** The step's name on screen, a noun such as `Key`. */
export const stepTitle = (step: StepId, locale: Locale): string =>
  messagesIn(locale).names.steps[step];

export const actorName = (actor: Actor, organization: string, locale: Locale): string =>
  format(messagesIn(locale).names.actor, { actor, organization }, locale);

/**
 * The text of a mutation's button. A correction of what was recorded (`movesRun` false) may have
 * another than the mutation that moves the run.
 */
export function actionLabel(
  { mutation, movesRun }: Pick<NextAction, 'mutation' | 'movesRun'>,
  locale: Locale,
): string {
  const { actions, corrections } = messagesIn(locale).names;
  const correction: Partial<Record<ActionName, string>> = movesRun ? {} : corrections;
  return correction[mutation] ?? actions[mutation];
}
