/** Names of tracks, steps, clouds, shields, actors and actions. */
import type {
  ActionName,
  Actor,
  Cloud,
  Locale,
  NextAction,
  Shield,
  StepId,
  TrackId,
} from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** The track's name on screen, such as `Experience Platform`. */
export const trackTitle = (track: TrackId, locale: Locale): string =>
  messagesIn(locale).names.tracks[track];

/** The step's name on screen, a noun such as `Key`. */
export const stepTitle = (step: StepId, locale: Locale): string =>
  messagesIn(locale).names.steps[step];

/** The cloud's name on screen. */
export const cloudTitle = (cloud: Cloud, locale: Locale): string =>
  messagesIn(locale).organization.values[cloud];

/** The product's name on screen, such as `Healthcare Shield`. */
export const shieldTitle = (shield: Shield, locale: Locale): string =>
  messagesIn(locale).organization.values[shield];

export const actorName = (actor: Actor, organization: string, locale: Locale): string =>
  format(messagesIn(locale).names.actor, { actor, organization }, locale);

/**
 * The text of a mutation's button. A correction of what was recorded may have another than the
 * mutation that moves the run.
 */
export function actionLabel(
  {
    mutation,
    movesRun,
    corrects = !movesRun,
  }: Pick<NextAction, 'mutation' | 'movesRun' | 'corrects'>,
  locale: Locale,
): string {
  const { actions, corrections } = messagesIn(locale).names;
  const correction: Partial<Record<ActionName, string>> = corrects ? corrections : {};
  return correction[mutation] ?? actions[mutation];
}
