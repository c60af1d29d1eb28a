/**
 * Rebuilds what lists read of a run from its state: after an upgrade, and where an earlier version
 * of the program wrote the run while both were running.
 */
import { upcastRun } from '@keyway/core';
import { LOCK_BY_RUN, NEEDED_ACTIONS } from './advanceStatements.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Run as RunModel } from '../generated/client.ts';
import { changedActions, projectionOf } from './runRow.ts';

/** Far less than a second of work. */
const RUNS_A_PASS = 200;

const BEHIND = {
  name: 'read_models_behind',
  text: `select id from run where summary_version is distinct from version order by id limit ${RUNS_A_PASS}`,
};
const READ = {
  name: 'read_models_read',
  text: `select partner_id as "partnerId", organization_id as "organizationId", version, state from run
    where id = $1 and summary_version is distinct from version for update`,
};
const WRITE = {
  name: 'read_models_write',
  text: `with ${NEEDED_ACTIONS('$4')} update run set summary = $5, summary_version = $6 where id = $1`,
};

type Row = Pick<RunModel, 'partnerId' | 'organizationId' | 'version' | 'state'>;

/** One pass; answers how many runs it rebuilt. Zero: there is none left. */
export async function rebuildReadModels(database: Database): Promise<number> {
  const behind = await database.read<{ id: string }>(BEHIND);
  let rebuilt = 0;
  for (const { id } of behind)
    if (await database.transaction('system', (transaction) => rebuild(transaction, id)))
      rebuilt += 1;
  return rebuilt;
}

/** False: somebody wrote the run, and with it what lists read, in the meantime. */
async function rebuild(transaction: Transaction, id: string): Promise<boolean> {
  transaction.enter(id);
  await transaction.query(LOCK_BY_RUN, [id]);
  const [row] = await transaction.query<Row>(READ, [id]);
  if (!row) return false;
  const run = upcastRun(row.state);
  const actions = JSON.stringify(changedActions(null, run));
  const summary = JSON.stringify(projectionOf(run).summary);
  await transaction.finish(WRITE, [
    id,
    row.partnerId,
    row.organizationId,
    actions,
    summary,
    row.version,
  ]);
  return true;
}
