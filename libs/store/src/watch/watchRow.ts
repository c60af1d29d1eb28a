/**
 * The row of a watch: its state, packed as a run's, and the columns for lists that follow from it.
 */
import {
  CURRENT_WATCH_VERSION,
  healthOfWatch,
  HEALTHS,
  upcastWatch,
  type Health,
  type Watch,
} from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import type { Transaction } from '../database/database.ts';
import type { Watch as WatchModel } from '../generated/client.ts';
import { packJson, unpackJson } from '../runs/packedJson.ts';
import { ANNOUNCE_HEALTH } from './healthChanges.ts';

const FIELDS = [
  'organizationId',
  'partnerId',
  'runId',
  'version',
  'health',
  'since',
] as const satisfies readonly (keyof WatchModel)[];
export interface WatchRow extends RowOf<WatchModel, (typeof FIELDS)[number]> {
  /** In hex. */
  packedState: string | null;
  observedAt: Date | null;
}

/** Of `watch w` and `watch_observation l`. */
export const WATCH_COLUMNS = `${columns('w', FIELDS)}, encode(w.packed, 'hex') as "packedState", l.observed_at as "observedAt"`;

/** What is known of an organization's keys after its set-up. */
export interface StoredWatch {
  organizationId: string;
  partnerId: string;
  runId: string;
  /** Of the row: grows with every change, also where another run takes over. */
  version: number;
  /** Null: nothing of it may be read. */
  watch: Watch | null;
  health: Health;
  /** Since when the health is that. */
  since: Date;
  observedAt: Date | null;
}

const HealthColumn = z.enum(HEALTHS);

/** What lists show of a watch, without its state. */
export type WatchSummary = Pick<
  StoredWatch,
  'organizationId' | 'health' | 'since' | 'observedAt'
> & { version: number };

/** Of `watch w` and `watch_observation l`. */
export const SUMMARY_COLUMNS = `${columns('w', ['organizationId', 'version', 'health', 'since'])}, l.observed_at as "observedAt"`;
export const watchSummary = (
  row: Omit<WatchSummary, 'health'> & { health: string },
): WatchSummary => ({
  ...row,
  health: HealthColumn.parse(row.health),
});

/** @throws where a newer version of the program wrote it */
export function storedWatch({ packedState, observedAt, health, ...row }: WatchRow): StoredWatch {
  const stored = packedState && upcastWatch(JSON.parse(unpackJson('state', packedState)));
  return {
    ...row,
    health: HealthColumn.parse(health),
    observedAt,
    // An observation that found nothing new writes its time alone.
    watch: stored
      ? { ...stored, observedAt: observedAt?.toISOString() ?? stored.observedAt }
      : null,
  };
}

const WRITE = {
  name: 'write_watch',
  text: `insert into watch (organization_id, partner_id, run_id, plan_version, version, packed, health, since)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (organization_id) do update set run_id = excluded.run_id, plan_version = excluded.plan_version,
      version = excluded.version, packed = excluded.packed, health = excluded.health,
      since = case when watch.health = excluded.health then watch.since else excluded.since end
    returning ${ANNOUNCE_HEALTH}`,
};

/**
 * @param watch null: the run has nothing that may be read
 * @param version of what has no watch
 */
export function writeWatch(
  transaction: Transaction,
  { organizationId, partnerId, runId }: Pick<StoredWatch, 'organizationId' | 'partnerId' | 'runId'>,
  watch: Watch | null,
  at: string,
  version = 0,
): void {
  transaction.write(WRITE, [
    // 0 is an earlier version's, which watched no keys on AWS: it is decided again.
    ...[organizationId, partnerId, runId, watch?.planVersion ?? CURRENT_WATCH_VERSION],
    watch?.version ?? version,
    ...[
      watch && packJson('state', JSON.stringify(watch)),
      watch ? healthOfWatch(watch) : 'NOT_WATCHED',
    ],
    at,
  ]);
}
