/**
 * The state of one set-up run: plain JSON, produced only by `transition`, stored with the version
 * of its plan. Statuses of tracks and runs are derived (runStatus.ts).
 */
import type { CheckId } from './catalog/catalog.ts';
import type { CheckResult, CheckValues } from './check.ts';
import type { DatabaseDelay } from './databaseDelay.ts';
import type { EventActor, NamedActor } from './eventActor.ts';
import type { BlockedReading } from './lastBlocked.ts';
import type { Connections, Organization } from './organization.ts';
import type { Policy } from './policy.ts';
import type { TrackSetup, UnansweredChange } from './setup/setupState.ts';
import type { Attestation, FailureReport, StepDraft, StepState } from './stepState.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

/** Grows when the shape of a stored run changes; `upcastRun` brings older ones up. */
export const CURRENT_PLAN_VERSION = 9;

/** The key of a track, as a person named it. */
export interface ProvidedKey {
  /** Normalized; with a version unless it was given without one (VAL-06). On AWS an ARN. */
  identifier: string;
  /** As it was given, outer whitespace trimmed: what VAL-01 to VAL-07 and VAL-29 evaluate. */
  given: string;
  vaultResourceId: string | null;
  /** A GUID: what the vault said to anybody when the key was provided. Absent: not known. */
  probedTenantId?: string;
  /** The vault was not asked yet, or did not answer: a worker asks it again. */
  tenantAsked?: true;
  providedAt: Instant;
}

/** What the key policy must hold, as the organization's page at Adobe shows it (AWS-07). */
export interface KeyPolicyTemplate {
  /** As it was given, with its comments. */
  text: string;
  /** Lowercase hex SHA-256 of the canonical JSON of its statements. */
  hash: string;
  providedAt: Instant;
}

/** Of an approval, with what the four-eyes rule compares. */
type ApprovalActor = NamedActor & Pick<EventActor, 'principal'>;

/** Bound to exactly one key and one body of evidence (docs/reference/run.md, rule 5). */
export interface Approval {
  status: 'requested' | 'approved' | 'refused' | 'void' | 'spent';
  requestedBy: ApprovalActor;
  requestedAt: Instant;
  /** Lowercase hex SHA-256 of the canonical evidence. */
  evidenceHash: string;
  /** On AWS what was attested of the key: its ARN where one was given, else the statement. */
  keyIdentifier: string;
  /** Empty on AWS, which has no tenant. */
  tenantId: string;
  imsOrgId: string;
  /** The host the configuration goes to; null on CJA, which has no API. */
  host: string | null;
  decidedBy: ApprovalActor | null;
  decidedAt: Instant | null;
  comment: string | null;
  /**
   * The name that was approved and alone may be sent; null: not part of what was approved; absent
   * where the approval could not hold one.
   */
  configurationName?: string | null;
  /** Void because somebody withdrew it, for `reason`. */
  withdrawn?: { by: NamedActor; principal: string; at: Instant };
  /** Approved: until when it may be used. */
  expiresAt: Instant | null;
  /** What the person wrote who refused or withdrew it. */
  reason: string | null;
  /** Why Keyway made it void; absent where a person did, or it is not void. */
  voided?: Voided;
  /** The checks last seen BLOCKED that the approver accepted, for the reason in `comment`. */
  acceptedBlocks?: CheckId[];
  /** Whether who approved is approver of this organization itself (`FourEyes`). */
  byOwnApprover?: boolean;
  /** The refusal of the request before, which the requester and the approvers have to know. */
  refusedBefore?: EarlierRefusal;
}

/** A refusal of an earlier request for the same track. */
export interface EarlierRefusal {
  by: ApprovalActor;
  at: Instant;
  /** What the person wrote. */
  reason: string;
  /** What was refused, and under which name. */
  evidenceHash: string;
  configurationName?: string | null;
  /** Whether the facts differ from it; another name alone does not count. */
  evidenceChanged: boolean;
}

/** `stored`: a run of plan version 3 or earlier kept a sentence only, in `values.text`. */
export type VoidCode =
  | 'evidenceChanged'
  | 'factsDiffer'
  | 'expired'
  | 'policyLoosened'
  | 'ownApproverRequired'
  | 'stored';
/** Why an approval became void without a person withdrawing it. */
export interface Voided {
  code: VoidCode;
  /**
   * `at` of `expired`, `text` of `stored`; `steps` of `evidenceChanged` where they are known,
   * separated by spaces.
   */
  values: CheckValues;
  /** When it became void; absent where that was not kept. */
  at?: Instant;
}

/**
 * What a submission that ended left at Adobe (GAP-31): nothing, since Adobe refused it or Keyway
 * didn't send it; perhaps something, since a send's outcome never became known; another
 * configuration that is there already; or one that Adobe reports as FAILED.
 */
export type SubmissionOutcome = 'refused' | 'unknown' | 'exists' | 'failed';

/**
 * A submission that a retry left behind, where Adobe has or may have something of it. It binds
 * those that follow.
 */
export interface EarlierSubmission {
  id: string;
  name: string;
  outcome: Exclude<SubmissionOutcome, 'refused'>;
  /** How it ended. */
  failure: FailureReport | null;
}

/** The one POST. `status` moves forward only. */
export interface Submission {
  id: string;
  /** rereading → sending → sent; `failed`: Adobe refused it; `aborted`: nothing was sent. */
  status: 'rereading' | 'sending' | 'sent' | 'failed' | 'aborted';
  name: string;
  /** The exact bytes (AEP-36); null until the reread resolved them. */
  body: string | null;
  host: string;
  requestedBy: NamedActor;
  requestedAt: Instant;
  /** How often the POST was begun. Committed before each. */
  sends: number;
  /** The last send began and nothing is known of its outcome. */
  unresolved: boolean;
  /**
   * Until when nothing is sent again: a begun POST may still be on its way where nobody saw it end
   * (a worker died with it), and what was accepted may show only later. Never scaled.
   */
  inFlightUntil: Instant | null;
  /** The outcome of an earlier send never became known. */
  unclear?: true;
  /** Failed: what is left at Adobe. */
  outcome?: SubmissionOutcome;
  /**
   * Adobe has a configuration already, which it does not show by our name: what it answered the
   * last send, or how the submission before this one ended.
   */
  conflict?: FailureReport;
  /** The last loss of the database that a send waited for; absent: none did. */
  delayed?: DatabaseDelay;
  sentAt: Instant | null;
  /** Adobe's job ID. */
  externalId: string | null;
  /** Statuses Adobe reported, verbatim, in order of first appearance. */
  statuses: { status: string | null; at: Instant }[];
}

/**
 * One track of a run. What it waits for follows from its steps; the other fields say what was
 * decided and sent.
 */
export interface TrackState {
  id: TrackId;
  /** False: the plan has no such track (AWS has no CJA). */
  applicable: boolean;
  /** Null until a person names it; on AWS also where only an attestation names it. */
  key: ProvidedKey | null;
  /** AWS only; absent until it is provided. */
  keyPolicy?: KeyPolicyTemplate;
  /** The latest request, whatever became of it; null before the first. */
  approval: Approval | null;
  /** AEP only; null before the first. */
  submission: Submission | null;
  /**
   * A submission that a person attested, while every fact is read again: it counts only if all
   * equal what was approved (docs/reference/run.md, rule 6). Absent otherwise.
   */
  attesting?: Attestation;
  /** Oldest first; absent where there is none. */
  earlierSubmissions?: EarlierSubmission[];
  /** CJA only: the case with Adobe Customer Care; null until it is recorded. */
  ticket: {
    caseNumber: string;
    openedAt: Instant;
    url: string | null;
    recordedBy: NamedActor;
    recordedAt: Instant;
  } | null;
  /** CJA: the reading of every fact after the ticket was recorded; absent: nothing was readable. */
  ticketReread?: 'asked' | 'done';
  /** CJA only: Adobe's confirmation; null until it is recorded. */
  confirmation: {
    confirmedBy: string;
    confirmedAt: Instant;
    text: string;
    recordedBy: NamedActor;
  } | null;
  /** The last set-up by Keyway; absent before the first. */
  setup?: TrackSetup;
  /** What was seen BLOCKED, of any key, and not read again since; absent where there is nothing. */
  lastBlocked?: BlockedReading[];
  /** When the network was first seen open after having been seen closed (TM-01). */
  networkChangedAt: Instant | null;
  /** In the order of the plan. */
  steps: Partial<Record<StepId, StepState>>;
}

/**
 * What an anomaly is. `stored`: a run of plan version 3 or earlier kept a sentence only, in
 * `values.text`.
 */
export type AnomalyCode =
  | 'statusNotRead'
  | 'statusWentBack'
  | 'otherConfiguration'
  | 'foundBefore'
  | 'blockedAfterTicket'
  | 'changedAfterAttestation'
  | 'attestedButChanged'
  | 'stored';

/** Something the other side reported that our rules did not expect; shown, never hidden (ST-08). */
export interface Anomaly {
  at: Instant;
  track: TrackId;
  step: StepId;
  code: AnomalyCode;
  values: CheckValues;
  /** The checks that it is about, as they were when it was found. */
  checks?: Pick<CheckResult, 'check' | 'outcome' | 'values'>[];
}

/** Why Keyway cancelled a run, where no person said why. */
export type CancellationCode = 'organizationArchived';

/** When and why a run was cancelled. */
export interface Cancellation {
  at: Instant;
  by: NamedActor;
  /** What the person wrote; null where `code` says it. */
  reason: string | null;
  code?: CancellationCode;
}

/**
 * The state of a run: plain JSON, produced only by `transition`. Statuses of tracks and of the run
 * are derived (`trackStatus`, `runStatus`).
 */
export interface Run {
  planVersion: typeof CURRENT_PLAN_VERSION;
  id: string;
  /** Grows by one with every change. */
  version: number;
  organization: Organization;
  connections: Connections;
  policy: Policy;
  /** Who is responsible for the run; null: nobody. */
  owner: RunOwner | null;
  /** When it should be done; null: no date. */
  dueAt: Instant | null;
  startedAt: Instant;
  updatedAt: Instant;
  /** Null until every step is done. */
  completedAt: Instant | null;
  cancelled: Cancellation | null;
  tracks: Record<TrackId, TrackState>;
  /** What set-ups of the runs before sent without an answer; absent: nothing that may arrive. */
  unanswered?: readonly UnansweredChange[];
  anomalies: Anomaly[];
}

/** A member, with the name at that time. */
export interface RunOwner {
  memberId: string;
  name: string;
}

/**
 * A run within a transition: facts and decisions are those of after the event, statuses those of
 * before. Every run is one; only `settle` makes a run of it again.
 */
export type RunDraft = Omit<Run, 'tracks'> & { tracks: Record<TrackId, TrackDraft> };
export type TrackDraft = Omit<TrackState, 'steps'> & {
  steps: Partial<Record<StepId, StepDraft>>;
};
