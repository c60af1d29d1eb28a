/**
 * What may happen now: each guard returns a refusal or null. Transitions and `nextActions` share
 * them, so the console offers what the server allows.
 */
import { approvalProblem, confirmationProblem, nameProblem } from './approvalGuards.ts';
import { CHECKS } from './catalog/catalog.ts';
import type { CheckResult } from './check.ts';
import { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
import { configurationBody } from './evidence.ts';
import { earlierSubmission, heldConfiguration } from './heldConfiguration.ts';
import type { KeyIdentifierInspection } from './keyIdentifier.ts';
import { isFrozen, isFrozenStep } from './knowledge.ts';
import { planStep } from './plans/planFor.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import { isApplying } from './setup/setupState.ts';
import { isRefusal, isRereading, stepLockedRefusal, findStep, withField } from './stepGuards.ts';
import type { Connections } from './organization.ts';
import { canObserve, connectionOf, isConnected, isObservedStep } from './stepStatus.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

/** Naming the key, or another one. `unusableKey` checks the identifier itself. */
export function canProvideKey(run: Run, track: TrackId): Refusal | null {
  if (!run.tracks[track].applicable) return refuse('trackNotApplicable', ['track'], { track });
  if (isFrozen(run, track) || isRereading(run, track)) {
    return refuse('keySubmitted', ['track']);
  }
  if (track === 'AEP' && earlierSubmission(run)?.outcome === 'unknown') {
    return refuse('keyMayBeSubmitted', ['track']);
  }
  return isApplying(run.tracks[track].setup) ? refuse('setupRunning', ['track']) : null;
}

/** AWS: pinning the key policy of the organization's page at Adobe, or another one (AWS-07). */
export function canProvideKeyPolicy(run: Run): Refusal | null {
  if (run.organization.cloud !== 'AWS') return refuse('keyPolicyOnAzure', null);
  const state = findStep(run, 'AEP', 'POLICY');
  if (isRefusal(state)) return withField(state, 'runId');
  if (isFrozen(run, 'AEP') || isRereading(run, 'AEP')) return refuse('trackPastNoReturn', null);
  return null;
}

export const unusableKey = (
  given: string,
  { verdict, keyIdentifier }: KeyIdentifierInspection,
): Refusal | null =>
  verdict === 'BLOCK' || !keyIdentifier
    ? refuse('keyIdentifierInvalid', ['keyIdentifier'], { given })
    : null;

/** Adobe's credential stays while it is needed to find out the outcome of a send (AEP-40). */
export function canDisconnect(run: Run, kind: keyof Connections): Refusal | null {
  if (kind !== 'adobe' || run.tracks.AEP.submission?.status !== 'sending') return null;
  return refuse('adobeCredentialInUse', ['organizationId']);
}

/** What connects each cloud. */
export const CONNECT = {
  adobe: 'connectAdobe',
  azure: 'connectAzure',
  aws: 'connectAws',
} as const satisfies Record<keyof Connections, string>;

const isBeingSubmitted = (run: Run): boolean =>
  isRereading(run, 'AEP') || run.tracks.AEP.submission?.status === 'sending';

export function canVerify(run: Run, track: TrackId, step: StepId): Refusal | null {
  const state = findStep(run, track, step);
  if (isRefusal(state)) return state;
  if (state.status === 'LOCKED') return stepLockedRefusal(run, track, step);
  if (step === 'ACTIVATION' && run.tracks.AEP.submission?.status === 'sent') {
    return state.status === 'DONE' ? refuse('activationCompleted', ['step']) : null;
  }
  // Being submitted: verifying continues it. Safe at any time, because it is looked up by name
  // before it is sent.
  if (step === 'SUBMISSION' && isBeingSubmitted(run)) return null;
  if (!isObservedStep(step)) return refuse('stepNotVerifiable', ['step'], { step });
  if (isFrozen(run, track)) return refuse('trackPastNoReturn', ['step']);
  if (!isConnected(run, step))
    return refuse('cloudNotConnected', ['step'], { mutation: CONNECT[connectionOf(run, step)] });
  if (!run.tracks[track].key && step !== 'APP_REGISTRATION')
    return refuse('keyNotProvided', ['step']);
  if (step === 'POLICY' && !run.tracks[track].keyPolicy)
    return refuse('keyPolicyNotProvided', ['step']);
  if (canObserve(run, track, step)) return null;
  return refuse('stepNotReadable', ['step'], { step });
}

/** Why nobody can accept a result, at whatever point the run is; null where a reason suffices. */
export function acceptanceProblem(
  run: Pick<Run, 'policy'>,
  track: TrackId,
  { check, verdict }: Pick<CheckResult, 'check' | 'verdict'>,
): Refusal | null {
  if (verdict === 'PASS') return refuse('checkPasses', ['check']);
  if (verdict === 'UNKNOWN') return refuse('checkUnknown', ['check']);
  if (verdict === 'BLOCK' && !CHECKS[check].overridableOn.includes(track))
    return refuse('checkNotOverridable', ['check']);
  return run.policy.neverAccept.includes(check) ? refuse('checkNeverAccepted', ['check']) : null;
}

export function canOverride(run: Run, track: TrackId, check: string): Refusal | null {
  if (!run.tracks[track].applicable) return refuse('trackNotApplicable', ['track'], { track });
  const results = Object.values(run.tracks[track].steps).flatMap((step) => step.checks);
  const result = results.find((candidate) => candidate.check === check);
  if (!result) return refuse('checkHasNoResult', ['check'], { check, track });
  if (isFrozen(run, track) || isRereading(run, track))
    return refuse('trackPastNoReturn', ['check']);
  return acceptanceProblem(run, track, result);
}

export function canSubmit(
  run: Run,
  configurationName: string,
  typed: string,
  now: Instant,
): Refusal | null {
  const state = findStep(run, 'AEP', 'SUBMISSION');
  if (isRefusal(state)) return withField(state, 'runId');
  const { submission } = run.tracks.AEP;
  if (isRereading(run, 'AEP') || isFrozen(run, 'AEP'))
    return submission
      ? refuse('configurationSubmitted', null, { name: submission.name })
      : refuse('submissionAttested', null);
  if (run.organization.cloud !== 'AZURE') return refuse('submissionOnAws', null);
  const problem = approvalProblem(run, 'AEP', now);
  if (problem) return problem;
  if (state.status === 'LOCKED')
    return withField(stepLockedRefusal(run, 'AEP', 'SUBMISSION'), 'runId');
  if (!run.connections.adobe) return refuse('adobeNotConnected', null);
  const named = nameProblem(run, configurationName) ?? unacceptedName(run, configurationName);
  if (named) return named;
  if (configurationBody(run, configurationName) === null) return refuse('keyVersionUnknown', null);
  return confirmationProblem(run, typed);
}

/** The approved name, or one whose check needs no acceptance. */
function unacceptedName(run: Run, configurationName: string): Refusal | null {
  const approved = run.tracks.AEP.approval?.configurationName ?? null;
  if (approved !== null) {
    return approved === configurationName
      ? null
      : refuse('configurationNameNotApproved', ['configurationName'], { name: approved });
  }
  return validateConfigurationName(configurationName).verdict === 'WARN'
    ? refuse('configurationNameNotAccepted', ['configurationName'])
    : null;
}

export function canRecordTicket(run: Run, now: Instant): Refusal | null {
  const state = findStep(run, 'CJA', 'TICKET');
  if (isRefusal(state)) return withField(state, 'runId');
  if (run.tracks.CJA.ticket)
    return refuse('caseRecorded', null, { caseNumber: run.tracks.CJA.ticket.caseNumber });
  return (
    approvalProblem(run, 'CJA', now) ??
    (state.status === 'LOCKED' ? withField(stepLockedRefusal(run, 'CJA', 'TICKET'), 'runId') : null)
  );
}

export function canConfirmCja(run: Run): Refusal | null {
  const state = findStep(run, 'CJA', 'CONFIRMATION');
  if (isRefusal(state)) return withField(state, 'runId');
  if (run.tracks.CJA.confirmation) return refuse('cjaConfirmed', null);
  return state.status === 'LOCKED'
    ? withField(stepLockedRefusal(run, 'CJA', 'CONFIRMATION'), 'runId')
    : null;
}

export function canRetry(run: Run, track: TrackId, step: StepId): Refusal | null {
  const state = findStep(run, track, step);
  if (isRefusal(state)) return state;
  if (state.status === 'DONE') return refuse('stepDone', ['step'], { step });
  if (state.status === 'LOCKED') return stepLockedRefusal(run, track, step);
  if (isFrozenStep(run, track, step) && !planStep(run, track, step)?.pointOfNoReturn)
    return refuse('trackPastNoReturn', ['step']);
  return state.status === 'FAILED' ? null : refuse('stepNotFailed', ['step'], { step });
}

export function canCancel(run: Run): Refusal | null {
  if (heldConfiguration(run) !== null) {
    return refuse('runSubmitted', null);
  }
  const { ticket } = run.tracks.CJA;
  if (!ticket) return null;
  return refuse('caseOpen', null, { caseNumber: ticket.caseNumber });
}
