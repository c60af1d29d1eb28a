/**
 * Bulk jobs: one action on many organizations, each as its own mutation would do it
 * (docs/decisions/0060-bulk-jobs.md).
 */
import { PROPOSED_CONFIGURATION_NAME } from './configurationName.ts';
import { eventOf, type EventData, type RunEvent } from './event.ts';
import type { EventActor } from './eventActor.ts';
import type { HandOffActor } from './handOff.ts';
import { mayMutate, missingFor, type Access, type MutationName } from './permissions.ts';
import type { Refusal } from './refusal.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

/** Every `BulkAction`, as in the enum of the public contract. */
export const BULK_ACTIONS = [
  'START_RUNS',
  'VERIFY',
  'ASSIGN',
  'REQUEST_APPROVAL',
  'CANCEL_RUNS',
  'CREATE_HAND_OFFS',
  'PROVIDE_KEYS',
  'RETRY_STEPS',
  'ATTEST_STEPS',
] as const;
/** What a bulk job does to each of its organizations. */
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What is to be done, and with what. */
export interface BulkInput {
  action: BulkAction;
  /** Of REQUEST_APPROVAL, RETRY_STEPS and ATTEST_STEPS, and of VERIFY about one track. */
  track: TrackId | null;
  /** Of RETRY_STEPS and ATTEST_STEPS. */
  step?: StepId;
  /** Of ATTEST_STEPS: the same for each organization. */
  attestation?: Pick<EventData['stepAttested'], 'statement' | 'reference'>;
  /** Of CANCEL_RUNS. */
  reason: string | null;
  /** Of ASSIGN; what is absent stays as it is. */
  assignment?: Pick<EventData['runAssigned'], 'owner' | 'dueAt'>;
  /** Of CREATE_HAND_OFFS. Without an end, each is valid as long as a hand-off is by default. */
  handOff?: { actor: HandOffActor; note: string | null; expiresAt: Instant | null };
  /** Of PROVIDE_KEYS: a run is started where there is no open one. The keys are in the items. */
  startRuns?: boolean;
}

/** The mutation that does the same for one organization. */
export const MUTATION_OF = {
  START_RUNS: 'startRun',
  VERIFY: 'verify',
  ASSIGN: 'assignRun',
  REQUEST_APPROVAL: 'requestApproval',
  CANCEL_RUNS: 'cancelRun',
  CREATE_HAND_OFFS: 'createHandOff',
  PROVIDE_KEYS: 'provideKey',
  RETRY_STEPS: 'retryStep',
  ATTEST_STEPS: 'attestStep',
} as const satisfies Record<BulkAction, MutationName>;

/** Whether it is of one step, which its input names. */
export const isBulkOfStep = (action: BulkAction): boolean =>
  action === 'RETRY_STEPS' || action === 'ATTEST_STEPS';
/** Whether it is of one track, or may be. */
export const isBulkOfTrack = (action: BulkAction): boolean =>
  action === 'REQUEST_APPROVAL' || action === 'VERIFY' || isBulkOfStep(action);

/** Why somebody may not do it for an organization; null where they may. */
export function bulkForbidden(
  rights: Access,
  { action, startRuns = false }: Pick<BulkInput, 'action' | 'startRuns'>,
  organizationId: string,
): Refusal | null {
  const mutations: MutationName[] = [
    MUTATION_OF[action],
    ...(startRuns ? ['startRun' as const] : []),
  ];
  const missing = mutations.find((one) => !mayMutate(rights, one, organizationId));
  return missing === undefined ? null : missingFor(rights, missing, organizationId);
}

/** What is an event of the organization's run. */
export type BulkEventAction = Exclude<
  BulkAction,
  'START_RUNS' | 'CREATE_HAND_OFFS' | 'PROVIDE_KEYS'
>;

/** The event of the organization's run. */
export function bulkEvent(
  { action, track, step, reason, assignment, attestation }: BulkInput & { action: BulkEventAction },
  { bulkJob, ...occurrence }: { id: string; at: Instant; actor: EventActor; bulkJob?: string },
): RunEvent {
  const of = bulkJob === undefined ? {} : { bulkJob };
  switch (action) {
    case 'VERIFY':
      return eventOf(occurrence, 'verificationRequested', { track, step: null, ...of });
    case 'ASSIGN':
      return eventOf(occurrence, 'runAssigned', { ...assignment, ...of });
    case 'REQUEST_APPROVAL':
      if (!track) throw new TypeError('An approval is of a track.');
      return eventOf(occurrence, 'approvalRequested', {
        ...{ track, principal: occurrence.actor.principal, ...of },
        // Nobody chose one for each organization, and what is approved has to name it.
        ...(track === 'AEP' && { configurationName: PROPOSED_CONFIGURATION_NAME }),
      });
    case 'RETRY_STEPS':
      return eventOf(occurrence, 'stepRetried', { ...atStep(track, step), ...of });
    case 'ATTEST_STEPS':
      if (!attestation) throw new TypeError('An attestation has a statement.');
      // No ID is typed for each organization: a point of no return is refused (IRR-09).
      return eventOf(occurrence, 'stepAttested', { ...atStep(track, step), ...attestation, ...of });
    case 'CANCEL_RUNS':
      return eventOf(occurrence, 'runCancelled', { reason, ...of });
  }
}

function atStep(track: TrackId | null, step: StepId | undefined): { track: TrackId; step: StepId } {
  if (!track || !step) throw new TypeError('It is of a step of a track.');
  return { track, step };
}
