/** Bulk jobs as they are stored (docs/decisions/0060-bulk-jobs.md). */
import { BULK_ACTIONS } from '@keyway/core';
import type {
  BulkAction,
  BulkInput,
  BulkOutcome,
  EventActor,
  Instant,
  PlannedKeys,
  Refusal,
} from '@keyway/core';
import { readCarriedTrace, type CarriedTrace } from '@keyway/telemetry';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { parsePlannedKeys } from '../dryRuns/dryRunRecord.ts';
import type { BulkItem, BulkJob } from '../generated/client.ts';

/** Organizations of one job. */
export const MAX_BULK_ITEMS = 10_000;

const STATUSES = ['RUNNING', 'DONE', 'CANCELLED'] as const;
const ITEM_STATUSES = ['PENDING', 'DONE', 'REFUSED', 'SKIPPED'] as const;
export type BulkItemStatus = (typeof ITEM_STATUSES)[number];

/** One action on many organizations. */
export interface BulkJobRecord {
  id: string;
  partnerId: string;
  action: BulkAction;
  input: BulkInput;
  status: (typeof STATUSES)[number];
  total: number;
  done: number;
  refused: number;
  skipped: number;
  /** `MEMBER:{id}` and the like: whose rights each item is done with. */
  starter: string;
  /** As history names them. */
  actor: EventActor;
  startedAt: Instant;
  endedAt: Instant | null;
  cancelledBy: string | null;
  /** Of the request that started it; null where nothing was traced. */
  trace: CarriedTrace | null;
}

/** What became of one organization of a job. */
export interface BulkItemRecord {
  jobId: string;
  position: number;
  organizationId: string;
  /** That it was done to. */
  runId: string | null;
  status: BulkItemStatus;
  refusal: Refusal | null;
  /** What came of its checks, as the run is now; null where the job started none. */
  outcome: BulkOutcome | null;
  /** Of PROVIDE_KEYS: those to provide. */
  keys: PlannedKeys | null;
}

/** A job to start. */
export interface NewBulkJob {
  input: BulkInput;
  organizationIds: readonly string[];
  /** Of PROVIDE_KEYS, by organization. */
  keys?: ReadonlyMap<string, PlannedKeys>;
  starter: string;
}

export const JOB_FIELDS = [
  'id',
  'partnerId',
  'action',
  'input',
  'status',
  'total',
  'done',
  'refused',
  'skipped',
  'starter',
  'actor',
  'startedAt',
  'endedAt',
  'cancelledBy',
] as const satisfies readonly (keyof BulkJob)[];
export type BulkJobRow = RowOf<BulkJob, (typeof JOB_FIELDS)[number]>;

const ITEM_FIELDS = [
  'jobId',
  'position',
  'organizationId',
  'runId',
  'status',
  'refusal',
  'keys',
] as const satisfies readonly (keyof BulkItem)[];
export type BulkItemRow = RowOf<BulkItem, (typeof ITEM_FIELDS)[number]> & {
  outcome: BulkOutcome | null;
};

export const JOB_COLUMNS = columns('j', JOB_FIELDS);
export const ITEM_COLUMNS = columns('i', ITEM_FIELDS);

const Actions = z.enum(BULK_ACTIONS);
const Statuses = z.enum(STATUSES);
const ItemStatuses = z.enum(ITEM_STATUSES);

export const bulkJobRecord = (row: BulkJobRow): BulkJobRecord => ({
  ...row,
  action: Actions.parse(row.action),
  ...readInput(row),
  // Cast: as well.
  actor: row.actor as unknown as EventActor,
  status: Statuses.parse(row.status),
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

/** The trace is beside the input, which the version before reads past. */
export const inputText = (input: BulkInput, trace: CarriedTrace | null): string =>
  JSON.stringify({ ...input, ...(trace && { trace }) });

function readInput({ input: stored }: BulkJobRow): Pick<BulkJobRecord, 'input' | 'trace'> {
  // Cast: `startBulk` wrote it, and nothing else does.
  const { trace, ...input } = stored as unknown as BulkInput & { trace?: unknown };
  return { input, trace: readCarriedTrace(trace) };
}

export const bulkItemRecord = (row: BulkItemRow): BulkItemRecord => ({
  ...row,
  status: ItemStatuses.parse(row.status),
  // Cast: `settleItems` wrote it.
  refusal: row.refusal as unknown as Refusal | null,
  keys: row.keys === null ? null : parsePlannedKeys(row.keys),
});

/** SQL: notifies workers and viewers that a job `j` changed, when the transaction commits. */
export const ANNOUNCE = `pg_notify('keyway_bulk', json_build_object('partnerId', j.partner_id, 'jobId', j.id)::text)`;
