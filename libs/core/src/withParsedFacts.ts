/** A stored run as it is evaluated: its facts are parsed, and what are none were never observed. */
import { parseStepFacts } from './facts.ts';
import type { Run, TrackState } from './run.ts';

function withParsedSteps(track: TrackState): TrackState {
  const steps = Object.entries(track.steps).map(([step, state]) => [
    step,
    state.facts ? { ...state, facts: parseStepFacts(state.facts) } : state,
  ]);
  return { ...track, steps: Object.fromEntries(steps) };
}

/**
 * The run with the facts of every step parsed by `parseStepFacts`. Facts that don't parse become
 * null.
 */
export const withParsedFacts = (run: Run): Run => ({
  ...run,
  tracks: { AEP: withParsedSteps(run.tracks.AEP), CJA: withParsedSteps(run.tracks.CJA) },
});
