/**
 * The state of one set-up run: plain JSON, produced only by `transition`, stored with the version
 * of its plan. Statuses of steps are kept with the instant they began; statuses of tracks and of
 * the run are derived (runStatus.ts).
 */
import type { CheckResult, CheckValues } from './check.ts';
import type { StepFacts } from './facts.ts';
import type { Connections, Organization } from './organization.ts';
import type { Actor, Instant, StepId, StepMode, StepStatus, TrackId } from './vocabulary.ts';

/** Grows when the shape of a stored run changes; `upcastRun` brings older ones up. */
export const CURRENT_PLAN_VERSION = 3;

export interface Policy {
  /** How long an approval may be used after it was given. */
  approvalValidForSeconds: number;
  /** How long after it was given an approval may first be used. */
  coolingOffSeconds: number;
}
export const DEFAULT_POLICY: Policy = {
  approvalValidForSeconds: 7 * 24 * 3600,
  coolingOffSeconds: 0,
};

export interface StepState {
  status: StepStatus;
  since: Instant;
  actor: Actor;
  /** Null where nobody does or verifies it but a person decides (APPROVAL). */
  mode: StepMode | null;
  checks: CheckResult[];
  /** What the last look saw; null before the first. */
  facts: StepFacts | null;
  /**
   * What this step brings about has been seen in place at least once; gone again is BLOCKED, not
   * WAITING.
   */
  everPresent: boolean;
  /** A look was asked for and has not come back. */
  looking: boolean;
  /** We are doing the step ourselves (AUTOMATIC) and it has not come back. */
  acting: boolean;
  /** When it is looked at again by itself. */
  nextLookAt: Instant | null;
  /** The other side's own words, verbatim. */
  externalStatus: string | null;
  /**
   * ACTIVATION: polls keep failing, and that was made an anomaly. Ends with the next status that is
   * read.
   */
  alarmed?: boolean;
  attestation: { statement: string; reference: string | null; by: string; at: Instant } | null;
  /** The step's effect failed for good. */
  failure: { message: string; at: Instant } | null;
}

export interface ProvidedKey {
  /** Normalized; with a version unless it was given without one (VAL-06). */
  identifier: string;
  /** As it was given, outer whitespace trimmed: what VAL-01 to VAL-07 evaluate. */
  given: string;
  vaultResourceId: string | null;
  providedAt: Instant;
}

/** Bound to exactly one key and one body of evidence (docs/reference/run.md, rule 5). */
export interface Approval {
  status: 'requested' | 'approved' | 'refused' | 'void' | 'spent';
  requestedBy: { principal: string; name: string };
  requestedAt: Instant;
  /** Lower-case hex SHA-256 of the canonical evidence. */
  evidenceHash: string;
  /** On AWS what was attested of the key: its ARN where one was given, else the statement. */
  keyIdentifier: string;
  /** Empty on AWS, which has no tenant. */
  tenantId: string;
  imsOrgId: string;
  /** The host the configuration goes to; null on CJA, which has no API. */
  host: string | null;
  decidedBy: { principal: string; name: string } | null;
  decidedAt: Instant | null;
  comment: string | null;
  /**
   * The name that was approved and alone may be sent; null: not part of what was approved; absent
   * where the approval could not hold one.
   */
  configurationName?: string | null;
  /** Void because somebody withdrew it; `reason` is theirs. */
  withdrawn?: { by: string; principal: string; at: Instant };
  /** Approved: until when it may be used. */
  expiresAt: Instant | null;
  /** Why it is void or refused. */
  reason: string | null;
}

/**
 * What a submission that ended left at Adobe (GAP-31): nothing, since Adobe refused it; perhaps
 * something, since a send's outcome never became known; another configuration that is there
 * already; or one that Adobe reports as FAILED.
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
  /** Adobe's words, or ours. */
  message: string | null;
}

/** The one POST. `status` moves forward only. */
export interface Submission {
  id: string;
  /** rereading → sending → sent; `failed` is a definite no from Adobe; `aborted` sent nothing. */
  status: 'rereading' | 'sending' | 'sent' | 'failed' | 'aborted';
  name: string;
  /** The exact bytes (AEP-36); null until the reread resolved them. */
  body: string | null;
  host: string;
  requestedBy: string;
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
   * Adobe's words where it refused the last send because it has a configuration already, which it
   * does not show by our name.
   */
  conflict?: string;
  sentAt: Instant | null;
  /** Adobe's job ID. */
  externalId: string | null;
  /** Statuses Adobe reported, verbatim, in order of first appearance. */
  statuses: { status: string | null; at: Instant }[];
}

export interface TrackState {
  id: TrackId;
  applicable: boolean;
  key: ProvidedKey | null;
  approval: Approval | null;
  submission: Submission | null;
  /** Oldest first; absent where there is none. */
  earlierSubmissions?: EarlierSubmission[];
  ticket: {
    caseNumber: string;
    openedAt: Instant;
    url: string | null;
    recordedBy: string;
    recordedAt: Instant;
  } | null;
  /**
   * CJA: the reading of every fact after the ticket was recorded; absent where nothing could be
   * read.
   */
  ticketReread?: 'asked' | 'done';
  confirmation: {
    confirmedBy: string;
    confirmedAt: Instant;
    text: string;
    recordedBy: string;
  } | null;
  /** When the network was first seen open after having been seen closed (TM-01). */
  networkChangedAt: Instant | null;
  /** In the order of the plan. */
  steps: Partial<Record<StepId, StepState>>;
}

/** Something the other side reported that our rules did not expect; shown, never hidden (ST-08). */
export interface Anomaly {
  at: Instant;
  track: TrackId;
  step: StepId;
  message: string;
  /** What it is, where it is told in the reader's language; else `message` is all there is. */
  kind?: 'statusNotRead' | 'blockedAfterTicket' | 'foundBefore';
  values?: CheckValues;
  /** The checks that it is about, as they were when it was found. */
  checks?: Pick<CheckResult, 'check' | 'outcome' | 'values'>[];
}

export interface Run {
  planVersion: typeof CURRENT_PLAN_VERSION;
  id: string;
  /** Grows by one with every change. */
  version: number;
  organization: Organization;
  connections: Connections;
  policy: Policy;
  startedAt: Instant;
  updatedAt: Instant;
  completedAt: Instant | null;
  cancelled: { at: Instant; reason: string; by: string } | null;
  tracks: Record<TrackId, TrackState>;
  anomalies: Anomaly[];
}
