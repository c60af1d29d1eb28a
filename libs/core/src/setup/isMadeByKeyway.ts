/** Whether Keyway itself made what a step is about, for the key that the track has. */
import { keyOf } from '../knowledge.ts';
import type { RunDraft } from '../run.ts';
import type { StepId, TrackId } from '../vocabulary.ts';
import { STEPS_OF_CHANGE } from './plannedChange.ts';
import { sameVaultName } from './sameVaultName.ts';
import { madeBefore } from './setupState.ts';

/** Never for what was there, nor for what was sent and whose answer was lost. */
export function isMadeByKeyway(run: RunDraft, track: TrackId, step: StepId): boolean {
  const { setup } = run.tracks[track];
  const key = setup ? keyOf(run, track) : null;
  if (key?.kind !== 'vault') return false;
  return madeBefore(setup).some(
    ({ kind, target }) =>
      STEPS_OF_CHANGE[kind].includes(step) &&
      sameVaultName(key.vault, target.vaultName) &&
      (step !== 'KEY' || sameVaultName(key.key, target.keyName)),
  );
}
