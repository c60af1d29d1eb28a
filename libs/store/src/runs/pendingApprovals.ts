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
import { comparable, organizationText } from '../textFilter.ts';

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
  /** In the name of the organization or its IMS organization ID. */
  text?: string | null;
}

/** The longest wait first, or by the name of the organization. */
export type PendingApprovalOrder = 'SINCE' | 'NAME';

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
  /** Where the list is by name. */
  nameKey?: string;
}

const OF_ORGANIZATION = 'o.id = a.organization_id and o.partner_id = a.partner_id';
const APPROVE: TaskName = 'approve';
const APPROVE_AS_OWN: TaskName = 'approveAsOwnApprover';

/** From the rows that the write path keeps of each run's tasks: no state is read. */
function rowsOf(
  { visibility }: View,
  { viewer, mayDecide, text }: PendingApprovalFilter,
  withOrganization = false,
): Rows {
  const parameters = new Parameters();
  const wanted = comparable(text ?? '');
  const isJoined = withOrganization || wanted !== '';
  const where = [
    visibility.condition(parameters, 'a'),
    `a.mutation in ('${APPROVE}', '${APPROVE_AS_OWN}') and a.track is not null`,
    isJoined
      ? 'o.archived_at is null'
      : `not exists (select from organization o where ${OF_ORGANIZATION} and o.archived_at is not null)`,
  ];
  // As plain text: few organizations wait for an approval.
  if (wanted !== '') where.push(organizationText(parameters, visibility, wanted).matches);
  if (mayDecide !== null) {
    const among = (ids: readonly string[] | null): string =>
      ids === null ? 'true' : `a.organization_id = any (${parameters.add(ids)}::uuid[])`;
    const isRequester = `a.not_for is not distinct from ${parameters.add(viewer.principal)}::text`;
    const may = `not ${isRequester} and case a.mutation when '${APPROVE}' then ${among(viewer.organizationIds)} else ${among(viewer.ownOrganizationIds)} end`;
    where.push(mayDecide ? `(${may})` : `not (${may})`);
  }
  const from = isJoined
    ? `needed_action a join organization o on ${OF_ORGANIZATION}`
    : 'needed_action a';
  return { from, where, parameters };
}

const COLUMNS = 'a.run_id as "runId", a.track, a.since';

const nodeOf = ({ runId, track, since }: Row): PendingApproval => ({
  ...{ runId, track },
  since: since.toISOString(),
});

/** In the given order, then by run and track. */
export function listPendingApprovals(
  view: View,
  request: PageRequest,
  filter: PendingApprovalFilter,
  order: PendingApprovalOrder = 'SINCE',
): Promise<Page<PendingApproval>> {
  const last = ({ runId, track }: Row) => `${runId} ${track}`;
  const { sql } = view;
  if (order === 'NAME') {
    const rows = { ...rowsOf(view, filter, true), columns: `${COLUMNS}, o.name_key as "nameKey"` };
    const key = (row: Row) => [row.nameKey!, last(row)];
    return listPage(sql, 'pendingApprovalsByName', request, rows, { key, node: nodeOf });
  }
  const rows = { ...rowsOf(view, filter), columns: COLUMNS };
  const key = (row: Row) => [row.since.toISOString(), last(row)];
  return listPage(sql, 'pendingApprovals', request, rows, { key, node: nodeOf });
}

export const countPendingApprovals = (view: View, filter: PendingApprovalFilter): Promise<Count> =>
  countRows(view.sql, rowsOf(view, filter));
