/** Appends to history what is no event of a run, such as a new organization or token. */
import { ofPartner } from '../database/ofPartner.ts';
import { actorText } from '@keyway/core';
import type { Query, Transaction } from '../database/database.ts';
import { LOCK_CHAIN } from '../runs/advanceStatements.ts';
import { entryHash } from './historyChain.ts';
import { boundedData, storable } from './storableJson.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import type { ChainEnd } from '../runs/advanceValues.ts';

/** An entry of a run is announced as a change of it, although its version stays. */
const APPEND: Query = {
  name: 'append_history',
  text: `
    with head as (update chain_head set seq = $5, hash = $12, at = $6, written_at = clock_timestamp(), written_seq = $5 where chain_id = $4 and ${ofPartner('partner_id', '$2')}),
    entry as (
      insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
      values ($1, $2, $3, $13, $4, $5, $6, $7, $8, true, $9, $10, $11, $12)
    )
    select pg_notify('keyway_run', json_build_object('partnerId', r.partner_id, 'organizationId', r.organization_id, 'runId', r.id, 'version', r.version)::text)
    from run r where r.id = $13 and ${ofPartner('r.partner_id', '$2')}`,
};

/** Whose a chain is. */
interface ChainOwner {
  partnerId: string;
  /** Null: the partner's own. */
  organizationId: string | null;
}

/**
 * Locks the history of an organization, or of the partner, until the transaction ends. Null: there
 * is none.
 */
export async function lockChain(
  transaction: Transaction,
  { partnerId, organizationId }: ChainOwner,
): Promise<ChainEnd | null> {
  const chainId = organizationId ?? partnerId;
  transaction.enter(chainId);
  const [end] = await transaction.query<ChainEnd>(LOCK_CHAIN, [chainId, partnerId]);
  return end ?? null;
}

/**
 * Writes an entry of the organization, or of the partner where it is null. Returns its instant by
 * the database's clock. `data` holds no secret.
 * @param end where the caller has locked the chain, and nothing was appended since
 */
export function appendHistory(
  { sql, visibility }: Pick<Unit, 'sql' | 'visibility'>,
  organizationId: string | null,
  kind: string,
  data: Record<string, unknown>,
  occurrence: Occurrence,
  end?: ChainEnd,
): Promise<string> {
  const owner = { partnerId: visibility.scope.partnerId, organizationId };
  return writeHistory(sql, owner, kind, data, occurrence, end);
}

/** What happens beside a run, without changing its state: as `appendHistory`. */
export function appendRunHistory(
  { sql, visibility }: Unit,
  of: { organizationId: string; runId: string },
  kind: string,
  data: Record<string, unknown>,
  occurrence: Occurrence,
): Promise<string> {
  const owner = { partnerId: visibility.scope.partnerId, ...of };
  return writeHistory(sql, owner, kind, data, occurrence);
}

interface HistoryOwner extends ChainOwner {
  runId?: string | null;
}

/** `appendHistory` without a viewer. Throws where the chain doesn't exist. */
export async function writeHistory(
  transaction: Transaction,
  owner: HistoryOwner,
  kind: string,
  data: Record<string, unknown>,
  occurrence: Occurrence,
  locked?: ChainEnd,
): Promise<string> {
  const { partnerId, organizationId } = owner;
  const end = locked ?? (await lockChain(transaction, owner));
  if (!end) throw new Error(`There is no history of ${organizationId ?? partnerId}.`);
  return writeEntry(transaction, owner, { kind, data }, occurrence, end).at.toISOString();
}

/** Writes what follows the locked end of a chain; returns its new end. */
export function writeEntry(
  transaction: Transaction,
  owner: HistoryOwner,
  { kind, data }: { kind: string; data: Record<string, unknown> },
  occurrence: Occurrence,
  end: ChainEnd,
): ChainEnd {
  const at = transaction.clock.nextInstant(occurrence.at, end);
  const kept = boundedData(storable(data));
  const actor = storable(occurrence.actor);
  const who = { actor: actorText(actor), principal: actor.principal };
  const entry = {
    id: occurrence.id,
    at,
    ...who,
    kind,
    organizationId: owner.organizationId,
    runId: owner.runId ?? null,
    data: kept.data,
  };
  const hash = entryHash({ ...entry, previousHash: end.hash }, kept.json);
  const seq = end.seq + 1;
  transaction.write(APPEND, [
    ...[occurrence.id, owner.partnerId, owner.organizationId],
    ...[owner.organizationId ?? owner.partnerId, seq, at],
    ...[who.actor, who.principal, kind, kept.json, end.hash, hash],
    owner.runId ?? null,
  ]);
  return { seq, hash, at: new Date(at), now: end.now, writtenAt: end.now };
}
