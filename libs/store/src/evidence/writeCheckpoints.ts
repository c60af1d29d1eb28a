/** Writes signed checkpoints; of one chain before an irreversible act. */
import { ofPartner } from '../database/ofPartner.ts';
import { globalId } from '@keyway/core';
import {
  checkpointHash,
  parseCheckpoint,
  signCheckpoint,
  ZEROS,
  type Checkpoint as CheckpointPayload,
} from '@keyway/evidence';
import type { Query, Sql } from '../database/database.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';
import type { EvidenceSigner } from './evidenceKeys.ts';
import { HistoryChanged } from './historyChanged.ts';

/** A chain with its end and its last checkpoint. */
export interface ChainRow {
  chainId: string;
  partnerId: string;
  organizationId: string | null;
  seq: number;
  hash: string;
  entryId: string | null;
  /** Of the last checkpoint; null before the first. */
  number: number | null;
  covered: number | null;
  jws: string | null;
  at: Date | null;
  /** What history has where it was signed. */
  coveredHash: string | null;
  /** Of the last renewal, whatever it renewed; null: there was none. */
  renewedAt: Date | null;
}

export interface WrittenCheckpoint {
  chainId: string;
  partnerId: string;
  organizationId: string | null;
  checkpoint: CheckpointPayload;
  jws: string;
}

export const CHAIN_COLUMNS = `h.chain_id as "chainId", h.partner_id as "partnerId", h.organization_id as "organizationId", h.seq::int as seq, h.hash,
    (select e.id from history_entry e where e.chain_id = h.chain_id and ${ofPartner('e.partner_id', 'h.partner_id')} and e.seq = h.seq and e.hash = h.hash) as "entryId",
    c.number::int as number, c.seq::int as covered, c.jws, c.at,
    (select e.hash from history_entry e where e.chain_id = h.chain_id and ${ofPartner('e.partner_id', 'h.partner_id')} and e.seq = c.seq) as "coveredHash", r.at as "renewedAt"`;
export const CHAIN_CHECKPOINTS = `left join lateral (
    select c.number, c.seq, c.jws, c.at from checkpoint c where c.chain_id = h.chain_id and c.partner_id = h.partner_id order by c.number desc limit 1) c on true
    left join checkpoint_renewal r on r.chain_id = h.chain_id and r.partner_id = h.partner_id`;
const FIND: Query = {
  name: 'checkpoint_find',
  text: `select ${CHAIN_COLUMNS} from chain_head h ${CHAIN_CHECKPOINTS} where h.chain_id = $1 and ${ofPartner('h.partner_id', '$2')}`,
};
/** Where another wrote a checkpoint of the same number, that one counts. */
const WRITE: Query = {
  name: 'checkpoint_write',
  text: `insert into checkpoint (chain_id, number, partner_id, organization_id, seq, at, jws)
    select * from json_to_recordset($1::json) as c(chain_id uuid, number bigint, partner_id uuid, organization_id uuid, seq bigint, at timestamptz, jws text)
    on conflict (chain_id, number) do nothing returning chain_id as "chainId"`,
};

/** More than this many others at once would have to write checkpoints of one chain. */
const MAX_ROUNDS = 20;

/** Whether history still has what the last checkpoint signed, up to where it ended then. */
function isAsSigned({ seq, covered, jws, coveredHash }: ChainRow): boolean {
  if (jws === null) return true;
  const signed = parseCheckpoint(Buffer.from(jws.split('.')[1] ?? '', 'base64url'));
  return signed !== null && covered! <= seq && signed.hash === coveredHash;
}

/**
 * The checkpoint of the end of a chain; null where history was changed below the last one.
 * @param now not after the end was read: one who is late must not sign an older end as newer
 */
export function nextOf(row: ChainRow, signer: EvidenceSigner, now: Date): WrittenCheckpoint | null {
  const { chainId, partnerId, organizationId, seq, hash, entryId } = row;
  if (entryId === null || !isAsSigned(row)) return null;
  const earlier = [row.at, row.renewedAt].map((at) => at?.getTime() ?? 0);
  const checkpoint: CheckpointPayload = {
    // Never before the last one, whose clock may have been ahead.
    at: new Date(Math.max(now.getTime(), ...earlier)).toISOString(),
    entries: seq,
    entry: globalId('HistoryEntry', entryId),
    hash,
    number: (row.number ?? 0) + 1,
    organization: organizationId && globalId('Organization', organizationId),
    partner: globalId('Partner', partnerId),
    previous: row.jws === null ? ZEROS : checkpointHash(row.jws),
  };
  const jws = signCheckpoint(checkpoint, signer);
  return { chainId, partnerId, organizationId, checkpoint, jws };
}

/**
 * Before something irreversible is prepared: its checkpoint could not be written afterwards.
 * @throws HistoryChanged as `coverChain`
 */
export async function requireAsSigned(
  sql: Pick<Sql, 'query'>,
  { partnerId, organizationId: chainId }: OrganizationIds,
): Promise<void> {
  const [row] = await sql.query<ChainRow>(FIND, [chainId, partnerId]);
  if (row && row.seq > 0 && (row.entryId === null || !isAsSigned(row)))
    throw new HistoryChanged(chainId);
}

export const valuesOf = ({
  chainId,
  partnerId,
  organizationId,
  checkpoint,
  jws,
}: WrittenCheckpoint) => ({
  ...{ chain_id: chainId, partner_id: partnerId, organization_id: organizationId, jws },
  ...{ number: checkpoint.number, seq: checkpoint.entries, at: checkpoint.at },
});

export async function writeCheckpoints(
  sql: Sql,
  checkpoints: readonly WrittenCheckpoint[],
): Promise<WrittenCheckpoint[]> {
  if (checkpoints.length === 0) return [];
  const rows = await sql.query<{ chainId: string }>(WRITE, [
    JSON.stringify(checkpoints.map(valuesOf)),
  ]);
  const written = new Set(rows.map(({ chainId }) => chainId));
  return checkpoints.filter(({ chainId }) => written.has(chainId));
}

/**
 * Makes sure that a checkpoint covers the organization's whole chain as the transaction sees it,
 * its own entries included. Returns the checkpoint that it wrote; null where one was there.
 * @throws HistoryChanged where the chain does not end where its head says, or was signed otherwise
 */
export async function coverChain(
  sql: Sql,
  signer: EvidenceSigner,
  { partnerId, organizationId: chainId }: OrganizationIds,
  now: Date,
): Promise<WrittenCheckpoint | null> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const [row] = await sql.query<ChainRow>(FIND, [chainId, partnerId]);
    if (!row) throw new Error(`There is no history of ${chainId}.`);
    // Cut off and grown again to the same length, it has another entry there.
    if (row.seq === 0 || (row.covered === row.seq && isAsSigned(row))) return null;
    const next = nextOf(row, signer, now);
    if (!next) throw new HistoryChanged(chainId);
    const [written] = await writeCheckpoints(sql, [next]);
    if (written) return written;
  }
  throw new Error(`Too many checkpoints of ${chainId} are written at once.`);
}
