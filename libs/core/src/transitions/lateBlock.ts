/** A reading that ended when its step was attested already, or its credential withdrawn. */
import { withTrack, type Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import { principalOf, vaultOf } from '../knowledge.ts';
import { blocksOf, withReading } from '../lastBlocked.ts';
import type { Run, RunDraft } from '../run.ts';
import type { StepDraft } from '../stepState.ts';
import { isConnected } from '../stepStatus.ts';

/**
 * Keeps that it blocked, and nothing else: the step is what the person attested, or waits for a
 * connection. Otherwise who removes the credential while Keyway reads is never contradicted.
 * @param seen the run if the facts had come in time
 */
export function keepLateBlock(
  run: Run,
  event: RunEventOf<'factsObserved'>,
  state: StepDraft,
  seen: RunDraft,
): Outcome {
  const { track, late } = event.data;
  const { step } = event.data.facts;
  const key = run.tracks[track].key?.identifier ?? null;
  const isReadAgain = isConnected(run, step) && !state.attestation;
  const isOutdated =
    late !== undefined &&
    (late.key !== key || state.checks.some(({ checkedAt }) => checkedAt >= late.since));
  // Without principal and vault, which were forgotten, no assignment could be found.
  const isUnknown =
    step === 'ROLE' && (principalOf(run, track) === null || vaultOf(run, track) === null);
  if (isReadAgain || isOutdated || isUnknown) return { run, changed: false };
  const checks = blocksOf(seen.tracks[track].steps[step]);
  if (checks.length === 0) return { run, changed: false };
  const { lastBlocked = [] } = run.tracks[track];
  return {
    run: withTrack(run, track, { lastBlocked: withReading(lastBlocked, { step, key, checks }) }),
  };
}
