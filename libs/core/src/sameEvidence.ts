/**
 * Tells without hashing that two states of one run hold the same evidence. Most events leave it
 * alone, and hashing all of it each time would cost more than everything else a transition does.
 */
import type { CheckResult } from './check.ts';
import { planSteps } from './plans/planFor.ts';
import type { RunDraft } from './run.ts';
import type { StepDraft } from './stepState.ts';
import { sameJson } from './sameJson.ts';
import type { TrackId } from './vocabulary.ts';

/**
 * True only where everything `evidenceOf` reads is the same; false says nothing: then the hashes
 * have to be compared.
 */
export function sameEvidence(a: RunDraft, b: RunDraft, track: TrackId): boolean {
  const [one, other] = [a.tracks[track], b.tracks[track]];
  if (a.organization !== b.organization || a.connections !== b.connections || one.key !== other.key)
    return false;
  return planSteps(a, track).every(({ id }) => sameInStep(one.steps[id], other.steps[id]));
}

function sameInStep(a: StepDraft | undefined, b: StepDraft | undefined): boolean {
  if (!a || !b || a === b) return a === b;
  return (
    a.facts === b.facts && a.attestation === b.attestation && sameEvaluations(a.checks, b.checks)
  );
}

/** Whether the same was evaluated and accepted, whenever that was. */
export const sameEvaluations = (a: readonly CheckResult[], b: readonly CheckResult[]): boolean =>
  a === b ||
  (a.length === b.length && a.every((result, index) => sameEvaluation(result, b[index]!)));

const sameEvaluation = (a: CheckResult, b: CheckResult): boolean =>
  sameJson({ ...a, checkedAt: b.checkedAt }, b);
