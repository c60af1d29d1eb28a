/** The actions that the server offers and this console knows, each with where it is done. */
import type { TrackId } from '../../../generated/enums.ts';
import type { ActionView, RunView } from '../data/runFields.ts';
import { actionTarget, type ActionTarget } from './actionTarget.ts';

export interface Offer {
  action: ActionView;
  target: ActionTarget;
}

export const listOffers = (run: RunView): Offer[] =>
  run.nextActions.flatMap((action): Offer[] => {
    const target = actionTarget(action, run);
    return target ? [{ action, target }] : [];
  });

/**
 * What is next on a track, or for the organization as a whole; null if nothing is. "Check now" can
 * be next, and is before attesting the same step. A correction or a cancellation never is.
 */
export function findNextOffer(offers: readonly Offer[], track: TrackId | null): Offer | null {
  const [first, ...others] = offers.filter(({ action }) => action.track === track);
  if (!first) return null;
  const { mutation, step, movesRun } = first.action;
  const check = others.find(({ action }) => action.mutation === 'verify' && action.step === step);
  if (mutation === 'attestStep' && check) return check;
  return movesRun || mutation === 'verify' ? first : null;
}
