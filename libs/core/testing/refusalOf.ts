/**
 * What a viewer would do about an action they were offered: the refusal they would meet, or null
 * where the transition takes it.
 */
import type { EventData, EventKind, RunEvent } from '../src/event.ts';
import type { NextAction } from '../src/nextActions.ts';
import type { Refusal } from '../src/refusal.ts';
import type { Run } from '../src/run.ts';
import { transition } from '../src/transition.ts';
import type { Instant, StepId, TrackId } from '../src/vocabulary.ts';
import { KEY_ARN, POLICY_TEMPLATE } from './awsFacts.ts';
import { attestedReference, keyIdentifier } from './goodFacts.ts';
import { setupInput } from './setupExamples.ts';

/** The name that a submission of this run may have. */
const nameOf = ({ tracks: { AEP } }: Run): string =>
  AEP.approval?.configurationName ?? AEP.earlierSubmissions?.at(-1)?.name ?? 'keyway-cmk';
const planHashOf = (run: Run, track: TrackId): string => run.tracks[track].setup?.plan?.hash ?? '';
const referenceOf = (run: Run, step: StepId): string =>
  step === 'SUBMISSION' ? nameOf(run) : attestedReference(step);

export function refusalOf(
  run: Run,
  action: NextAction,
  principal: string,
  now: Instant,
): Refusal | null {
  const apply = <K extends EventKind>(kind: K, data: EventData[K]): Refusal | null => {
    const outcome = transition(run, {
      id: 'taken',
      at: now,
      actor: { principal, name: 'Viewer', origin: 'console' },
      kind,
      data,
    } as RunEvent);
    return 'refusal' in outcome ? outcome.refusal : null;
  };
  const track = action.track ?? 'AEP';
  const step = action.step ?? 'ENTITLEMENT';
  const confirmImsOrgId = run.organization.imsOrgId;
  switch (action.mutation) {
    case 'approve':
      return apply('approvalGranted', { track, principal, confirmImsOrgId, comment: null });
    case 'refuse':
      return apply('approvalRefused', { track, principal, reason: 'no' });
    case 'withdrawApproval':
      return apply('approvalWithdrawn', { track, principal, owner: false, reason: 'no' });
    case 'submitConfiguration':
      return apply('submissionRequested', {
        submissionId: 'taken',
        configurationName: nameOf(run),
        confirmImsOrgId,
      });
    case 'recordTicket':
      return apply('ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null });
    case 'confirmCja':
      return apply('cjaConfirmed', { confirmedBy: 'Care', confirmedAt: null, text: 'done' });
    case 'requestApproval':
      return apply('approvalRequested', { track, principal });
    case 'retryStep':
      return apply('stepRetried', { track, step });
    case 'verify':
      return apply('verificationRequested', { track, step });
    case 'attestStep':
      return apply('stepAttested', {
        track,
        step,
        statement: 'said',
        reference: referenceOf(run, step),
        confirmImsOrgId,
      });
    case 'provideKey':
      return apply('keyProvided', {
        track,
        keyIdentifier: run.organization.cloud === 'AWS' ? KEY_ARN : keyIdentifier(track),
        vaultResourceId: null,
      });
    case 'provideKeyPolicy':
      return apply('keyPolicyProvided', { policy: POLICY_TEMPLATE });
    case 'planSetup':
      return apply('setupRequested', { track, ...setupInput(track) });
    case 'confirmSetup':
      return apply('setupConfirmed', { track, planHash: planHashOf(run, track) });
    case 'cancelSetup':
      return apply('setupCancelled', { track });
    case 'cancelRun':
      return apply('runCancelled', { reason: 'given up' });
    case 'overrideCheck': {
      // Offered for the step: one of its checks can be accepted.
      const open = run.tracks[track].steps[step]?.checks.filter(({ override }) => !override) ?? [];
      const refusals = open.map(({ check }) =>
        apply('checkOverridden', { track, check, reason: 'accepted' }),
      );
      return refusals.includes(null) ? null : (refusals[0] ?? null);
    }
    case 'connectAdobe':
    case 'connectAzure':
    case 'connectAws':
      // Asked of the organization, not of the run.
      return null;
  }
}
