/** What a viewer may do now, from the same guards the transitions use (run.md, rule 9). The first is the one to offer first. */
import { unacceptedWarnings } from './evidence.ts';
import {
  canAttest,
  canCancel,
  canConfirmCja,
  canDecide,
  canRecordTicket,
  canRequestApproval,
  canRetry,
  canSubmit,
  canVerify,
} from './guards.ts';
import { isFrozen } from './knowledge.ts';
import { planSteps } from './plans/planFor.ts';
import type { Run } from './run.ts';
import { isClosed } from './runStatus.ts';
import { TRACK_IDS, type Instant, type StepId, type TrackId } from './vocabulary.ts';

/** Mutations of the public API that drive a run. */
export type ActionName =
  | 'attestStep'
  | 'provideKey'
  | 'connectAdobe'
  | 'connectAzure'
  | 'approve'
  | 'refuse'
  | 'submitConfiguration'
  | 'requestApproval'
  | 'overrideCheck'
  | 'recordTicket'
  | 'confirmCja'
  | 'retryStep'
  | 'verify'
  | 'cancelRun';

export interface NextAction {
  mutation: ActionName;
  track: TrackId | null;
  step: StepId | null;
}

export interface ActionViewer {
  principal: string;
  /** Whether role and scope allow the mutation at all. */
  may: (mutation: ActionName) => boolean;
}

/** Decisions first, then what moves the run, then looking again, giving up last. */
const ORDER: readonly ActionName[] = [
  'approve',
  'refuse',
  'submitConfiguration',
  'recordTicket',
  'confirmCja',
  'retryStep',
  'attestStep',
  'provideKey',
  'connectAzure',
  'connectAdobe',
  'overrideCheck',
  'requestApproval',
  'verify',
  'cancelRun',
];

export function nextActions(run: Run, viewer: ActionViewer, now: Instant): NextAction[] {
  if (isClosed(run)) return [];
  const actions = TRACK_IDS.filter((track) => run.tracks[track].applicable).flatMap((track) => trackActions(run, track, viewer, now));
  if (run.organization.cloud === 'AZURE') {
    if (!run.connections.azure) actions.push({ mutation: 'connectAzure', track: null, step: null });
    if (!run.connections.adobe) actions.push({ mutation: 'connectAdobe', track: null, step: null });
  }
  if (canCancel(run) === null) actions.push({ mutation: 'cancelRun', track: null, step: null });
  return actions.filter((action) => viewer.may(action.mutation)).toSorted((a, b) => ORDER.indexOf(a.mutation) - ORDER.indexOf(b.mutation));
}

function trackActions(run: Run, track: TrackId, viewer: ActionViewer, now: Instant): NextAction[] {
  const actions: NextAction[] = [];
  const add = (mutation: ActionName, step: StepId): void => void actions.push({ mutation, track, step });
  if (!run.tracks[track].key && !isFrozen(run, track) && run.organization.cloud === 'AZURE') add('provideKey', 'KEY');
  if (canDecide(run, track, viewer.principal) === null) {
    add('approve', 'APPROVAL');
    add('refuse', 'APPROVAL');
  }
  if (track === 'AEP' && canSubmit(run, 'keyway-cmk', run.organization.imsOrgId, now) === null) add('submitConfiguration', 'SUBMISSION');
  if (track === 'CJA' && canRecordTicket(run, now) === null) add('recordTicket', 'TICKET');
  if (track === 'CJA' && canConfirmCja(run) === null) add('confirmCja', 'CONFIRMATION');
  if (unacceptedWarnings(run, track).length > 0 && !isFrozen(run, track)) add('overrideCheck', warningStep(run, track));
  if (canRequestApproval(run, track) === null) add('requestApproval', 'APPROVAL');
  for (const { id } of planSteps(run, track)) stepActions(run, track, id, add);
  return actions;
}

const warningStep = (run: Run, track: TrackId): StepId =>
  planSteps(run, track).find(({ id }) => run.tracks[track].steps[id]?.checks.some((check) => check.verdict === 'WARN' && !check.override))
    ?.id ?? 'VAULT';

/** Whether a step may be attested does not depend on what will be said. */
const ANY_APPLICATION_ID = '00000000-0000-0000-0000-000000000000';

function stepActions(run: Run, track: TrackId, step: StepId, add: (mutation: ActionName, step: StepId) => void): void {
  const state = run.tracks[track].steps[step];
  if (!state || state.status === 'LOCKED' || state.status === 'DONE' || state.status === 'NOT_APPLICABLE') return;
  if (canRetry(run, track, step) === null) add('retryStep', step);
  if (canAttest(run, track, step, 'said', ANY_APPLICATION_ID) === null) add('attestStep', step);
  if (state.status !== 'FAILED' && canVerify(run, track, step) === null) add('verify', step);
}
