/** Dry runs as they are stored (docs/decisions/0076-dry-runs.md). */
import {
  parseReadiness,
  TRACK_IDS,
  type EventActor,
  type Instant,
  type PlannedKeys,
  type Readiness,
  type ReadinessOutcome,
  type TrackId,
} from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import type { DryRun, DryRunItem } from '../generated/client.ts';

/** Organizations of one dry run. */
export const MAX_DRY_RUN_ITEMS = 2_000;
/** Dry runs of a partner that are under way. */
export const MAX_OPEN_DRY_RUNS = 3;

const STATUSES = ['RUNNING', 'DONE', 'CANCELLED'] as const;
const ITEM_STATUSES = ['PENDING', 'DONE', 'SKIPPED'] as const;

/** One dry run over organizations. */
export interface DryRunRecord {
  id: string;
  partnerId: string;
  tracks: TrackId[];
  status: (typeof STATUSES)[number];
  /** `MEMBER:{id}` and the like: whose rights count while it runs. */
  starter: string;
  actor: EventActor;
  startedAt: Instant;
  endedAt: Instant | null;
  cancelledBy: string | null;
}

/** What a dry run found of one organization. */
export interface DryRunItemRecord {
  dryRunId: string;
  position: number;
  organizationId: string;
  status: (typeof ITEM_STATUSES)[number];
  /** Null until it was checked. */
  outcome: ReadinessOutcome | null;
  result: Readiness | null;
  checkedAt: Instant | null;
}

/** A dry run to start. */
export interface NewDryRun {
  tracks: readonly TrackId[];
  organizationIds: readonly string[];
  /** By organization; of the others nothing is planned by hand. */
  keys: ReadonlyMap<string, PlannedKeys>;
  starter: string;
}

const DRY_RUN_FIELDS = [
  'id',
  'partnerId',
  'tracks',
  'status',
  'starter',
  'actor',
  'startedAt',
  'endedAt',
  'cancelledBy',
] as const satisfies readonly (keyof DryRun)[];
export type DryRunRow = RowOf<DryRun, (typeof DRY_RUN_FIELDS)[number]>;

const ITEM_FIELDS = [
  'dryRunId',
  'position',
  'organizationId',
  'status',
  'outcome',
  'result',
  'checkedAt',
] as const satisfies readonly (keyof DryRunItem)[];
export type DryRunItemRow = RowOf<DryRunItem, (typeof ITEM_FIELDS)[number]>;

export const DRY_RUN_COLUMNS = columns('j', DRY_RUN_FIELDS);
export const DRY_RUN_ITEM_COLUMNS = columns('i', ITEM_FIELDS);

const Statuses = z.enum(STATUSES);
const ItemStatuses = z.enum(ITEM_STATUSES);
const Tracks = z.array(z.enum(TRACK_IDS));
const plannedKeySchema = z.object({
  keyIdentifier: z.string(),
  vaultResourceId: z.string().nullable(),
});

/** What was planned by hand, from its column. */
export const parsePlannedKeys = (value: unknown): PlannedKeys => {
  const { AEP, CJA } = z
    .object({ AEP: plannedKeySchema.optional(), CJA: plannedKeySchema.optional() })
    .parse(value);
  return { ...(AEP && { AEP }), ...(CJA && { CJA }) };
};

export const dryRunRecord = (row: DryRunRow): DryRunRecord => ({
  ...row,
  tracks: Tracks.parse(row.tracks),
  status: Statuses.parse(row.status),
  // Cast: `startDryRun` wrote it, and nothing else does.
  actor: row.actor as unknown as EventActor,
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

export function dryRunItemRecord({ result, outcome: _, ...row }: DryRunItemRow): DryRunItemRecord {
  const readiness = result === null ? null : parseReadiness(result);
  return {
    ...row,
    status: ItemStatuses.parse(row.status),
    outcome: readiness?.outcome ?? null,
    result: readiness,
    checkedAt: row.checkedAt?.toISOString() ?? null,
  };
}

/** SQL: notifies workers and viewers that a dry run `j` changed, when the transaction commits. */
export const ANNOUNCE_DRY_RUN = `pg_notify('keyway_dry_run', json_build_object('partnerId', j.partner_id, 'dryRunId', j.id)::text)`;
