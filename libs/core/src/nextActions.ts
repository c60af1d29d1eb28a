/**
 * What a viewer may do now, by the guards that the transitions use (docs/reference/run.md, rule 9).
 * The most important action comes first.
 */
import { PROPOSED_CONFIGURATION_NAME } from './configurationName.ts';
import { canApprove, canDecide, canRequestApproval, canWithdraw } from './approvalGuards.ts';
import { canAttest } from './attestationGuards.ts';
import {
  CONNECT,
  canCancel,
  canConfirmCja,
  canOverride,
  canProvideKey,
  canProvideKeyPolicy,
  canRecordTicket,
  canRetry,
  canSubmit,
  canVerify,
} from './guards.ts';
import { earlierSubmission } from './heldConfiguration.ts';
import { lastBlockedOf } from './lastBlocked.ts';
import { planSteps } from './plans/planFor.ts';
import type { Run } from './run.ts';
import { isClosed } from './runStatus.ts';
import { canCancelSetup, canConfirmSetup, canPlanSetup } from './setup/setupGuards.ts';
import { connectionOf, isConnected, isObservedStep } from './stepStatus.ts';
import {
  OBSERVED_STEP_IDS,
  TRACK_IDS,
  type Instant,
  type StepId,
  type TrackId,
} from './vocabulary.ts';

/** Mutations of the public API that change a run. */
export const ACTION_NAMES = [
  'attestStep',
  'provideKey',
  'provideKeyPolicy',
  'connectAdobe',
  'connectAzure',
  'connectAws',
  'approve',
  'refuse',
  'withdrawApproval',
  'submitConfiguration',
  'requestApproval',
  'overrideCheck',
  'recordTicket',
  'confirmCja',
  'retryStep',
  'verify',
  'planSetup',
  'confirmSetup',
  'cancelSetup',
  'cancelRun',
] as const;
/** The name of the mutation in the public API. */
export type ActionName = (typeof ACTION_NAMES)[number];

/** A mutation that the guards allow on a run now. */
export interface NextAction {
  mutation: ActionName;
  /** Null: it is about the run or the organization. */
  track: TrackId | null;
  /** Null: it is about the track or the run. */
  step: StepId | null;
  /**
   * Whether the run waits for it. False for what is possible at any time, such as checking again,
   * correcting or cancelling.
   */
  movesRun: boolean;
  /** Whether it replaces what was recorded; absent where `movesRun` says so. */
  corrects?: boolean;
}

export interface ActionViewer {
  principal: string;
  /** An owner may withdraw another person's approval. */
  owner?: boolean;
  /** An approver of this organization itself, whom the policy may require (`FourEyes`). */
  ownApprover?: boolean;
  /** Whether role and scope allow the mutation. */
  may: (mutation: ActionName) => boolean;
}

/** Everything else on the track waits for these. */
const DECISIVE: ReadonlySet<ActionName> = new Set([
  'approve',
  'refuse',
  'submitConfiguration',
  'recordTicket',
  'confirmCja',
  'retryStep',
]);

/** The order of actions with the same rank on the same track. */
const ACTION_ORDER: readonly ActionName[] = [
  'approve',
  'refuse',
  'submitConfiguration',
  'recordTicket',
  'confirmCja',
  'retryStep',
  'attestStep',
  'confirmSetup',
  'provideKey',
  'planSetup',
  'provideKeyPolicy',
  'overrideCheck',
  'requestApproval',
  'verify',
  'cancelSetup',
  'withdrawApproval',
  'connectAzure',
  'connectAws',
  'connectAdobe',
  'cancelRun',
];

/**
 * Decisive actions, then those that unblock a track, then checking again, correcting, cancelling.
 */
function rank(run: Run, { mutation, track, step, movesRun }: NextAction): number {
  if (DECISIVE.has(mutation)) return 0;
  if (isNeededToReadAgain(run, mutation)) return 0.5;
  const isBlocked =
    track !== null && step !== null && run.tracks[track].steps[step]?.status === 'BLOCKED';
  if (movesRun || (mutation === 'verify' && isBlocked)) return 1;
  if (mutation === 'verify') return 2;
  return mutation === 'cancelRun' ? 4 : 3;
}

/** What connects the cloud of an open step that was last seen BLOCKED: reading beats attesting. */
const isNeededToReadAgain = (run: Run, mutation: ActionName): boolean =>
  TRACK_IDS.some((track) =>
    OBSERVED_STEP_IDS.some((id) => {
      const state = run.tracks[track].steps[id];
      return (
        CONNECT[connectionOf(run, id)] === mutation &&
        !isConnected(run, id) &&
        state?.status !== 'DONE' &&
        lastBlockedOf(run, track, id) !== null
      );
    }),
  );

/** AEP before CJA, which is of no use without it (AJO-02); actions without a track come last. */
const trackRank = ({ track }: NextAction): number =>
  track === null ? TRACK_IDS.length : TRACK_IDS.indexOf(track);

/** Sorts the most important action first. */
export const byImportance =
  (run: Run) =>
  (a: NextAction, b: NextAction): number =>
    rank(run, a) - rank(run, b) || trackRank(a) - trackRank(b) || place(run, a) - place(run, b);

/** What Keyway can read once it has the key or the policy is attested last. */
function place(run: Run, { mutation, step }: NextAction): number {
  const isRead =
    mutation === 'attestStep' && step !== null && isObservedStep(step) && isConnected(run, step);
  return isRead ? ACTION_ORDER.length : ACTION_ORDER.indexOf(mutation);
}

/** What the viewer may do now, the most important first; nothing on a closed run. */
export function nextActions(run: Run, viewer: ActionViewer, now: Instant): NextAction[] {
  if (isClosed(run)) return [];
  const actions = TRACK_IDS.filter((track) => run.tracks[track].applicable).flatMap((track) =>
    trackActions(run, track, viewer, now),
  );
  const add = (mutation: ActionName, movesRun: boolean): void =>
    void actions.push({ mutation, track: null, step: null, movesRun });
  if (run.organization.cloud === 'AZURE') {
    if (!run.connections.azure)
      add(
        'connectAzure',
        TRACK_IDS.some((track) => isOpen(run, track, READ_FROM_AZURE)),
      );
    if (!run.connections.adobe) add('connectAdobe', isOpen(run, 'AEP', DONE_THROUGH_ADOBE));
  }
  // No run waits for it: an installation can have no identity of its own in AWS.
  if (run.organization.cloud === 'AWS' && !run.connections.aws && isOpen(run, 'AEP', READ_FROM_AWS))
    add('connectAws', isNeededToReadAgain(run, 'connectAws'));
  if (canCancel(run) === null) add('cancelRun', false);
  return actions.filter((action) => viewer.may(action.mutation)).toSorted(byImportance(run));
}

const READ_FROM_AZURE: readonly StepId[] = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'];
const READ_FROM_AWS: readonly StepId[] = ['KEY', 'POLICY'];
const DONE_THROUGH_ADOBE: readonly StepId[] = ['APP_REGISTRATION', 'SUBMISSION', 'ACTIVATION'];

/** Whether one of the steps is not done yet. */
const isOpen = (run: Run, track: TrackId, steps: readonly StepId[]): boolean =>
  steps.some((id) => (run.tracks[track].steps[id]?.status ?? 'DONE') !== 'DONE');

function trackActions(run: Run, track: TrackId, viewer: ActionViewer, now: Instant): NextAction[] {
  const actions: NextAction[] = [];
  const add: Add = (mutation, step, movesRun = true) =>
    void actions.push({ mutation, track, step, movesRun });
  // A key can be replaced until it is submitted, but the run doesn't wait for that.
  if (canProvideKey(run, track) === null) {
    const isOpenStep = run.tracks[track].steps.KEY?.status !== 'DONE';
    add('provideKey', 'KEY', run.tracks[track].key === null && isOpenStep);
  }
  // Nobody has to let Keyway do it, but a plan waits for its confirmation.
  if (canConfirmSetup(run, track, null) === null) add('confirmSetup', 'VAULT');
  if (canPlanSetup(run, track) === null) add('planSetup', 'VAULT', false);
  if (canCancelSetup(run, track) === null) add('cancelSetup', 'VAULT', false);
  if (track === 'AEP' && canProvideKeyPolicy(run) === null)
    actions.push({
      ...{ mutation: 'provideKeyPolicy', track, step: 'POLICY', movesRun: needsTemplate(run) },
      corrects: run.tracks.AEP.keyPolicy !== undefined,
    });
  if (canDecide(run, track, viewer.principal) === null) {
    if (canApprove(run, track, viewer.principal, viewer.ownApprover ?? false) === null)
      add('approve', 'APPROVAL');
    add('refuse', 'APPROVAL', false);
  }
  if (canWithdraw(run, track, viewer.principal, viewer.owner ?? false) === null)
    add('withdrawApproval', 'APPROVAL', false);
  const name =
    run.tracks[track].approval?.configurationName ??
    earlierSubmission(run)?.name ??
    PROPOSED_CONFIGURATION_NAME;
  if (track === 'AEP' && canSubmit(run, name, run.organization.imsOrgId, now) === null)
    add('submitConfiguration', 'SUBMISSION');
  if (track === 'CJA' && canRecordTicket(run, now) === null) add('recordTicket', 'TICKET');
  if (track === 'CJA' && canConfirmCja(run) === null) add('confirmCja', 'CONFIRMATION');
  if (canRequestApproval(run, track, null) === null) add('requestApproval', 'APPROVAL');
  acceptActions(run, track, add);
  for (const { id } of planSteps(run, track)) stepActions(run, track, id, now, add);
  return actions;
}

/** Without Adobe's text, nothing can be read in POLICY. Attesting it needs none. */
function needsTemplate(run: Run): boolean {
  const { keyPolicy, steps } = run.tracks.AEP;
  return !keyPolicy && isConnected(run, 'POLICY') && steps.POLICY?.status !== 'DONE';
}

type Add = (mutation: ActionName, step: StepId, movesRun?: boolean) => void;

/**
 * Offers a warning, which the approval waits for; otherwise a block of Keyway's own baseline, which
 * is better corrected than accepted (GAP-19).
 */
function acceptActions(run: Run, track: TrackId, add: Add): void {
  const acceptable = planSteps(run, track).flatMap(({ id }) =>
    (run.tracks[track].steps[id]?.checks ?? [])
      .filter(
        (check) =>
          check.verdict !== 'PASS' &&
          !check.override &&
          canOverride(run, track, check.check) === null,
      )
      .map(({ verdict }) => ({ step: id, isWarning: verdict === 'WARN' })),
  );
  const first = acceptable.find(({ isWarning }) => isWarning) ?? acceptable[0];
  if (first) add('overrideCheck', first.step, first.isWarning);
}

function stepActions(run: Run, track: TrackId, step: StepId, now: Instant, add: Add): void {
  const state = run.tracks[track].steps[step];
  if (
    !state ||
    state.status === 'LOCKED' ||
    state.status === 'DONE' ||
    state.status === 'NOT_APPLICABLE'
  )
    return;
  if (canRetry(run, track, step) === null) add('retryStep', step);
  if (canAttest(run, track, step, now) === null) add('attestStep', step);
  if (state.status !== 'FAILED' && canVerify(run, track, step) === null) add('verify', step, false);
}
