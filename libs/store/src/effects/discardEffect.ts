/**
 * Ends an effect that the run no longer needs, without an event. The run is read again under its
 * lock, since the holder's knowledge may be stale.
 */
import { ofPartner } from '../database/ofPartner.ts';
import { dueAt, expectedEffects } from '@keyway/core';
import { LOCK_BY_RUN, LOCK_EFFECT } from '../runs/advanceStatements.ts';
import type { LeaseRow } from '../runs/advanceRun.ts';
import { runColumns, runOf, type RunRow } from '../runs/runRow.ts';
import type { Transaction } from '../database/database.ts';
import type { Discarded, Lease } from './claimedEffect.ts';

/** Postpones a needed effect, so that a disagreement about it does not keep a worker busy. */
const POSTPONED = { atLeastSeconds: 30 };

export async function discardEffect(
  transaction: Transaction,
  runId: string,
  lease: Lease,
  now: Date,
): Promise<Discarded> {
  const { partnerId, effectId } = lease;
  await transaction.query(LOCK_BY_RUN, [runId, partnerId]);
  const [effect] = await transaction.query<LeaseRow>(LOCK_EFFECT, [effectId, runId, partnerId]);
  if (effect?.leaseToken !== lease.leaseToken) return 'lost';
  if (effect.generation !== lease.generation) {
    await transaction.query(
      `update effect set lease_token = null, lease_until = null where id = $1 and ${ofPartner('partner_id', '$2')}`,
      [effectId, partnerId],
    );
    return 'kept';
  }
  const [row] = await transaction.query<RunRow>(
    `select ${runColumns('r')} from run r where r.id = $1 and ${ofPartner('r.partner_id', '$2')}`,
    [runId, partnerId],
  );
  const wanted = row && expectedEffects(runOf(row)).find(({ jobKey }) => jobKey === effect.jobKey);
  if (!wanted) {
    await transaction.query(
      `delete from effect where id = $1 and ${ofPartner('partner_id', '$2')}`,
      [effectId, partnerId],
    );
    return 'discarded';
  }
  // With the run's own data: the holder's may be out of date.
  await transaction.query(
    `update effect set type = $2, data = $3, due_at = $4, generation = generation + 1, lease_token = null, lease_until = null
     where id = $1 and ${ofPartner('partner_id', '$5')}`,
    [
      effectId,
      wanted.type,
      JSON.stringify(wanted.data),
      dueAt({ ...wanted.due, ...POSTPONED }, now.toISOString(), 1),
      partnerId,
    ],
  );
  return 'kept';
}
