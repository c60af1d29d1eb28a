import type { Kept } from '../database/keptRows.ts';
import type { OrganizationRecord } from '../organizations/organizationRecord.ts';
import type {
  Actor,
  Instant,
  Refusal,
  Run,
  RunEvent,
  RunStatus,
  RunSummary,
  StepId,
  StepStatus,
  TrackId,
} from '@keyway/core';

/** A run as lists show it. */
export interface RunView extends RunSummary, Kept {
  id: string;
  partnerId: string;
  organizationId: string;
  /** Where it was read with the run. */
  organization?: OrganizationRecord;
  /** The state, upcast to the newest shape; null where only the summary was read. */
  run: Run | null;
}

/** A run with its state, upcast to the newest plan version. */
export interface StoredRun extends RunView {
  run: Run;
}

/** When a step was last observed, whether or not anything had changed. */
export interface StepObservation {
  runId: string;
  track: TrackId;
  step: StepId;
  observedAt: Instant;
}

/** Which runs a list or count includes. A run meets every condition that is given; null is none. */
export interface RunFilter {
  organizationIds?: readonly string[] | null;
  /** Any of these. */
  status?: readonly RunStatus[] | null;
  /** With `step` and `stepStatus`: one step meets all three. */
  track?: TrackId | null;
  step?: StepId | null;
  stepStatus?: readonly StepStatus[] | null;
  /** Any of these must act. */
  waitingOn?: readonly Actor[] | null;
  /**
   * Runs with an open step (of track and step, where named) in its status since this instant or
   * longer.
   */
  stuckSince?: Instant | null;
  /** The same, for at least so long by the database's clock. */
  stuckForSeconds?: number | null;
  /** The member who is responsible. */
  ownerId?: string | null;
  /** True: open runs that nobody is responsible for; false: the others. */
  unassigned?: boolean | null;
  /** True: open runs past their due date, by the database's clock; false: the others. */
  overdue?: boolean | null;
  /** Open runs that are due so soon and not overdue, by the database's clock. */
  dueWithinSeconds?: number | null;
  /** True: open runs without a due date; false: the others. */
  undated?: boolean | null;
  /** Part of the organization's name or IMS ID, of a key identifier or of a case number. */
  text?: string | null;
  /**
   * True: runs of archived organizations alone; false: of the others alone; null: of the others and
   * of those that are named.
   */
  archived?: boolean | null;
}

/** Runs of the organizations that the viewer sees, without archived ones. */
export interface PortfolioCounts {
  runs: number;
  byStatus: { status: RunStatus; count: number }[];
  /** Of runs that were not cancelled. */
  byStep: { track: TrackId; step: StepId; status: StepStatus; count: number }[];
  /** A run that waits for two actors counts for each. */
  waitingOn: { actor: Actor; count: number }[];
}

/** How the facts of an event were read. */
export interface Reading {
  /** Just before the first call, by the database's clock. */
  since: Instant;
  /** The state that named what to read. */
  run: Run;
}

/**
 * An observation that the one before it made possible, read before that one was written; all are
 * written together.
 */
export interface Following {
  event: RunEvent;
  /** Of the effect that the run would ask for. */
  jobKey: string;
  reading: Reading;
}

/** What applying an event came to. A refusal changed nothing. */
export type AdvanceResult =
  /** `applied` false: that event was applied before (`repeated`), or it changed nothing. */
  | { run: StoredRun; applied: boolean; repeated?: true }
  | { refusal: Refusal }
  /** Another worker has the effect by now, or the run no longer wants it: nothing was applied. */
  | { lostLease: true }
  /**
   * Facts of its steps were observed since its own reading began, or the run names something else
   * to read by now: nothing was applied, and the effect is still held.
   */
  | { overtaken: true };

/** A committed change of a run. */
export interface RunChange {
  partnerId: string;
  organizationId: string;
  runId: string;
  version: number;
}
