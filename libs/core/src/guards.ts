/**
 * What may happen now, as refusals or null. The transitions and `nextActions` ask the same guards, so what the console offers is what the
 * server allows (run.md, rule 9).
 */
import { CHECKS } from './checks/catalog.ts';
import { judgeConfigurationName } from './checks/configurationNameIsSafe.ts';
import { unacceptedWarnings, configurationBody } from './evidence.ts';
import { sameVault, type KeyIdentifierInspection } from './keyIdentifier.ts';
import { isFrozen, isFrozenStep, isGuid, keyOf, resolvedKeyIdentifier } from './knowledge.ts';
import { planStep, planSteps } from './plans/planFor.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Approval, Run, StepState } from './run.ts';
import { canLook, isObservedStep } from './stepStatus.ts';
import type { Instant, ObservedStepId, StepId, TrackId } from './vocabulary.ts';

/** The step, or why there is none: wrong track, not applicable. */
export function stepIn(run: Run, track: TrackId, step: StepId): StepState | Refusal {
  if (!run.tracks[track].applicable) return refuse('INVALID_INPUT', `The ${track} track does not apply to this organization.`, ['track']);
  const state = planStep(run, track, step) ? run.tracks[track].steps[step] : undefined;
  if (state) return state;
  const steps = planSteps(run, track).map((candidate) => candidate.id);
  return refuse('INVALID_INPUT', `The ${track} track has no step ${step}. It has ${steps.join(', ')}.`, ['step']);
}
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'message' in value;

const locked = (run: Run, track: TrackId, step: StepId): Refusal => {
  const open = planStep(run, track, step)?.after.filter((id) => run.tracks[track].steps[id]?.status !== 'DONE') ?? [];
  return refuse('STEP_LOCKED', `${step} is locked until ${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} done.`, ['step']);
};

/** Naming the key, or another one. Whether the text is a key identifier is asked by `unusableKey`. */
export function canProvideKey(run: Run, track: TrackId): Refusal | null {
  if (run.organization.cloud !== 'AZURE')
    return refuse('INVALID_INPUT', 'This organization is on AWS; its key is attested, not named here.', ['track']);
  if (!run.tracks[track].applicable) return refuse('INVALID_INPUT', `The ${track} track does not apply to this organization.`, ['track']);
  if (isFrozen(run, track) || isRereading(run, track)) {
    return refuse('ALREADY_SUBMITTED', 'The key was sent to Adobe already; it cannot be changed any more (IRR-04).', ['track']);
  }
  return null;
}

export const unusableKey = ({ verdict, keyIdentifier, problems }: KeyIdentifierInspection): Refusal | null =>
  verdict === 'BLOCK' || !keyIdentifier
    ? refuse('INVALID_INPUT', problems.join(' ') || 'This is not a key identifier.', ['keyIdentifier'])
    : null;

export const isRereading = (run: Run, track: TrackId): boolean => track === 'AEP' && run.tracks.AEP.submission?.status === 'rereading';

/** Whether a stored credential may be withdrawn: not while it is needed to find out what came of a send (AEP-40). */
export function canDisconnect(run: Run, kind: 'adobe' | 'azure'): Refusal | null {
  if (kind !== 'adobe' || run.tracks.AEP.submission?.status !== 'sending') return null;
  return refuse(
    'CONFLICT',
    'The configuration is being sent to Adobe with this credential. Wait until its outcome is known, then disconnect Adobe.',
    ['organizationId'],
  );
}

const isUnderWay = (run: Run): boolean => isRereading(run, 'AEP') || run.tracks.AEP.submission?.status === 'sending';

export function canVerify(run: Run, track: TrackId, step: StepId): Refusal | null {
  const state = stepIn(run, track, step);
  if (isRefusal(state)) return state;
  if (state.status === 'LOCKED') return locked(run, track, step);
  if (step === 'ACTIVATION' && run.tracks.AEP.submission?.status === 'sent') {
    return state.status === 'DONE' ? refuse('STEP_ALREADY_DONE', 'Adobe reported COMPLETED.', ['step']) : null;
  }
  // On its way: asking again goes on with it, which is safe at any time since it is looked for by its name first.
  if (step === 'SUBMISSION' && isUnderWay(run)) return null;
  if (!isObservedStep(step))
    return refuse('INVALID_INPUT', `${step} is not something that can be read from a cloud; a person does or says it.`, ['step']);
  if (isFrozen(run, track)) return refuse('STEP_ALREADY_DONE', 'This track went past its point of no return.', ['step']);
  const connection = step === 'APP_REGISTRATION' ? run.connections.adobe : run.connections.azure;
  const connect = step === 'APP_REGISTRATION' ? 'connectAdobe' : 'connectAzure';
  if (!connection) return refuse('CLOUD_NOT_CONNECTED', `Connect the cloud first (${connect}), or attest the step.`, ['step']);
  if (!run.tracks[track].key && step !== 'APP_REGISTRATION')
    return refuse('STEP_LOCKED', 'Name the key of this track first (provideKey).', ['step']);
  if (canLook(run, track, step)) return null;
  return refuse(
    'STEP_LOCKED',
    `${step} cannot be read: what comes before it was attested, not seen. Attest it too, or verify that first.`,
    ['step'],
  );
}

export function canAttest(run: Run, track: TrackId, step: StepId, statement: string, reference: string | null): Refusal | null {
  const state = stepIn(run, track, step);
  if (isRefusal(state)) return state;
  if (state.status === 'LOCKED') return locked(run, track, step);
  if (state.status === 'DONE' || isFrozenStep(run, track, step)) return refuse('STEP_ALREADY_DONE', `${step} is done already.`, ['step']);
  if (statement.trim() === '') return refuse('INVALID_INPUT', 'Say what was done and how you know.', ['statement']);
  if (run.organization.cloud === 'AWS') return null;
  if (step === 'ENTITLEMENT') return null;
  if (step === 'SUBMISSION' || step === 'ACTIVATION') {
    if (run.connections.adobe) return refuse('CONFLICT', `${step} is done through the connection to Adobe.`, ['step']);
    return step === 'SUBMISSION' ? approvalProblem(run, 'AEP', null) : null;
  }
  if (!isObservedStep(step)) return refuse('INVALID_INPUT', `${step} has its own mutation; it cannot be attested.`, ['step']);
  return canAttestObserved(run, track, step, state, reference);
}

function canAttestObserved(run: Run, track: TrackId, step: ObservedStepId, state: StepState, reference: string | null): Refusal | null {
  if (step !== 'APP_REGISTRATION' && !run.tracks[track].key)
    return refuse('STEP_LOCKED', 'Name the key of this track first (provideKey).', ['step']);
  const [key, other] = [keyOf(run, track), keyOf(run, track === 'AEP' ? 'CJA' : 'AEP')];
  if (track === 'CJA' && step === 'VAULT' && key && other && sameVault(key, other)) {
    return refuse('VAULT_NOT_SEPARATE', 'CJA needs a vault of its own; this one is the AEP vault (CJA-04).', ['step']);
  }
  if (state.checks.some((check) => check.verdict === 'BLOCK' && !check.override && !check.missing)) {
    return refuse('CHECKS_NOT_GREEN', 'A check of this step fails; it cannot be attested away.', ['step']);
  }
  const isRefused = state.checks.some(({ needs }) => needs?.kind === 'denied' || needs?.kind === 'credential');
  if (canLook(run, track, step) && !isRefused) {
    return refuse('CONFLICT', 'This step can be verified through the connected cloud; verify it instead.', ['step']);
  }
  if (step === 'APP_REGISTRATION' && (reference === null || !isGuid(reference))) {
    return refuse(
      'INVALID_INPUT',
      'Give the Application ID that Adobe’s Encryption page shows, such as 00000000-0000-0000-0000-000000000000.',
      ['reference'],
    );
  }
  return null;
}

export function canOverride(run: Run, track: TrackId, check: string): Refusal | null {
  if (!run.tracks[track].applicable) return refuse('INVALID_INPUT', `The ${track} track does not apply to this organization.`, ['track']);
  const results = Object.values(run.tracks[track].steps).flatMap((step) => step.checks);
  const result = results.find((candidate) => candidate.check === check);
  if (!result) return refuse('INVALID_INPUT', `No check ${check} stands on the ${track} track.`, ['check']);
  if (isFrozen(run, track) || isRereading(run, track))
    return refuse('STEP_ALREADY_DONE', 'This track went past its point of no return.', ['check']);
  if (result.verdict === 'PASS') return refuse('INVALID_INPUT', 'This check passes; there is nothing to accept.', ['check']);
  if (result.verdict === 'UNKNOWN')
    return refuse('CHECKS_NOT_GREEN', 'This could not be checked; not knowing cannot be accepted.', ['check']);
  if (result.verdict === 'BLOCK' && !CHECKS[result.check].overridableOn.includes(track)) {
    return refuse('CHECKS_NOT_GREEN', 'This check blocks and cannot be overridden; fix its cause.', ['check']);
  }
  return null;
}

export function canRequestApproval(run: Run, track: TrackId): Refusal | null {
  const state = stepIn(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (isFrozen(run, track) || isRereading(run, track))
    return refuse('STEP_ALREADY_DONE', 'This track went past its point of no return.', ['track']);
  if (approval?.status === 'requested') return refuse('CONFLICT', 'Approval was asked for already and is pending.', ['track']);
  if (state.status === 'LOCKED') {
    const blocked = Object.values(run.tracks[track].steps).some((step) => step.status === 'BLOCKED');
    return blocked
      ? refuse('CHECKS_NOT_GREEN', 'A check of this track fails; fix its cause first.', ['track'])
      : locked(run, track, 'APPROVAL');
  }
  if (approval?.status === 'approved') return refuse('STEP_ALREADY_DONE', 'This track is approved.', ['track']);
  const warnings = unacceptedWarnings(run, track);
  if (warnings.length > 0) {
    return refuse('CHECKS_NOT_GREEN', `Accept the warnings with a reason first (overrideCheck): ${warnings.join(', ')}.`, ['track']);
  }
  if (resolvedKeyIdentifier(run, track) === null)
    return refuse('STEP_LOCKED', 'The key’s version is not known yet; verify KEY.', ['track']);
  return null;
}

/** Deciding on a pending approval: pending, not by who asked, and before it is void. */
export function canDecide(run: Run, track: TrackId, principal: string): Refusal | null {
  const state = stepIn(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (approval?.status === 'void')
    return refuse('APPROVAL_VOID', `The request is void: ${approval.reason ?? 'the evidence changed'} Ask again.`, ['track']);
  if (approval?.status !== 'requested') return refuse('APPROVAL_REQUIRED', 'No approval is being asked for on this track.', ['track']);
  if (approval.requestedBy.principal === principal)
    return refuse('SELF_APPROVAL', 'Whoever asked for approval cannot decide on it.', ['track']);
  return null;
}

/** Why a track's approval does not carry the act; null where it does. With `now` null validity in time is not asked. */
export function approvalProblem(run: Run, track: TrackId, now: Instant | null): Refusal | null {
  const approval: Approval | null = run.tracks[track].approval;
  if (approval?.status === 'void')
    return refuse('APPROVAL_VOID', `The approval is void: ${approval.reason ?? 'the evidence changed'} Ask again.`);
  if (approval?.status !== 'approved') return refuse('APPROVAL_REQUIRED', 'This needs an approval by a second person first.');
  if (now === null) return null;
  if (approval.expiresAt !== null && now >= approval.expiresAt)
    return refuse('APPROVAL_VOID', `The approval expired at ${approval.expiresAt}. Ask again.`);
  const usableAt = Date.parse(approval.decidedAt ?? now) + run.policy.coolingOffSeconds * 1000;
  return Date.parse(now) < usableAt ? refuse('COOLING_OFF', `The approval can be used from ${new Date(usableAt).toISOString()} on.`) : null;
}

export const confirmationProblem = (run: Run, typed: string): Refusal | null =>
  typed.trim() === run.organization.imsOrgId
    ? null
    : refuse('CONFIRMATION_MISMATCH', `Type the IMS organization ID exactly as it is: ${run.organization.imsOrgId}.`, ['confirmImsOrgId']);

export function canSubmit(run: Run, configurationName: string, typed: string, now: Instant): Refusal | null {
  const state = stepIn(run, 'AEP', 'SUBMISSION');
  if (isRefusal(state)) return state;
  const { submission } = run.tracks.AEP;
  if (isRereading(run, 'AEP') || isFrozen(run, 'AEP'))
    return refuse(
      'ALREADY_SUBMITTED',
      submission ? `The configuration ${submission.name} was submitted already.` : 'The configuration was submitted already.',
    );
  if (run.organization.cloud !== 'AZURE')
    return refuse('INVALID_INPUT', 'On AWS the configuration is saved in Adobe’s own page and attested here (AWS-14).');
  const problem = approvalProblem(run, 'AEP', now);
  if (problem) return problem;
  if (state.status === 'LOCKED') return { ...locked(run, 'AEP', 'SUBMISSION'), field: ['runId'] };
  if (state.attestation) return refuse('ALREADY_SUBMITTED', 'The submission was attested already.');
  if (!run.connections.adobe) return refuse('CLOUD_NOT_CONNECTED', 'Connect Adobe first (connectAdobe), or attest the submission.');
  const name = judgeConfigurationName(configurationName);
  if (name.verdict === 'BLOCK')
    return refuse(
      'INVALID_INPUT',
      'Give a name of 1 to 255 visible characters without outer spaces; up to 64 lower-case letters, digits and hyphens are safest (VAL-26).',
      ['configurationName'],
    );
  if (configurationBody(run, configurationName) === null) return refuse('STEP_LOCKED', 'The key’s version is not known yet; verify KEY.');
  return confirmationProblem(run, typed);
}

export function canRecordTicket(run: Run, now: Instant): Refusal | null {
  const state = stepIn(run, 'CJA', 'TICKET');
  if (isRefusal(state)) return state;
  if (run.tracks.CJA.ticket) return refuse('STEP_ALREADY_DONE', `Case ${run.tracks.CJA.ticket.caseNumber} is recorded already.`);
  return approvalProblem(run, 'CJA', now) ?? (state.status === 'LOCKED' ? { ...locked(run, 'CJA', 'TICKET'), field: ['runId'] } : null);
}

export function canConfirmCja(run: Run): Refusal | null {
  const state = stepIn(run, 'CJA', 'CONFIRMATION');
  if (isRefusal(state)) return state;
  if (run.tracks.CJA.confirmation) return refuse('STEP_ALREADY_DONE', 'CJA is confirmed already.');
  return state.status === 'LOCKED' ? { ...locked(run, 'CJA', 'CONFIRMATION'), field: ['runId'] } : null;
}

export function canRetry(run: Run, track: TrackId, step: StepId): Refusal | null {
  const state = stepIn(run, track, step);
  if (isRefusal(state)) return state;
  if (state.status === 'DONE') return refuse('STEP_ALREADY_DONE', `${step} is done.`, ['step']);
  if (state.status === 'LOCKED') return locked(run, track, step);
  return state.status === 'FAILED' ? null : refuse('CONFLICT', `${step} did not fail; use verify to look at it again.`, ['step']);
}

export function canCancel(run: Run): Refusal | null {
  const { submission } = run.tracks.AEP;
  if (submission && submission.status !== 'aborted' && submission.status !== 'failed') {
    return refuse(
      'ALREADY_SUBMITTED',
      'The configuration was sent to Adobe, which cannot be undone; the run is kept so that its end is seen (IRR-01).',
    );
  }
  return null;
}
