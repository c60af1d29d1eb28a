/**
 * Begins to watch the keys of completed runs, also of those that an earlier version completed, or
 * found nothing in that it could read (keys on AWS).
 */
import { ofPartner } from '../database/ofPartner.ts';
import { startWatch, WORKER } from '@keyway/core';
import type { Database, Transaction } from '../database/database.ts';
import { lockChain } from '../history/appendHistory.ts';
import type { WhichRun } from '../runs/advanceRun.ts';
import { runColumns, storedRun, type RunRow } from '../runs/runRow.ts';
import { WatchHistory } from './advanceStoredWatch.ts';
import { resolveAlerts } from './alertRows.ts';
import { firstObservationAt } from './observationTimes.ts';
import { storedWatch, WATCH_COLUMNS, writeWatch, type WatchRow } from './watchRow.ts';

/** Runs of one pass. */
const LIMIT = 100;
/** So few are observed together; more are spread over an interval. */
const AT_ONCE = 10;

/** Of `watch w`: an earlier version decided that there is nothing to read. */
const UNDECIDED = 'w.packed is null and w.plan_version = 0';
const TO_WATCH = `(select id as "runId", partner_id as "partnerId" from run where status = 'COMPLETED' and not is_watched limit ${LIMIT})
  union (select w.run_id, w.partner_id from watch w where ${UNDECIDED} limit ${LIMIT})`;
/** A run that was completed later is the one whose approvals hold. */
const READ = {
  name: 'run_to_watch',
  text: `select ${runColumns('r')}, exists (
      select from run n where n.organization_id = r.organization_id and n.partner_id = r.partner_id and n.status = 'COMPLETED' and n.completed_at > r.completed_at) as "isReplaced"
    from run r where r.id = $1 and ${ofPartner('r.partner_id', '$2')} and r.status = 'COMPLETED'
      and (not r.is_watched or exists (select from watch w where w.run_id = r.id and w.partner_id = r.partner_id and ${UNDECIDED}))`,
};
/** Of the run before. */
const REPLACED = {
  name: 'replaced_watch',
  text: `select ${WATCH_COLUMNS} from watch w left join watch_observation l on l.organization_id = w.organization_id and l.partner_id = w.partner_id
    where w.organization_id = $1 and ${ofPartner('w.partner_id', '$2')}`,
};
const FIRST_OBSERVATION = {
  name: 'first_observation',
  text: `insert into watch_observation (organization_id, partner_id, due_at) values ($1, $2, $3)
    on conflict (organization_id) do update set due_at = excluded.due_at, generation = watch_observation.generation + 1,
      lease_token = null, lease_until = null returning pg_notify('keyway_watch', '')`,
};

/** One pass, each run in a transaction of its own. Returns how many runs there were. */
export async function beginWatches(database: Database, timeScale: number): Promise<number> {
  const runs = await database.read<WhichRun>(TO_WATCH);
  const isSpread = runs.length > AT_ONCE;
  for (const run of runs)
    await database.transaction('system', (transaction) =>
      begin(transaction, run, { isSpread, timeScale }),
    );
  return runs.length;
}

async function begin(
  transaction: Transaction,
  { runId, partnerId }: WhichRun,
  { isSpread, timeScale }: { isSpread: boolean; timeScale: number },
): Promise<void> {
  const [known] = await transaction.query<{ organizationId: string }>(
    `select organization_id as "organizationId" from run where id = $1 and ${ofPartner('partner_id', '$2')}`,
    [runId, partnerId],
  );
  const end = known
    ? await lockChain(transaction, { partnerId, organizationId: known.organizationId })
    : null;
  // Of two workers, the second finds it done.
  const [row] = await transaction.query<RunRow & { isReplaced: boolean }>(READ, [
    ...[runId, partnerId],
  ]);
  if (!end || !row) return;
  transaction.write(
    `update run set is_watched = true where id = $1 and ${ofPartner('partner_id', '$2')}`,
    [...[runId, partnerId]],
  );
  if (row.isReplaced) return;
  const { organizationId } = row;
  const owner = { organizationId, partnerId, runId };
  const now = transaction.clock.now();
  const at = now.toISOString();
  const history = new WatchHistory(transaction, owner, { at, actor: WORKER }, end);
  const [replaced] = await transaction.query<WatchRow>(REPLACED, [organizationId, partnerId]);
  const alerts = replaced ? (storedWatch(replaced).watch?.alerts ?? []) : [];
  await resolveAlerts(transaction, owner, alerts, history);
  // Grows over the runs of an organization, so that readers know which answer is the newer one.
  const version = replaced ? replaced.version + 1 : 1;
  const started = startWatch(storedRun(row).run, at);
  const watch = started && { ...started, version };
  writeWatch(transaction, owner, watch, at, version);
  if (!watch) return;
  const dueAt = isSpread ? firstObservationAt(organizationId, now, timeScale) : now;
  transaction.write(FIRST_OBSERVATION, [organizationId, partnerId, dueAt]);
  const tracks = Object.entries(watch.tracks).flatMap(([track, state]) => (state ? [track] : []));
  history.write('watchStarted', { tracks });
}
