/** The approvals that would become void if a policy changed, by the rule that voids them then. */
import { approvalsUnder, type Policy, type AffectedApproval, type VoidCode } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import { wholeRun, type WholeRow } from '../runs/runRow.ts';
import { yieldIfSliceEnded } from '../slices.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';

/** Whose policy changes, and what it says then. */
export interface ProposedPolicy {
  policy: Policy;
  /** Null: every organization that follows the partner's policy. */
  organizationId: string | null;
}

/** An approval, or a request for one, that would become void. */
export interface VoidedApproval extends AffectedApproval {
  runId: string;
  voided: VoidCode;
}

type ReachedRow = WholeRow & { nameKey: string };

/** Whole runs that are in memory at a time. */
const AT_A_TIME = 50;

/** By the organization's name, of open runs; without those of archived organizations. */
export async function listVoidedApprovals(
  view: View,
  database: Database,
  { policy, organizationId }: ProposedPolicy,
): Promise<VoidedApproval[]> {
  if (organizationId !== null && !isUuid(organizationId)) return [];
  const at = database.clock.now().toISOString();
  const found: VoidedApproval[] = [];
  let last: ReachedRow | undefined;
  do {
    const rows: ReachedRow[] = await runsAfter(view, organizationId, last);
    for (const row of rows) {
      const { run } = wholeRun.read(row);
      for (const { voided, ...approval } of approvalsUnder(run, policy, at))
        if (voided) found.push({ runId: row.id, ...approval, voided });
      await yieldIfSliceEnded();
    }
    last = rows.length < AT_A_TIME ? undefined : rows.at(-1);
  } while (last);
  return found;
}

/** Runs of which an approval was requested ever: no column says whether one stands. */
function runsAfter(
  { sql, visibility }: View,
  organizationId: string | null,
  last: ReachedRow | undefined,
): Promise<ReachedRow[]> {
  const parameters = new Parameters();
  const where = [
    visibility.condition(parameters, 'r'),
    "r.status not in ('COMPLETED', 'CANCELLED') and o.archived_at is null",
    `exists (select from history_entry h where h.partner_id = r.partner_id
       and h.run_id = r.id and h.kind = 'approvalRequested')`,
  ];
  if (organizationId !== null)
    where.push(`r.organization_id = ${parameters.add(organizationId)}::uuid`);
  else
    where.push(
      'not exists (select from approval_policy p where p.partner_id = r.partner_id and p.organization_id = r.organization_id)',
    );
  if (last)
    where.push(
      `(o.name_key, r.id) > (${parameters.add(last.nameKey)}, ${parameters.add(last.id)}::uuid)`,
    );
  return sql.query<ReachedRow>(
    `select ${wholeRun.columns('r')}, o.name_key as "nameKey"
     from run r join organization o on o.id = r.organization_id and o.partner_id = r.partner_id
     where ${where.join(' and ')} order by o.name_key, r.id limit ${AT_A_TIME}`,
    parameters.values,
  );
}
