/** The approval page of a run's AEP track, for tests of it. */
import { screen, within } from '@testing-library/react';
import type { TrackView } from '../features/run/data/runFields.ts';
import { aRun, aTrack } from '../fixtures/aRun.ts';

/** Its address. */
export const PATH = '/runs/run-1/approval/AEP';
/** A run with this AEP track, of which one mutation is offered. */
export const runWith = (track: TrackView, mutation?: string) =>
  aRun({
    tracks: [track, aTrack('CJA')],
    nextActions: mutation
      ? [{ mutation, track: 'AEP', step: 'APPROVAL', movesRun: true, label: mutation }]
      : [],
  });
/** Its part where somebody decides. */
export const decision = async () => within(await screen.findByRole('region', { name: 'Decision' }));
