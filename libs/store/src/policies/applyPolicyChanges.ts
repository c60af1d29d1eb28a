/** Brings a partner's changed policy to its open runs, one after another. */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import {
  DEFAULT_POLICY,
  eventOf,
  SYSTEM,
  type EventActor,
  type Policy,
  type Refusal,
} from '@keyway/core';
import type { Database, Sql, Transaction } from '../database/database.ts';
import { columns, type RowOf } from '../database/columns.ts';
import type { PolicyChange } from '../generated/client.ts';
import { advanceRun, type WhichRun } from '../runs/advanceRun.ts';
import { LOCK_BY_RUN } from '../runs/advanceStatements.ts';
import { POLICY_COLUMNS, policyOf, type PolicyRow } from './findPolicies.ts';

const FIELDS = [
  'runId',
  'partnerId',
  'generation',
  'actor',
  'actorGeneration',
] as const satisfies readonly (keyof PolicyChange)[];
type PendingRow = RowOf<PolicyChange, (typeof FIELDS)[number]>;

/** A change that has not reached a run yet. */
export interface PendingChange extends Pick<PolicyChange, 'runId' | 'partnerId' | 'generation'> {
  organizationId: string;
  policy: Policy;
  /** Who made the change, or the newest of several. */
  actor: EventActor;
}

/** One statement, so that the policy is the one that this maker made. */
const PENDING_OF_RUN = {
  name: 'policy_change_of_run',
  text: `select ${columns('c', FIELDS)}, c.organization_id as "changedOrganizationId", ${POLICY_COLUMNS}
    from policy_change c
    left join approval_policy p on p.partner_id = c.partner_id
      and (p.organization_id is null or p.organization_id = c.organization_id)
    where c.run_id = $1 and ${ofPartner('c.partner_id', '$2')} order by p.organization_id nulls last limit 1`,
};

type FoundRow = PendingRow & { changedOrganizationId: string } & (
    PolicyRow | { [Name in keyof PolicyRow]: null }
  );

export async function findPendingChange(
  sql: Sql,
  { runId, partnerId }: WhichRun,
): Promise<PendingChange | null> {
  const [row] = await sql.query<FoundRow>(PENDING_OF_RUN, [runId, partnerId]);
  if (!row) return null;
  const { generation, changedOrganizationId: organizationId } = row;
  const policy = row.fourEyes === null ? DEFAULT_POLICY : policyOf(row);
  return { runId, partnerId, organizationId, generation, policy, actor: makerOf(row) };
}

/** Keyway, where the version before made the change, whoever made an earlier one. */
const makerOf = ({ actor, actorGeneration, generation }: PendingRow): EventActor =>
  // Cast: the actor as `setPolicy` writes it.
  actor === null || actorGeneration !== generation ? SYSTEM : (actor as unknown as EventActor);

/**
 * The policy is read under the run's lock: whoever read it before and comes late would bring back
 * an earlier one. One that is changed again meanwhile has another generation, and stays pending.
 */
export async function applyPendingChange(
  transaction: Transaction,
  { runId, partnerId }: WhichRun,
  options: { pollScale: number; at: string },
): Promise<Refusal | null> {
  transaction.enter(runId);
  await transaction.query(LOCK_BY_RUN, [runId, partnerId]);
  const run = { runId, partnerId };
  const pending = await findPendingChange(transaction, run);
  // Another worker applied it meanwhile.
  if (!pending) return null;
  const { generation, policy, actor } = pending;
  const event = eventOf({ id: randomUUID(), at: options.at, actor }, 'policyChanged', { policy });
  const result = await advanceRun(transaction, run, event, { pollScale: options.pollScale });
  await transaction.query(
    `delete from policy_change where run_id = $1 and ${ofPartner('partner_id', '$2')} and generation = $3`,
    [runId, partnerId, generation],
  );
  return 'refusal' in result ? result.refusal : null;
}

/** Runs of one pass. */
const LIMIT = 100;

/** One pass, each run in a transaction of its own. Returns how many runs there were. */
export async function applyPolicyChanges(
  database: Database,
  { pollScale, partnerId }: { pollScale: number; partnerId: string | null },
): Promise<number> {
  const pending = await database.read<WhichRun>(
    `select c.run_id as "runId", c.partner_id as "partnerId" from policy_change c
     where $1::uuid is null or c.partner_id = $1 order by c.run_id limit ${LIMIT}`,
    [partnerId],
  );
  for (const run of pending)
    await database.transaction('system', async (transaction) => {
      const at = database.clock.now().toISOString();
      await applyPendingChange(transaction, run, { pollScale, at });
    });
  return pending.length;
}
