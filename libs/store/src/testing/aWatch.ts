/** A watch and an alert of an organization, as an observation would have left them. */
import { randomUUID } from 'node:crypto';
import { startWatch } from '@keyway/core';
import { aRun, type TestDatabase } from '@keyway/testing';
import { packJson } from '../runs/packedJson.ts';

/** Returns the alert's ID. `runId`: of the organization. */
export async function aWatch(
  { query }: Pick<TestDatabase, 'query'>,
  of: { partnerId: string; organizationId: string; runId: string },
): Promise<string> {
  const { run } = aRun().completed();
  const at = new Date().toISOString();
  const watch = { ...startWatch(run, at)!, runId: of.runId };
  const owner = [of.organizationId, of.partnerId];
  await query(
    `insert into watch (organization_id, partner_id, run_id, plan_version, version, packed, health, since)
     values ($1, $2, $3, $4, 0, $5, 'AT_RISK', $6)`,
    [...owner, of.runId, watch.planVersion, packJson('state', JSON.stringify(watch)), at],
  );
  await query(
    // Observed at a time of its own: the later it is put, the longer ago.
    `insert into watch_observation (organization_id, partner_id, due_at, observed_at)
     values ($1, $2, now() + interval '1 day', now() - (select count(*) from watch_observation) * interval '1 hour')`,
    owner,
  );
  const id = randomUUID();
  const subject = { kind: 'difference', field: 'VAULT.name', approved: 'unmistakable', now: null };
  await query(
    `insert into alert (id, partner_id, organization_id, track, kind, name, is_purge_class, sort_key, health, opened_at, subject)
     values ($3, $2, $1, 'AEP', 'HEALTH', 'AEP AT_RISK', false, 1, 'AT_RISK', $4, $5)`,
    [...owner, id, at, JSON.stringify(subject)],
  );
  await query(
    `insert into adobe_event (organization_id, partner_id, event_id, alert_id, kind, received_at, source)
     values ($1, $2, 'event', $3, 'ALERT_NOTIFICATION', $4, '"unmistakable"')`,
    [...owner, id, at],
  );
  return id;
}
