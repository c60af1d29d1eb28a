/**
 * Decides under the organization's lock that it is deleted, and records it in the partner's
 * history. From then on nobody sees or changes it.
 */
import { randomUUID } from 'node:crypto';
import { globalId, SYSTEM, whyKept, type Run } from '@keyway/core';
import {
  UnknownCommit,
  type Database,
  type Query,
  type Transaction,
} from '../database/database.ts';
import { ofPartner } from '../database/ofPartner.ts';
import { withRetry } from '../database/retry.ts';
import type { EvidenceSigner } from '../evidence/evidenceKeys.ts';
import { coverChain } from '../evidence/writeCheckpoints.ts';
import { lockChain, writeHistory } from '../history/appendHistory.ts';
import { boundedData, storable } from '../history/storableJson.ts';
import type { ChainEnd } from '../runs/advanceValues.ts';
import { runColumns, runOf, type RunRow } from '../runs/runRow.ts';
import { submittedOf } from './submittedOf.ts';

/** An organization that was archived, and when. */
export interface Archived {
  id: string;
  partnerId: string;
  archivedAt: Date;
}

interface ArchivedRow extends Archived {
  name: string;
  imsOrgId: string;
  isWorkedOn: boolean;
  mayBeOld: boolean;
}

/**
 * After a backup was restored, or the last changes were lost, an organization may count as archived
 * that was restored since. While the database was closed nobody could restore it. So long people
 * have time to see it.
 */
const REVIEW_DAYS = 7;

/**
 * Above this, as comments may be, the entry keeps size and hash of what was sent, and so stays
 * small enough to say what the chain was. The evidence of each approval stays anyway.
 */
const MAX_SUBMITTED_BYTES = 512 * 1024;

/** $1 organization, $2 partner. What a worker still has to do comes first. */
const READ: Query = {
  name: 'archived_read',
  text: `select o.id, o.partner_id as "partnerId", o.archived_at as "archivedAt", o.name, o.ims_org_id as "imsOrgId",
      exists (select from effect e join run r on r.id = e.run_id and ${ofPartner('e.partner_id', '$2')} where r.organization_id = o.id and ${ofPartner('r.partner_id', '$2')})
        or exists (select from bulk_item i where i.organization_id = o.id and ${ofPartner('i.partner_id', '$2')} and i.status = 'PENDING')
        or exists (select from dry_run_item i where i.organization_id = o.id and ${ofPartner('i.partner_id', '$2')} and i.status = 'PENDING') as "isWorkedOn",
      exists (select from database_era e where (e.cause in ('RESTORED', 'FAILED_OVER', 'MOVED') or (e.cause = 'RESUMED' and
          (select l.cause from database_era l where l.number < e.number order by l.number desc limit 1) = 'MOVING'))
        and e.began_at > clock_timestamp() - interval '${REVIEW_DAYS} days') as "mayBeOld"
    from organization o where o.id = $1 and ${ofPartner('o.partner_id', '$2')}`,
};
const RUNS: Query = {
  name: 'archived_runs',
  text: `select ${runColumns('r')} from run r where r.organization_id = $1 and ${ofPartner('r.partner_id', '$2')} order by r.started_at, r.id`,
};
const ARCHIVED_BY: Query = {
  name: 'archived_by',
  text: `select actor, principal from history_entry where chain_id = $1 and ${ofPartner('partner_id', '$2')} and kind = 'organizationArchived' order by seq desc limit 1`,
};
const CHAIN_END: Query = {
  name: 'archived_chain_end',
  text: `select e.id, (select c.jws from checkpoint c where c.chain_id = e.chain_id and c.partner_id = e.partner_id order by c.number desc limit 1) as checkpoint
    from history_entry e where e.chain_id = $1 and e.seq = $2 and ${ofPartner('e.partner_id', '$3')}`,
};
const END_CHAIN: Query = {
  name: 'archived_end_chain',
  text: `update chain_head set ended_at = clock_timestamp() where chain_id = $1 and ${ofPartner('partner_id', '$2')}`,
};
const MARK: Query = {
  name: 'archived_mark',
  text: `insert into organization_deletion (organization_id, partner_id, archived_at, entry_id, seq, hash) values ($1, $2, $3, $4, $5, $6)`,
};

/**
 * Whoever ends chains says so: the policies hide an ended one, also from who ends it. Until the end
 * of the transaction.
 */
export const SEE_ENDED: Query = {
  name: 'archived_see_ended',
  text: `select set_config('keyway.retention', 'on', true)`,
};

/**
 * Marks an organization where it is still archived since then, and nothing of it is open. Answers
 * whether it did.
 */
export async function markArchived(
  database: Database,
  signer: EvidenceSigner,
  archived: Archived,
): Promise<boolean> {
  const mark = (): Promise<boolean> =>
    database.transaction('system', (transaction) => markIn(transaction, signer, archived));
  // Where the answer to COMMIT was lost and it was made, the second attempt finds no chain.
  return withRetry(mark, (error) => error instanceof UnknownCommit);
}

async function markIn(
  transaction: Transaction,
  signer: EvidenceSigner,
  { id, partnerId, archivedAt }: Archived,
): Promise<boolean> {
  const owner = { partnerId, organizationId: id };
  const end = await lockChain(transaction, owner);
  if (!end || end.seq === 0) return false;
  const [organization] = await transaction.query<ArchivedRow>(READ, [id, partnerId]);
  // Restored meanwhile, or archived again since.
  if (organization?.archivedAt?.getTime() !== archivedAt.getTime()) return false;
  if (organization.isWorkedOn || organization.mayBeOld) return false;
  const runs = (await transaction.query<RunRow>(RUNS, [id, partnerId])).map(runOf);
  const now = end.now.toISOString();
  if (runs.some((run) => whyKept(run, now) !== null)) return false;
  // A checkpoint of the whole chain: each earlier one is before it, also those kept elsewhere.
  await coverChain(transaction, signer, owner, transaction.clock.now());
  const entryId = await record(transaction, organization, runs, end);
  await transaction.query(SEE_ENDED);
  await transaction.query(END_CHAIN, [id, partnerId]);
  await transaction.query(MARK, [id, partnerId, archivedAt, entryId, end.seq, end.hash]);
  return true;
}

/** Writes to the partner's history what is deleted; returns the entry's ID. */
async function record(
  transaction: Transaction,
  { id, partnerId, name, imsOrgId, archivedAt }: ArchivedRow,
  runs: readonly Run[],
  end: ChainEnd,
): Promise<string> {
  const [by] = await transaction.query<{ actor: string; principal: string | null }>(ARCHIVED_BY, [
    ...[id, partnerId],
  ]);
  const [last] = await transaction.query<{ id: string; checkpoint: string | null }>(CHAIN_END, [
    ...[id, end.seq, partnerId],
  ]);
  const data = {
    ...{ organizationId: globalId('Organization', id), name, imsOrgId },
    archivedAt: archivedAt.toISOString(),
    ...{ archivedBy: by?.actor ?? null, principal: by?.principal ?? null },
    ...{ entries: end.seq, lastEntryId: globalId('HistoryEntry', last!.id), lastHash: end.hash },
    checkpoint: last!.checkpoint,
    submitted: boundedData(storable(runs.flatMap(submittedOf)), MAX_SUBMITTED_BYTES).data,
  };
  const occurrence = {
    id: randomUUID(),
    at: transaction.clock.now().toISOString(),
    actor: SYSTEM,
  };
  const owner = { partnerId, organizationId: null };
  await writeHistory(transaction, owner, 'organizationDeleted', data, occurrence);
  return occurrence.id;
}
