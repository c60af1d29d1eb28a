/** Whether what was read of a step, by an earlier state of the run, is still about that step. */
import { applicationIdOf, hostOf, keyOf, principalOf, vaultOf } from './knowledge.ts';
import type { Run } from './run.ts';
import { sameJson } from './sameJson.ts';
import type { ObservedStepId, TrackId } from './vocabulary.ts';

/**
 * Whether both states name the same things to read for this step: connection, key, vault,
 * application, principal. Facts that were read with one then hold for the other.
 */
export const sameBasis = (one: Run, other: Run, track: TrackId, step: ObservedStepId): boolean =>
  sameJson(basisOf(one, track, step), basisOf(other, track, step));

function basisOf(run: Run, track: TrackId, step: ObservedStepId): unknown[] {
  const { azure, adobe, aws } = run.connections;
  if (run.organization.cloud === 'AWS') return [aws, run.tracks[track].key?.identifier ?? null];
  if (step === 'APP_REGISTRATION') return [adobe, hostOf(run), run.organization.imsOrgId];
  if (step === 'CONSENT') return [azure, applicationIdOf(run, track)];
  const vault = vaultOf(run, track)?.resourceId ?? run.tracks[track].key?.vaultResourceId ?? null;
  const located = [azure, keyOf(run, track)?.normalized ?? null, vault];
  return step === 'ROLE' ? [...located, principalOf(run, track)] : located;
}
