/** The actions that the server offers and this console knows, each with where it is done. */
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { ActionView, RunView, TrackView } from '../data/runFields.ts';
import { findTrackStep } from '../steps/stepOrder.ts';
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

/** What is next on a track: at the step that it is at, as long as something is offered there. */
export function findTrackOffer(offers: readonly Offer[], track: TrackView): Offer | null {
  const step = findTrackStep(track);
  const here = offers.filter(({ action }) => step && isOfStep(action, step.id));
  return findNextOffer(here, track.id) ?? findNextOffer(offers, track.id);
}

/** The key is asked for where its vault is checked, too. */
const isOfStep = ({ mutation, step }: ActionView, id: StepId): boolean =>
  step === id || (mutation === 'provideKey' && (id === 'VAULT' || id === 'NETWORK'));

/** Where the run continues once nothing is left to do on the page `here`; null where nothing is. */
export function findOnwardOffer(offers: readonly Offer[], here: string): Offer | null {
  const isHere = ({ action, target }: Offer) =>
    action.movesRun && target.kind === 'page' && target.href === here;
  if (offers.some(isHere)) return null;
  const next = (['AEP', 'CJA'] as const).map((track) => findNextOffer(offers, track));
  return next.find((offer) => offer !== null && offer.action.movesRun) ?? null;
}
