/** When a step may be attested, and with which input (docs/reference/api.md, "Attesting"). */
import { approvalProblem, confirmationProblem } from './approvalGuards.ts';
import { validateApplicationId } from './applicationId.ts';
import type { EventData } from './event.ts';
import { earlierSubmission } from './heldConfiguration.ts';
import { inspectKeyArn } from './inspectKeyArn.ts';
import { sameVault } from './keyIdentifier.ts';
import { isFrozenStep, keyOf } from './knowledge.ts';
import { planStep } from './plans/planFor.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import type { StepState } from './stepState.ts';
import { isRefusal, isRereading, stepLockedRefusal, findStep } from './stepGuards.ts';
import { canObserve, isObservedStep } from './stepStatus.ts';
import type { Instant, ObservedStepId, StepId, TrackId } from './vocabulary.ts';

/** Whether the step may be attested now, whatever the input. */
export function canAttest(run: Run, track: TrackId, step: StepId, now: Instant): Refusal | null {
  const state = findStep(run, track, step);
  if (isRefusal(state)) return state;
  if (isFrozenStep(run, track, step)) {
    return state.status === 'FAILED'
      ? refuse('stepFailed', ['step'], { step })
      : refuse('stepDone', ['step'], { step });
  }
  if (state.status === 'LOCKED')
    return missingApproval(run, track, step, now) ?? stepLockedRefusal(run, track, step);
  if (state.status === 'DONE' && !mayCorrect(run, step))
    return refuse('stepDone', ['step'], { step });
  if (planStep(run, track, step)?.pointOfNoReturn) return canAttestNoReturn(run, track, step, now);
  if (step === 'ENTITLEMENT') return null;
  if (step === 'ACTIVATION') {
    const throughAdobe =
      run.connections.adobe !== null && run.tracks.AEP.submission?.status === 'sent';
    return throughAdobe ? refuse('doneThroughAdobe', ['step'], { step }) : null;
  }
  const attestedAlone = run.organization.cloud === 'AWS' && step === 'CONFIRMATION';
  if (attestedAlone) return null;
  if (!isObservedStep(step)) return refuse('stepNotAttestable', ['step'], { step });
  return canAttestObserved(run, track, step, state);
}

/**
 * Where only the attestation names the key (AWS), it can be corrected until the submission. That
 * voids an approval.
 */
const mayCorrect = (run: Run, step: StepId): boolean =>
  run.organization.cloud === 'AWS' && step === 'KEY' && run.tracks.AEP.key === null;

/** Why the approval can't be used, where only the approval is missing; null otherwise. */
function missingApproval(run: Run, track: TrackId, step: StepId, now: Instant): Refusal | null {
  const planned = planStep(run, track, step);
  if (!planned?.pointOfNoReturn) return null;
  const { steps } = run.tracks[track];
  const open = planned.after.filter((id) => steps[id]?.status !== 'DONE');
  const approvalAlone =
    open.length === 1 && open[0] === 'APPROVAL' && steps.APPROVAL?.status !== 'LOCKED';
  return approvalAlone ? approvalProblem(run, track, now) : null;
}

/**
 * Saving the configuration on Adobe's page needs the same approval as a submission by Keyway
 * (docs/reference/run.md, rule 6).
 */
function canAttestNoReturn(run: Run, track: TrackId, step: StepId, now: Instant): Refusal | null {
  if (step !== 'SUBMISSION') return refuse('stepNotAttestable', ['step'], { step });
  if (isRereading(run, track)) return refuse('submissionRunning', ['step']);
  // Where Adobe has, or may have, a configuration, only a person can find out which one.
  const earlier = earlierSubmission(run)?.outcome;
  const onlyByHand =
    run.organization.cloud === 'AWS' || earlier === 'exists' || earlier === 'unknown';
  if (run.connections.adobe && !onlyByHand) return refuse('doneThroughAdobe', ['step'], { step });
  return approvalProblem(run, track, now);
}

function canAttestObserved(
  run: Run,
  track: TrackId,
  step: ObservedStepId,
  state: StepState,
): Refusal | null {
  const namesOwnKey = run.organization.cloud === 'AWS';
  if (step !== 'APP_REGISTRATION' && !namesOwnKey && !run.tracks[track].key)
    return refuse('keyNotProvided', ['step']);
  const [key, other] = [keyOf(run, track), keyOf(run, track === 'AEP' ? 'CJA' : 'AEP')];
  if (track === 'CJA' && step === 'VAULT' && key && other && sameVault(key, other)) {
    return refuse('vaultNotSeparate', ['step']);
  }
  if (
    state.checks.some((check) => check.verdict === 'BLOCK' && !check.override && !check.missing)
  ) {
    return refuse('failingCheckNotAttestable', ['step']);
  }
  const isRefused = state.checks.some(
    ({ needs }) => needs?.kind === 'denied' || needs?.kind === 'credential',
  );
  if (canObserve(run, track, step) && !isRefused) {
    return refuse('stepVerifiable', ['step']);
  }
  return null;
}

/**
 * On AWS the reference of KEY is its ARN (AWS-10), of the key that was provided if one was. Where
 * none was, the attestation alone says which key is approved: then it has to name one.
 */
function keyProblem(run: Run, statement: string, reference: string | null): Refusal | null {
  const { key } = run.tracks.AEP;
  if (key && reference === null) return null;
  const found = inspectKeyArn(reference ?? (isArn(statement) ? statement : ''), ['reference']);
  if (!('arn' in found)) return found;
  return key && key.identifier !== found.arn
    ? refuse('referenceNotKey', ['reference'], { key: key.identifier })
    : null;
}

const isArn = (text: string): boolean => /^\s*arn:/i.test(text);

/** What is named differs from organization to organization: the application, or the key on AWS. */
const namesItsOwn = (run: Run, step: StepId): boolean =>
  step === 'APP_REGISTRATION' ||
  (step === 'KEY' && run.organization.cloud === 'AWS' && run.tracks.AEP.key === null);

/** Why the input of an attestation is refused; null where it is not. Call after `canAttest`. */
export function attestationProblem(
  run: Run,
  { track, step, statement, reference, confirmImsOrgId = null, bulkJob }: EventData['stepAttested'],
): Refusal | null {
  if (statement.trim() === '') return refuse('statementMissing', ['statement']);
  // Never one application ID for several organizations (AEP-23).
  if (bulkJob !== undefined && namesItsOwn(run, step))
    return refuse('bulkReferenceOfEach', ['step'], { step });
  const isNoReturn = planStep(run, track, step)?.pointOfNoReturn === true;
  if (isNoReturn || confirmImsOrgId !== null) {
    const mismatch = confirmationProblem(run, confirmImsOrgId ?? '');
    if (mismatch) return mismatch;
  }
  if (step === 'APP_REGISTRATION') {
    const evaluation = validateApplicationId(reference, run);
    return evaluation.ok ? null : { ...evaluation.refusal, field: ['reference'] };
  }
  if (run.organization.cloud === 'AWS' && step === 'KEY') {
    const named = keyProblem(run, statement, reference);
    if (named) return named;
  }
  const approved = run.tracks[track].approval?.configurationName ?? null;
  if (!isNoReturn || approved === null || reference === approved) return null;
  return refuse('referenceNotApprovedName', ['reference'], { name: approved });
}
