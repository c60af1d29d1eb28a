/**
 * Everything that happens to a run: requests of people and results of the worker, in past tense. An
 * event's data holds no secret.
 */
import type { EventActor } from './eventActor.ts';
import type { DatabaseDelay } from './databaseDelay.ts';
import type { ConfigurationFacts, StepFacts } from './facts.ts';
import type { ReadFailure } from './observedSchema.ts';
import type { HandOffOfEvent } from './handOff.ts';
import type { BlockedReadingOfTrack } from './lastBlocked.ts';
import type { Connections, Organization } from './organization.ts';
import type { SetupEventData } from './setup/setupEvents.ts';
import type { UnansweredChange } from './setup/setupState.ts';
import type { Policy } from './policy.ts';
import type { CancellationCode, RunOwner } from './run.ts';
import type { VaultProbeReason } from './vaultProbe.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

/** What an event says of the bulk job that it came by. */
interface OfBulkJob {
  /** Its global ID. */
  bulkJob?: string;
}

/** Data of each kind of event. */
export interface EventData extends SetupEventData {
  runStarted: {
    runId: string;
    organization: Organization;
    connections: Connections;
    policy: Policy;
    /** What the organization's run before saw BLOCKED; absent where that was nothing. */
    lastBlocked?: BlockedReadingOfTrack[];
    /** What set-ups of the runs before sent that may still arrive; absent where that is nothing. */
    unanswered?: UnansweredChange[];
  } & OfBulkJob;
  /** The organization's connections changed while the run was open. */
  connectionsChanged: { connections: Connections };
  /** The policy of the organization or of the partner changed while the run was open. */
  policyChanged: { policy: Policy };
  /** The organization's details were corrected while the run was open. */
  organizationChanged: { organization: Organization };
  /**
   * `confirmImsOrgId`: typed by hand where the step is a point of no return. `handOff`: by its
   * link, which is for the steps of one actor alone.
   */
  stepAttested: {
    track: TrackId;
    step: StepId;
    statement: string;
    reference: string | null;
    confirmImsOrgId?: string | null;
    handOff?: HandOffOfEvent;
  } & OfBulkJob;
  keyProvided: {
    track: TrackId;
    keyIdentifier: string;
    vaultResourceId: string | null;
    /** What the vault says to anybody, where Azure is not connected; absent: nobody asked it. */
    vaultTenantId?: string;
    /** It was not asked, or did not answer in time: a worker asks it later. */
    askVaultLater?: true;
    /** The track's key when it was asked for; absent: whatever it is, this one replaces it. */
    replaces?: string | null;
    /** Refused where the track has another key, or where this one would undo what people did. */
    onlyMissing?: true;
  } & OfBulkJob;
  /** The vault of a key that was provided before, asked without a credential. */
  vaultProbed: {
    track: TrackId;
    /** The key that it was asked for. */
    keyIdentifier: string;
    reason: VaultProbeReason;
    /** Null unless it was found. */
    vaultTenantId: string | null;
    attempt: number;
  };
  /** AWS: the key policy as the organization's page at Adobe shows it (AWS-07). */
  keyPolicyProvided: { policy: string };
  /** Nulls: every open step (of the track). `handOff`: as in `stepAttested`, for one step. */
  verificationRequested: {
    track: TrackId | null;
    step: StepId | null;
    handOff?: HandOffOfEvent;
  } & OfBulkJob;
  /**
   * One observation of one step. `attempt` counts unreadable ones in a row, from the effect that
   * made it.
   */
  factsObserved: {
    track: TrackId;
    facts: StepFacts;
    attempt: number;
    waitingSince: Instant;
    timeScale: number;
    /** It ended when nobody wanted it any more: the key that it was for, and when it began. */
    late?: { key: string | null; since: Instant };
  };
  /** Every fact of the track read again, just before the act or to find a cause (AEP-43). */
  trackReread: {
    track: TrackId;
    purpose: RereadPurpose;
    facts: StepFacts[];
    attempt: number;
    timeScale: number;
  };
  checkOverridden: { track: TrackId; check: string; reason: string };
  /** With a configuration name, that name is part of what is approved. */
  approvalRequested: {
    track: TrackId;
    principal: string;
    configurationName?: string | null;
  } & OfBulkJob;
  approvalGranted: {
    track: TrackId;
    principal: string;
    confirmImsOrgId: string;
    comment: string | null;
    /** The checks last seen BLOCKED that the approver accepts, for the reason in `comment`. */
    acceptedBlocks?: string[];
    /** Whether the approver is approver of this organization itself (`FourEyes`). */
    ownApprover?: boolean;
  };
  approvalRefused: { track: TrackId; principal: string; reason: string };
  /** `owner`: an owner withdraws it, who may be another person than its approver. */
  approvalWithdrawn: { track: TrackId; principal: string; owner: boolean; reason: string };
  approvalExpired: { track: TrackId };
  submissionRequested: { submissionId: string; configurationName: string; confirmImsOrgId: string };
  /** Not sent yet, since the database lost what was written last; once for each loss. */
  configurationDelayed: { submissionId: string } & DatabaseDelay;
  /** Not sent at all: the database was restored since, and may not know that it was canceled. */
  configurationNotSent: { submissionId: string; restoredAt: Instant };
  /** Committed before the POST is sent (docs/reference/run.md, rule 4). */
  configurationSending: { submissionId: string; send: number };
  /** Accepted by the POST, or found by the lookup by name before it. */
  configurationAccepted: {
    submissionId: string;
    found: boolean;
    answer: ConfigurationFacts;
    timeScale: number;
  };
  /**
   * The lookup before the POST, or the POST, failed. `definite`: Adobe refused it and nothing was
   * created.
   */
  configurationSendFailed: {
    submissionId: string;
    during: SubmissionCall;
    definite: boolean;
    failure: ReadFailure;
    attempt: number;
    /**
     * Of a lookup: how many before it found nothing, and how many just before it ended in a page of
     * status 404.
     */
    lookups?: number;
    pages?: number;
    timeScale: number;
  };
  /** After an unresolved send: a lookup by name found nothing (yet). */
  configurationNotFound: { submissionId: string; lookups: number; timeScale: number };
  configurationObserved: {
    submissionId: string;
    answer: ConfigurationFacts | null;
    failure: ReadFailure | null;
    attempt: number;
    pollingSince: Instant;
    timeScale: number;
  };
  roleAssigned: { track: TrackId; created: boolean; assignmentGuid: string };
  roleAssignmentFailed: {
    track: TrackId;
    failure: ReadFailure;
    attempt: number;
    timeScale: number;
  };
  ticketRecorded: {
    caseNumber: string;
    openedAt: Instant | null;
    url: string | null;
    confirmImsOrgId?: string | null;
  };
  cjaConfirmed: { confirmedBy: string; confirmedAt: Instant | null; text: string };
  /** The store found effects missing that the run needs (`expectedEffects`), by their jobKeys. */
  workResumed: { missing: string[] };
  stepRetried: { track: TrackId; step: StepId } & OfBulkJob;
  /** Null: nobody is responsible for the run, it has no due date; absent: as it is. */
  runAssigned: { owner?: RunOwner | null; dueAt?: Instant | null } & OfBulkJob;
  /** A note for colleagues, also on a closed run. */
  commentAdded: {
    text: string;
    track: TrackId | null;
    step: StepId | null;
    /** Members whom it names. */
    mentions?: string[];
  };
  /** `code` instead of a reason where nobody gave one. */
  runCancelled: { reason: string | null; code?: CancellationCode } & OfBulkJob;
}
/** The lookup by name before the POST, or the POST. */
export type SubmissionCall = 'lookup' | 'send';
/**
 * Before a submission; once CJA is approved; after CJA's ticket was recorded; to find the cause of
 * a failure.
 */
export const REREAD_PURPOSES = ['submission', 'ticket', 'ticketRecorded', 'diagnosis'] as const;
/** Why a whole track is read again (`rereadTrack`). */
export type RereadPurpose = (typeof REREAD_PURPOSES)[number];
/** Names of what happens to a run; the `kind` of its history entries. */
export type EventKind = keyof EventData;
/** Indexed by its kind, so that TypeScript pairs the kind of an event with its data. */
export type RunEventOf<K extends EventKind> = {
  [P in K]: { id: string; at: Instant; actor: EventActor; kind: P; data: EventData[P] };
}[K];
/**
 * One thing that happened, for `transition`. `id` (UUID) becomes the ID of its history entry; the
 * store replaces `at` by the database's instant.
 */
export type RunEvent = RunEventOf<EventKind>;

/** An event of a kind with its data. The first argument says when and by whom. */
export const eventOf = <K extends EventKind>(
  { id, at, actor }: Pick<RunEvent, 'id' | 'at' | 'actor'>,
  kind: K,
  data: EventData[K],
): RunEvent =>
  // Cast: TypeScript does not see that the union has each kind with its data.
  ({ id, at, actor, kind, data }) as RunEvent;
