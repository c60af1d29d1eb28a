/** Approvals that wait for a decision, and which of them a viewer may give. */
import type { Instant, TaskName, TrackId } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import {
  countRows,
  listPage,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import type { View } from '../tenancy/view.ts';

/** Where a viewer may approve. */
export interface ApprovingViewer {
  principal: string;
  /** Organizations where their role allows it; null: every one of the partner. */
  organizationIds: readonly string[] | null;
  /** Those of which they are approver themselves (`FourEyes`). */
  ownOrganizationIds: readonly string[];
}

export interface PendingApprovalFilter {
  viewer: ApprovingViewer;
  /** True: those that the viewer may give. False: the others. Null: all. */
  mayDecide: boolean | null;
}

/** An approval that waits for a decision: whose run, which track, and since when. */
export interface PendingApproval {
  runId: string;
  track: TrackId;
  since: Instant;
}

interface Row {
  runId: string;
  track: TrackId;
  since: Date;
}

const APPROVE: TaskName = 'approve';
const APPROVE_AS_OWN: TaskName = 'approveAsOwnApprover';

/** From the rows that the write path keeps of each run's tasks: no state is read. */
function rowsOf({ visibility }: View, { viewer, mayDecide }: PendingApprovalFilter): Rows {
  const parameters = new Parameters();
  const where = [
    visibility.condition(parameters, 'a'),
    `a.mutation in ('${APPROVE}', '${APPROVE_AS_OWN}') and a.track is not null`,
    'not exists (select from organization o where o.id = a.organization_id and o.partner_id = a.partner_id and o.archived_at is not null)',
  ];
  if (mayDecide !== null) {
    const among = (ids: readonly string[] | null): string =>
      ids === null ? 'true' : `a.organization_id = any (${parameters.add(ids)}::uuid[])`;
    const isRequester = `a.not_for is not distinct from ${parameters.add(viewer.principal)}::text`;
    const may = `not ${isRequester} and case a.mutation when '${APPROVE}' then ${among(viewer.organizationIds)} else ${among(viewer.ownOrganizationIds)} end`;
    where.push(mayDecide ? `(${may})` : `not (${may})`);
  }
  return { from: 'needed_action a', where, parameters };
}

/** The longest wait first. */
export const listPendingApprovals = (
  view: View,
  request: PageRequest,
  filter: PendingApprovalFilter,
): Promise<Page<PendingApproval>> =>
  listPage(
    view.sql,
    'pendingApprovals',
    request,
    {
      ...rowsOf(view, filter),
      columns: 'a.run_id as "runId", a.track, a.since',
    },
    {
      key: ({ since, runId, track }: Row) => [since.toISOString(), `${runId} ${track}`],
      node: ({ since, ...row }) => ({ ...row, since: since.toISOString() }),
    },
  );

export const countPendingApprovals = (view: View, filter: PendingApprovalFilter): Promise<Count> =>
  countRows(view.sql, rowsOf(view, filter));
