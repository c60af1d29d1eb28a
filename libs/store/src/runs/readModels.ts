/**
 * Rebuilds what lists read of a run from its state: after an upgrade, and where an earlier version
 * of the program wrote the run while both were running.
 */
import { ofPartner } from '../database/ofPartner.ts';
import { LOCK_BY_RUN, NEEDED_ACTIONS } from './advanceStatements.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Run as RunModel } from '../generated/client.ts';
import type { WhichRun } from './advanceRun.ts';
import { RECOUNT } from './portfolio.ts';
import { changedActions, projectionOf, runColumns, runOf, type RunRow } from './runRow.ts';

/** Far less than a second of work. */
const RUNS_A_PASS = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const IS_BEHIND = 'not read_models_current';
const WHICH = 'id as "runId", partner_id as "partnerId"';
const BEHIND = {
  name: 'read_models_behind',
  text: `select ${WHICH} from run where ${IS_BEHIND} order by id limit ${RUNS_A_PASS}`,
};
const NEXT = {
  name: 'read_models_next',
  text: `select ${WHICH} from run where id > $1 order by id limit ${RUNS_A_PASS}`,
};
const READ = {
  name: 'read_models_read',
  text: `select ${runColumns('r')}, r.version from run r where r.id = $1 and ${ofPartner('r.partner_id', '$3')} and ($2 or ${IS_BEHIND}) for update`,
};
const WRITE = {
  name: 'read_models_write',
  text: `with ${NEEDED_ACTIONS('$4')} update run set standing = $5, waiting_key = split_part($5, '|', 1),
    step_details = $6, step_since = $7, summary_version = $8, read_models_current = true, search_terms = $9,
    partner_from = $10, partner_from_version = $8, vault_uris = $11 where id = $1 and ${ofPartner('partner_id', '$2')}`,
};

type Row = RunRow & Pick<RunModel, 'version'>;

/** One pass over what is behind; answers how many runs it rebuilt. Zero: none is left. */
export async function rebuildReadModels(database: Database): Promise<number> {
  const runs = await database.read<WhichRun>(BEHIND);
  return rebuildEach(database, runs, false);
}

/**
 * All runs, in the order of their IDs; answers how many, after each pass. Then what is searched and
 * counted.
 */
export async function* rebuildAllReadModels(database: Database): AsyncGenerator<number> {
  let rebuilt = 0;
  let last = BEFORE_ALL;
  for (;;) {
    const runs = await database.read<WhichRun>(NEXT, [last]);
    if (runs.length === 0) {
      await database.read('select add_search_terms()');
      await database.read(RECOUNT);
      return;
    }
    rebuilt += await rebuildEach(database, runs, true);
    last = runs.at(-1)!.runId;
    yield rebuilt;
  }
}

async function rebuildEach(
  database: Database,
  runs: readonly WhichRun[],
  always: boolean,
): Promise<number> {
  let rebuilt = 0;
  for (const run of runs) {
    const work = (transaction: Transaction): Promise<boolean> => rebuild(transaction, run, always);
    if (await database.transaction('system', work)) rebuilt += 1;
  }
  return rebuilt;
}

/** False: the run was written, and with it what lists read, in the meantime. */
async function rebuild(
  transaction: Transaction,
  { runId, partnerId }: WhichRun,
  always: boolean,
): Promise<boolean> {
  transaction.enter(runId);
  await transaction.query(LOCK_BY_RUN, [runId, partnerId]);
  const [row] = await transaction.query<Row>(READ, [runId, always, partnerId]);
  if (!row) return false;
  const run = runOf(row);
  const actions = changedActions(null, run);
  const { portfolioKey, stepDetails, stepSince, searchTerms, partnerFrom, vaultUris } =
    projectionOf(run);
  const { organizationId, version } = row;
  await transaction.finish(WRITE, [
    ...[runId, partnerId, organizationId, actions],
    ...[portfolioKey, stepDetails, stepSince, version, searchTerms, partnerFrom, vaultUris],
  ]);
  return true;
}
