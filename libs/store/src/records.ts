/**
 * What the store answers and is asked by: plain records, pages, filters and counts. Ids are plain
 * UUIDs; instants end in `Z` with milliseconds.
 */
import type {
  Actor,
  Cloud,
  Instant,
  Organization,
  OrganizationCorrection,
  OrganizationField,
  Region,
  Role,
  Run,
  RunStatus,
  StepId,
  StepStatus,
  TrackId,
} from '@keyway/core';

export interface OrganizationRecord extends Organization {
  partnerId: string;
  createdAt: Instant;
  /** Null: not archived. */
  archivedAt: Instant | null;
  /** A configuration of it is on its way to Adobe, was sent, or was attested. */
  hasConfiguration: boolean;
  adobeConnected: boolean;
  /** Null: not connected. */
  azureConnected: 'READ' | 'WRITE' | null;
}

/** One detail of an organization that changes. */
export interface FieldChange {
  field: OrganizationField;
  from: Organization[OrganizationField];
  to: Organization[OrganizationField];
}
export interface OrganizationChange {
  organizationId: string;
  correction: OrganizationCorrection;
}

export interface StoredRun {
  /** Upcast to the newest shape. */
  run: Run;
  partnerId: string;
  organizationId: string;
  status: RunStatus;
  waitingOn: Actor[];
}

/** No action that the run waits for is older than `waitingSince`; some may be younger. */
export interface WaitingRun extends StoredRun {
  waitingSince: Instant;
}

/** When a step was last looked at, also when the look brought nothing new. */
export interface StepObservation {
  runId: string;
  track: TrackId;
  step: StepId;
  lookedAt: Instant;
}

export interface HistoryRecord {
  /** UUID; the id that is served and hashed is `globalId('HistoryEntry', id)`. */
  id: string;
  at: Instant;
  /** As shown. */
  actor: string;
  /**
   * The actor's stable ID, as four eyes compare it. Null where the entry was written before the
   * hash covered it.
   */
  principal: string | null;
  kind: string;
  organizationId: string | null;
  runId: string | null;
  data: unknown;
  /** Position in its chain, from 1. */
  seq: number;
  previousHash: string;
  hash: string;
}

export interface MemberRecord {
  id: string;
  partnerId: string;
  name: string;
  email: string | null;
  role: Role;
  organizationIds: string[] | null;
  createdAt: Instant;
}

export interface ApiTokenRecord {
  id: string;
  name: string;
  /** The first characters, for people to tell tokens apart. */
  prefix: string;
  role: Role;
  scopes: string[];
  organizationIds: string[] | null;
  /** `member:{id}` or `token:{id}`: whom it acts for (four eyes). */
  principal: string;
  createdAt: Instant;
  createdBy: string;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
}

/** Who is asking: from a session cookie or an API token. */
export interface Authenticated {
  kind: 'MEMBER' | 'TOKEN' | 'BOOTSTRAP';
  /** The member's or the token's id. */
  id: string;
  partnerId: string;
  partnerName: string;
  /** `member:{id}` or `token:{id}` (docs/reference/api.md, "Four eyes"). */
  principal: string;
  name: string;
  email: string | null;
  role: Role;
  /**
   * Of the member a token acts for; a token never may more than its maker. Null for members and
   * tokens of no person.
   */
  makerRole: Role | null;
  /** `read`, `runs:write`, `approve`, `admin`; a member has all four. */
  scopes: string[];
  organizationIds: string[] | null;
  expiresAt: Instant | null;
}

export interface PageRequest {
  /** 1 to 100; the api refuses others. */
  first: number;
  /** Opaque; a cursor that is none throws `InvalidCursor`. */
  after?: string | null;
}
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}
/** Exact up to 10,000; above `capped` is true and `count` 10,000. */
export interface Count {
  count: number;
  capped: boolean;
}
export interface OrganizationFilter {
  /** Part of the name or of the IMS organization ID, any case. */
  text?: string | null;
  cloud?: Cloud | null;
  region?: Region | null;
  runStatus?: readonly RunStatus[] | null;
  waitingOn?: readonly Actor[] | null;
  /** True: archived organizations alone; otherwise the others alone. */
  archived?: boolean | null;
}
export interface RunFilter {
  organizationIds?: readonly string[] | null;
  status?: readonly RunStatus[] | null;
  track?: TrackId | null;
  step?: StepId | null;
  stepStatus?: readonly StepStatus[] | null;
  waitingOn?: readonly Actor[] | null;
  /**
   * Runs with an open step (of track and step, where named) in its status since this instant or
   * longer.
   */
  stuckSince?: Instant | null;
  /** Part of the organization's name or IMS ID, of a key identifier or of a case number. */
  text?: string | null;
  /**
   * True: runs of archived organizations alone; false: of the others alone; null: of the others and
   * of those that are named.
   */
  archived?: boolean | null;
}
export interface HistoryFilter {
  organizationId?: string | null;
  runId?: string | null;
  kind?: readonly string[] | null;
  /** How the actor's name begins, in any case. */
  actor?: string | null;
  /** Inclusive. */
  since?: Instant | null;
  /** Exclusive. */
  until?: Instant | null;
}
export interface PortfolioCounts {
  organizations: number;
  runs: number;
  byStatus: { status: RunStatus; count: number }[];
  /** Of runs that were not cancelled. */
  byStep: { track: TrackId; step: StepId; status: StepStatus; count: number }[];
  waitingOn: { actor: Actor; count: number }[];
}
export interface SearchHit {
  organization: OrganizationRecord;
  run: StoredRun | null;
  /** The text that matched. */
  matched: string;
}
export interface ChainVerification {
  ok: boolean;
  entries: number;
  /** UUID of the first entry that does not fit. */
  brokenAt: string | null;
}
