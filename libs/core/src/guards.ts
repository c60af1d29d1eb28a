/**
 * What may happen now, as refusals or null. The transitions and `nextActions` ask the same guards,
 * so what the console offers is what the server allows (docs/reference/run.md, rule 9).
 */
import {
  approvalProblem,
  confirmationProblem,
  nameProblem,
  UNUSUAL_NAME,
} from './approvalGuards.ts';
import { CHECKS } from './catalog/catalog.ts';
import { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
import { configurationBody } from './evidence.ts';
import { earlierSubmission, heldConfiguration } from './heldConfiguration.ts';
import type { KeyIdentifierInspection } from './keyIdentifier.ts';
import { isFrozen, isFrozenStep } from './knowledge.ts';
import { planStep } from './plans/planFor.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import { isRefusal, isRereading, locked, stepIn } from './stepGuards.ts';
import { canObserve, isObservedStep } from './stepStatus.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

/**
 * Naming the key, or another one. Whether the text is a key identifier is asked by `unusableKey`.
 */
export function canProvideKey(run: Run, track: TrackId): Refusal | null {
  if (run.organization.cloud !== 'AZURE')
    return refuse(
      'INVALID_INPUT',
      'This organization is on AWS; its key is attested, not named here.',
      ['track'],
    );
  if (!run.tracks[track].applicable)
    return refuse('INVALID_INPUT', `The ${track} track does not apply to this organization.`, [
      'track',
    ]);
  if (isFrozen(run, track) || isRereading(run, track)) {
    return refuse(
      'ALREADY_SUBMITTED',
      'The key was sent to Adobe already; it cannot be changed any more (IRR-04).',
      ['track'],
    );
  }
  if (track === 'AEP' && earlierSubmission(run)?.outcome === 'unknown') {
    return refuse(
      'ALREADY_SUBMITTED',
      'The key may be at Adobe already, since a send’s outcome is not known; submit the same key again.',
      ['track'],
    );
  }
  return null;
}

/** The api says beforehand what is wrong with the identifier. */
export const unusableKey = ({ verdict, keyIdentifier }: KeyIdentifierInspection): Refusal | null =>
  verdict === 'BLOCK' || !keyIdentifier
    ? refuse('INVALID_INPUT', 'This is not a key identifier.', ['keyIdentifier'])
    : null;

/**
 * Whether a stored credential may be withdrawn: not while it is needed to find out what came of a
 * send (AEP-40).
 */
export function canDisconnect(run: Run, kind: 'adobe' | 'azure'): Refusal | null {
  if (kind !== 'adobe' || run.tracks.AEP.submission?.status !== 'sending') return null;
  return refuse(
    'CONFLICT',
    'The configuration is being sent to Adobe with this credential. Wait until its outcome is known, then disconnect Adobe.',
    ['organizationId'],
  );
}

const isUnderWay = (run: Run): boolean =>
  isRereading(run, 'AEP') || run.tracks.AEP.submission?.status === 'sending';

export function canVerify(run: Run, track: TrackId, step: StepId): Refusal | null {
  const state = stepIn(run, track, step);
  if (isRefusal(state)) return state;
  if (state.status === 'LOCKED') return locked(run, track, step);
  if (step === 'ACTIVATION' && run.tracks.AEP.submission?.status === 'sent') {
    return state.status === 'DONE'
      ? refuse('STEP_ALREADY_DONE', 'Adobe reported COMPLETED.', ['step'])
      : null;
  }
  // On its way: asking again goes on with it, which is safe at any time since it is looked for by
  // its name first.
  if (step === 'SUBMISSION' && isUnderWay(run)) return null;
  if (!isObservedStep(step))
    return refuse(
      'INVALID_INPUT',
      `${step} is not something that can be read from a cloud; a person does or says it.`,
      ['step'],
    );
  if (isFrozen(run, track))
    return refuse('STEP_ALREADY_DONE', 'This track went past its point of no return.', ['step']);
  const connection = step === 'APP_REGISTRATION' ? run.connections.adobe : run.connections.azure;
  const connect = step === 'APP_REGISTRATION' ? 'connectAdobe' : 'connectAzure';
  if (!connection)
    return refuse(
      'CLOUD_NOT_CONNECTED',
      `Connect the cloud first (${connect}), or attest the step.`,
      ['step'],
    );
  if (!run.tracks[track].key && step !== 'APP_REGISTRATION')
    return refuse('STEP_LOCKED', 'Name the key of this track first (provideKey).', ['step']);
  if (canObserve(run, track, step)) return null;
  return refuse(
    'STEP_LOCKED',
    `${step} cannot be read: what comes before it was attested, not seen. Attest it too, or verify that first.`,
    ['step'],
  );
}

export function canOverride(run: Run, track: TrackId, check: string): Refusal | null {
  if (!run.tracks[track].applicable)
    return refuse('INVALID_INPUT', `The ${track} track does not apply to this organization.`, [
      'track',
    ]);
  const results = Object.values(run.tracks[track].steps).flatMap((step) => step.checks);
  const result = results.find((candidate) => candidate.check === check);
  if (!result)
    return refuse('INVALID_INPUT', `No check ${check} stands on the ${track} track.`, ['check']);
  if (isFrozen(run, track) || isRereading(run, track))
    return refuse('STEP_ALREADY_DONE', 'This track went past its point of no return.', ['check']);
  if (result.verdict === 'PASS')
    return refuse('INVALID_INPUT', 'This check passes; there is nothing to accept.', ['check']);
  if (result.verdict === 'UNKNOWN')
    return refuse(
      'CHECKS_NOT_GREEN',
      'This could not be checked; not knowing cannot be accepted.',
      ['check'],
    );
  if (result.verdict === 'BLOCK' && !CHECKS[result.check].overridableOn.includes(track)) {
    return refuse(
      'CHECKS_NOT_GREEN',
      'This check blocks and cannot be overridden; fix its cause.',
      ['check'],
    );
  }
  return null;
}

export function canSubmit(
  run: Run,
  configurationName: string,
  typed: string,
  now: Instant,
): Refusal | null {
  const state = stepIn(run, 'AEP', 'SUBMISSION');
  if (isRefusal(state)) return state;
  const { submission } = run.tracks.AEP;
  if (isRereading(run, 'AEP') || isFrozen(run, 'AEP'))
    return refuse(
      'ALREADY_SUBMITTED',
      submission
        ? `The configuration ${submission.name} was submitted already.`
        : 'The submission was attested already.',
    );
  if (run.organization.cloud !== 'AZURE')
    return refuse(
      'INVALID_INPUT',
      'On AWS the configuration is saved in Adobe’s own page and attested here (AWS-14).',
    );
  const problem = approvalProblem(run, 'AEP', now);
  if (problem) return problem;
  if (state.status === 'LOCKED') return { ...locked(run, 'AEP', 'SUBMISSION'), field: ['runId'] };
  if (!run.connections.adobe)
    return refuse(
      'CLOUD_NOT_CONNECTED',
      'Connect Adobe first (connectAdobe), or attest the submission.',
    );
  const named = nameProblem(run, configurationName) ?? unacceptedName(run, configurationName);
  if (named) return named;
  if (configurationBody(run, configurationName) === null)
    return refuse('STEP_LOCKED', 'The key’s version is not known yet; verify KEY.');
  return confirmationProblem(run, typed);
}

/** The name that was approved, or one that needs nobody's acceptance. */
function unacceptedName(run: Run, configurationName: string): Refusal | null {
  const approved = run.tracks.AEP.approval?.configurationName ?? null;
  if (approved !== null) {
    return approved === configurationName
      ? null
      : refuse(
          'INVALID_INPUT',
          `The approved name is “${approved}”. Submit it under that name, or request approval for another.`,
          ['configurationName'],
        );
  }
  return validateConfigurationName(configurationName).verdict === 'WARN'
    ? refuse(
        'CHECKS_NOT_GREEN',
        `${UNUSUAL_NAME} Choose such a name, or request approval for this one, so that the approver accepts it.`,
        ['configurationName'],
      )
    : null;
}

export function canRecordTicket(run: Run, now: Instant): Refusal | null {
  const state = stepIn(run, 'CJA', 'TICKET');
  if (isRefusal(state)) return state;
  if (run.tracks.CJA.ticket)
    return refuse(
      'STEP_ALREADY_DONE',
      `Case ${run.tracks.CJA.ticket.caseNumber} is recorded already.`,
    );
  return (
    approvalProblem(run, 'CJA', now) ??
    (state.status === 'LOCKED' ? { ...locked(run, 'CJA', 'TICKET'), field: ['runId'] } : null)
  );
}

export function canConfirmCja(run: Run): Refusal | null {
  const state = stepIn(run, 'CJA', 'CONFIRMATION');
  if (isRefusal(state)) return state;
  if (run.tracks.CJA.confirmation) return refuse('STEP_ALREADY_DONE', 'CJA is confirmed already.');
  return state.status === 'LOCKED'
    ? { ...locked(run, 'CJA', 'CONFIRMATION'), field: ['runId'] }
    : null;
}

export function canRetry(run: Run, track: TrackId, step: StepId): Refusal | null {
  const state = stepIn(run, track, step);
  if (isRefusal(state)) return state;
  if (state.status === 'DONE') return refuse('STEP_ALREADY_DONE', `${step} is done.`, ['step']);
  if (state.status === 'LOCKED') return locked(run, track, step);
  if (isFrozenStep(run, track, step) && !planStep(run, track, step)?.pointOfNoReturn)
    return refuse('STEP_ALREADY_DONE', 'This track is past its point of no return.', ['step']);
  return state.status === 'FAILED'
    ? null
    : refuse('CONFLICT', `${step} did not fail; use verify to look at it again.`, ['step']);
}

export function canCancel(run: Run): Refusal | null {
  if (heldConfiguration(run) !== null) {
    return refuse(
      'ALREADY_SUBMITTED',
      'The configuration was or may have been submitted to Adobe, which cannot be undone; the run is kept so that its end is seen (IRR-01).',
    );
  }
  const { ticket } = run.tracks.CJA;
  if (!ticket) return null;
  return refuse(
    'ALREADY_SUBMITTED',
    `Case ${ticket.caseNumber} is open at Adobe Customer Care; the run is kept so that its end is seen.`,
  );
}
