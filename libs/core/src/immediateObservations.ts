/** Observations that follow one another without anybody's act, such as a vault's and its key's. */
import type { Effect } from './effect.ts';

/** Reads the facts of one step. */
export type ObservationEffect = Extract<Effect, { type: 'observeStep' }>;

/** Of the effects of a transition, what is to be read at once. */
export const immediateObservations = (effects: readonly Effect[]): ObservationEffect[] =>
  effects.filter(
    (effect): effect is ObservationEffect =>
      effect.type === 'observeStep' && Object.keys(effect.due).length === 0,
  );
