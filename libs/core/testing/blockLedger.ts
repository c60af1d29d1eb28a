/**
 * What was seen BLOCKED in an organization, kept beside its runs and without their own record of
 * it, so that a test can compare what an approval's evidence says.
 */
import { evidenceOf } from '../src/evidence.ts';
import { keyToApprove } from '../src/knowledge.ts';
import type { Run } from '../src/run.ts';
import { isObservedStep } from '../src/stepStatus.ts';
import { STEP_IDS, TRACK_IDS, type StepId, type TrackId } from '../src/vocabulary.ts';

interface Seen {
  track: TrackId;
  step: StepId;
  key: string | null;
  check: string;
}

/** As the evidence has a step; `lastBlocked` where it was seen BLOCKED and not read since. */
interface StepEvidence {
  checks: { check: string; verdict: string }[];
  lastBlocked?: { checks: { check: string; verdict: string }[] };
}

/** The checks that the evidence of a track says are BLOCKED, of one step. */
export function blocksInEvidence(run: Run, track: TrackId, step: StepId): string[] {
  const steps = evidenceOf(run, track)['steps'] as Partial<Record<StepId, StepEvidence>>;
  const { checks = [], lastBlocked } = steps[step] ?? {};
  return [...checks, ...(lastBlocked?.checks ?? [])]
    .filter(({ verdict }) => verdict === 'BLOCK')
    .map(({ check }) => check);
}

export class BlockLedger {
  private seen: Seen[] = [];

  /** After each event. What was read without a block is not in it any more. */
  note(run: Run): void {
    for (const track of TRACK_IDS)
      for (const step of STEP_IDS.filter(isObservedStep)) this.noteStep(run, track, step);
  }

  private noteStep(run: Run, track: TrackId, step: StepId): void {
    const state = run.tracks[track].steps[step];
    if (!state || state.attestation || state.checks.length === 0) return;
    const key = run.tracks[track].key?.identifier ?? null;
    for (const { check, verdict } of state.checks) {
      const isSame = (one: Seen): boolean =>
        one.track === track && one.step === step && one.check === check && one.key === key;
      if (verdict === 'UNKNOWN') continue;
      this.seen = this.seen.filter((one) => !isSame(one));
      if (verdict === 'BLOCK') this.seen.push({ track, step, key, check });
    }
    if (state.facts && state.status === 'DONE')
      this.seen = this.seen.filter(
        (one) =>
          one.track !== track ||
          one.step !== step ||
          one.key !== key ||
          state.checks.some(({ check, verdict }) => verdict === 'BLOCK' && check === one.check),
      );
  }

  /** What the evidence of the track has to name and does not. */
  missingIn(run: Run, track: TrackId): Seen[] {
    const key = run.tracks[track].key?.identifier ?? keyToApprove(run, track);
    return this.seen.filter(
      (one) =>
        one.track === track &&
        one.key === key &&
        !blocksInEvidence(run, track, one.step).includes(one.check),
    );
  }
}
