/** What the set-up of a track asks of a worker. */
import { jobKeys } from '../change.ts';
import type { Effect } from '../effect.ts';
import { isFrozen } from '../knowledge.ts';
import type { RunDraft } from '../run.ts';
import { isSetupOpen, nextChange, type TrackSetup } from '../setup/setupState.ts';
import type { TrackId } from '../vocabulary.ts';

/** Reads and plans, once nothing that was sent earlier can change what is read. */
export const planEffect = (track: TrackId, setup: TrackSetup, attempt: number): Effect => ({
  type: 'planSetup',
  jobKey: jobKeys.setup(track),
  data: { track, setupId: setup.id, attempt },
  due: setup.waitsUntil === undefined ? {} : { at: setup.waitsUntil },
});

/** One change at a time, under one job key of the track. */
export function changeEffect(track: TrackId, setup: TrackSetup, attempt: number): Effect | null {
  const change = nextChange(setup);
  if (!change || !setup.confirmed) return null;
  return {
    type: 'makeChange',
    jobKey: jobKeys.setup(track),
    data: {
      ...{ track, setupId: setup.id, planHash: setup.confirmed.hash, change: change.kind, attempt },
    },
    due: {},
  };
}

/** What the set-up of a track needs now; null where it waits for a person or is over. */
export function setupEffect(run: RunDraft, track: TrackId): Effect | null {
  const { setup } = run.tracks[track];
  if (!setup || !isSetupOpen(setup) || isFrozen(run, track)) return null;
  return setup.plan ? changeEffect(track, setup, 0) : planEffect(track, setup, 0);
}
