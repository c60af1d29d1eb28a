/** Brings a partner's changed policy to its open runs, one after another. */
import { randomUUID } from 'node:crypto';
import { eventOf, SYSTEM, type Refusal } from '@keyway/core';
import type { Database, Sql, Transaction } from '../database/database.ts';
import { columns, type RowOf } from '../database/columns.ts';
import type { PolicyChange } from '../generated/client.ts';
import { advanceRun } from '../runs/advanceRun.ts';
import { policyOfOrganization } from './findPolicies.ts';

const FIELDS = [
  'runId',
  'partnerId',
  'organizationId',
  'generation',
] as const satisfies readonly (keyof PolicyChange)[];
export type PendingChange = RowOf<PolicyChange, (typeof FIELDS)[number]>;

const PENDING_OF_RUN = {
  name: 'policy_change_of_run',
  text: `select ${columns('c', FIELDS)} from policy_change c where c.run_id = $1`,
};

export const findPendingChange = async (sql: Sql, runId: string): Promise<PendingChange | null> =>
  (await sql.query<PendingChange>(PENDING_OF_RUN, [runId]))[0] ?? null;

/** A policy that is changed again meanwhile has another generation, which stays to be applied. */
export async function applyPendingChange(
  transaction: Transaction,
  { runId, partnerId, organizationId, generation }: PendingChange,
  options: { pollScale: number; at: string },
): Promise<Refusal | null> {
  const policy = await policyOfOrganization(transaction, { partnerId, organizationId });
  const occurrence = { id: randomUUID(), at: options.at, actor: SYSTEM };
  const event = eventOf(occurrence, 'policyChanged', { policy });
  const result = await advanceRun(transaction, runId, event, { pollScale: options.pollScale });
  await transaction.query('delete from policy_change where run_id = $1 and generation = $2', [
    runId,
    generation,
  ]);
  return 'refusal' in result ? result.refusal : null;
}

/** Runs of one pass. */
const LIMIT = 100;

/** One pass, each run in a transaction of its own. Returns how many runs there were. */
export async function applyPolicyChanges(
  database: Database,
  { pollScale, partnerId }: { pollScale: number; partnerId: string | null },
): Promise<number> {
  const pending = await database.read<PendingChange>(
    `select ${columns('c', FIELDS)} from policy_change c
     where $1::uuid is null or c.partner_id = $1 order by c.run_id limit ${LIMIT}`,
    [partnerId],
  );
  for (const { runId } of pending)
    await database.transaction('system', async (transaction) => {
      // Of two workers, the second finds it done.
      const found = await findPendingChange(transaction, runId);
      const at = database.clock.now().toISOString();
      if (found) await applyPendingChange(transaction, found, { pollScale, at });
    });
  return pending.length;
}
