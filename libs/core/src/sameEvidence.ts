/**
 * Finds without hashing that two states of a run have the same evidence. Most events don't change
 * it, and hashing it each time would cost more than the rest of a transition.
 */
import type { CheckResult } from './check.ts';
import { EVIDENCE_STEPS } from './evidence.ts';
import type { RunDraft } from './run.ts';
import type { StepDraft } from './stepState.ts';
import { sameJson } from './sameJson.ts';
import type { TrackId } from './vocabulary.ts';

/**
 * True only where everything that `evidenceOf` reads is the same. Where it is false, compare the
 * hashes.
 */
export function sameEvidence(a: RunDraft, b: RunDraft, track: TrackId): boolean {
  const [one, other] = [a.tracks[track], b.tracks[track]];
  if (a.organization !== b.organization || a.connections !== b.connections || one.key !== other.key)
    return false;
  if (one.keyPolicy?.hash !== other.keyPolicy?.hash) return false;
  if (one.lastBlocked !== other.lastBlocked) return false;
  return EVIDENCE_STEPS.every((id) => sameInStep(one.steps[id], other.steps[id]));
}

function sameInStep(a: StepDraft | undefined, b: StepDraft | undefined): boolean {
  if (!a || !b || a === b) return a === b;
  return (
    a.facts === b.facts && a.attestation === b.attestation && sameEvaluations(a.checks, b.checks)
  );
}

/** Whether results and acceptances are the same, whenever they were recorded. */
export const sameEvaluations = (a: readonly CheckResult[], b: readonly CheckResult[]): boolean =>
  a === b ||
  (a.length === b.length && a.every((result, index) => sameEvaluation(result, b[index]!)));

const sameEvaluation = (a: CheckResult, b: CheckResult): boolean =>
  sameJson({ ...a, checkedAt: b.checkedAt }, b);
