/** A watch as it would be stored, without an observation. */
import { healthOfWatch, type Watch } from '@keyway/core';
import type { TestDatabase } from '@keyway/testing';
import { packJson } from '../runs/packedJson.ts';

/** @param dueAt SQL, such as `now()` */
export async function putWatch(
  { query }: Pick<TestDatabase, 'query'>,
  { partnerId, organizationId, runId }: Record<'partnerId' | 'organizationId' | 'runId', string>,
  { watch, dueAt }: { watch: Watch; dueAt: string },
): Promise<void> {
  await query(
    `insert into watch (organization_id, partner_id, run_id, plan_version, version, packed, health, since)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[organizationId, partnerId, runId, watch.planVersion, watch.version],
      ...[packJson('state', JSON.stringify(watch)), healthOfWatch(watch), watch.startedAt],
    ],
  );
  await query(
    `insert into watch_observation (organization_id, partner_id, due_at) values ($1, $2, ${dueAt})`,
    [organizationId, partnerId],
  );
}
