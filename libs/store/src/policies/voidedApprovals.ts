/** The approvals that a changed policy would void or put off, by the rule that does so then. */
import {
  approvalsUnder,
  type AffectedApproval,
  type Instant,
  type Policy,
  type TrackId,
  type VoidCode,
} from '@keyway/core';
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
export interface VoidedApproval {
  runId: string;
  track: TrackId;
  status: AffectedApproval['status'];
  voided: VoidCode;
}

/** An approval that would stay valid, and could be used only later. */
export interface HeldApproval {
  runId: string;
  track: TrackId;
  heldUntil: Instant;
}

/** What a policy would do to the approvals that stand, and to requests for one. */
export interface PolicyEffects {
  voided: VoidedApproval[];
  held: HeldApproval[];
}

type ReachedRow = WholeRow & { nameKey: string };

/** Whole runs that are in memory at a time. */
const AT_A_TIME = 50;

/** By the organization's name, of open runs; without those of archived organizations. */
export async function listPolicyEffects(
  view: View,
  database: Database,
  { policy, organizationId }: ProposedPolicy,
): Promise<PolicyEffects> {
  const found: PolicyEffects = { voided: [], held: [] };
  if (organizationId !== null && !isUuid(organizationId)) return found;
  const at = database.clock.now().toISOString();
  let last: ReachedRow | undefined;
  do {
    const rows: ReachedRow[] = await runsAfter(view, organizationId, last);
    for (const row of rows) {
      const { run } = wholeRun.read(row);
      for (const { track, status, voided, heldUntil } of approvalsUnder(run, policy, at)) {
        if (voided) found.voided.push({ runId: row.id, track, status, voided });
        else if (heldUntil) found.held.push({ runId: row.id, track, heldUntil });
      }
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
