/** Where an action that the server offers is done: on a page, in a dialog, or immediately. */
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { HandOffActor } from '../handOffs/handOffActor.ts';
import type { HandOffView } from '../handOffs/handOffDocuments.ts';
import {
  approvalHref,
  organizationHref,
  runHref,
  setupHref,
  stepHref,
  submitHref,
  ticketHref,
} from '../../../ui/runAddress.ts';

export type DialogRequest =
  | { kind: 'attest'; track: TrackId; step: StepId }
  /** Without `check`, the person chooses one of the track's checks in the dialog. */
  | { kind: 'override'; track: TrackId; check?: string }
  | { kind: 'provideKey' | 'provideKeyPolicy'; track: TrackId }
  | { kind: 'planSetup'; track: TrackId }
  | { kind: 'withdraw'; track: TrackId }
  | { kind: 'handOff'; actor: HandOffActor }
  | { kind: 'revokeHandOff'; handOff: HandOffView }
  | { kind: 'cancel' }
  | { kind: 'assign' }
  | { kind: 'comment'; track: TrackId; step: StepId };

export type ActionTarget =
  | { kind: 'page'; href: string }
  | { kind: 'dialog'; request: DialogRequest }
  | { kind: 'now'; mutation: 'verify' | 'retryStep'; track: TrackId; step: StepId };

interface Action {
  mutation: string;
  track: TrackId | null;
  step: StepId | null;
}

/** Null for a mutation that this console does not know, which a newer server may offer. */
export function actionTarget(
  action: Action,
  run: { id: string; organization: { id: string } },
): ActionTarget | null {
  const { mutation, track, step } = action;
  switch (mutation) {
    case 'approve':
    case 'refuse':
    case 'requestApproval':
      return track && { kind: 'page', href: approvalHref(run.id, track) };
    case 'submitConfiguration':
      return { kind: 'page', href: submitHref(run.id) };
    case 'recordTicket':
    case 'confirmCja':
      return { kind: 'page', href: ticketHref(run.id) };
    case 'connectAzure':
    case 'connectAws':
    case 'connectAdobe':
      return { kind: 'page', href: organizationHref(run.organization.id) };
    case 'attestStep':
      return track && step && { kind: 'dialog', request: { kind: 'attest', track, step } };
    case 'overrideCheck':
      return track && { kind: 'dialog', request: { kind: 'override', track } };
    case 'withdrawApproval':
      return track && { kind: 'dialog', request: { kind: 'withdraw', track } };
    case 'provideKey':
    case 'provideKeyPolicy':
      return track && { kind: 'dialog', request: { kind: mutation, track } };
    case 'planSetup':
      return track && { kind: 'dialog', request: { kind: mutation, track } };
    case 'confirmSetup':
    case 'cancelSetup':
      return track && { kind: 'page', href: setupHref(run.id, track) };
    case 'cancelRun':
      return { kind: 'dialog', request: { kind: 'cancel' } };
    case 'verify':
    case 'retryStep':
      return track && step && { kind: 'now', mutation, track, step };
    default:
      return null;
  }
}

/**
 * The address of the page where an action is done, for lists on other pages: the action's page,
 * else the step's card.
 */
export function taskHref(
  action: Action,
  run: { id: string; organization: { id: string } },
): string {
  const target = actionTarget(action, run);
  if (target?.kind === 'page') return target.href;
  return action.track && action.step
    ? stepHref(run.id, action.track, action.step)
    : runHref(run.id);
}

/** The page that resolves a refusal with this code; null if the message says what to do. */
export function findResolvingPage(
  code: string,
  run: { id: string; organization: { id: string } },
  track: TrackId,
): ResolvingPage | null {
  switch (code) {
    case 'APPROVAL_REQUIRED':
    case 'APPROVAL_VOID':
      return { at: 'approval', href: approvalHref(run.id, track) };
    case 'CLOUD_NOT_CONNECTED':
      return { at: 'connections', href: organizationHref(run.organization.id) };
    case 'CHECKS_NOT_GREEN':
    case 'STEP_LOCKED':
    case 'STEP_ALREADY_DONE':
    case 'ALREADY_SUBMITTED':
    case 'RUN_CLOSED':
      return { at: 'run', href: runHref(run.id) };
    default:
      return null;
  }
}

export interface ResolvingPage {
  at: 'approval' | 'connections' | 'run';
  href: string;
}
