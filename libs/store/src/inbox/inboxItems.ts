/** A person's inbox: what is in it, how much is unread, and what they have read. */
import { refuse, type InboxKind, type Instant, type Refusal } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import { listPage, type Page, type PageRequest } from '../page.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import {
  INBOX_COLUMNS,
  inboxItemRecord,
  MAX_UNREAD,
  type InboxItemRecord,
  type InboxRow,
} from './inboxItem.ts';

/** What is given must all hold. */
export interface InboxFilter {
  unreadOnly?: boolean;
  kinds?: readonly InboxKind[] | null;
}

/** Of organizations that the person sees now, the newest first. */
export function listInbox(
  { sql, visibility }: View,
  request: PageRequest,
  { unreadOnly = false, kinds }: InboxFilter = {},
): Promise<Page<InboxItemRecord>> {
  const parameters = new Parameters();
  const where = [visibility.inboxCondition(parameters, 'i')];
  if (unreadOnly) where.push('i.read_at is null');
  if (kinds) where.push(`i.kind = any (${parameters.add(kinds)}::text[])`);
  return listPage(
    sql,
    'inbox',
    request,
    { columns: INBOX_COLUMNS, from: 'inbox_item i', where, parameters },
    {
      key: (row: InboxRow) => [row.createdAt.toISOString(), row.id],
      node: inboxItemRecord,
    },
  );
}

/** Those of the person's, in no order. */
export async function findInboxItems(
  { sql, visibility }: Pick<View, 'sql' | 'visibility'>,
  ids: readonly string[],
): Promise<InboxItemRecord[]> {
  const parameters = new Parameters();
  const rows = await sql.query<InboxRow>(
    `select ${INBOX_COLUMNS} from inbox_item i
     where i.id = any (${parameters.add(ids.filter(isUuid))}::uuid[]) and ${visibility.inboxCondition(parameters, 'i')}`,
    parameters.values,
  );
  return rows.map(inboxItemRecord);
}

/** Up to `MAX_UNREAD`. */
export async function countUnread({ sql, visibility }: View): Promise<number> {
  const parameters = new Parameters();
  const [found] = await sql.query<{ count: number }>(
    `select count(*)::int as count from (select from inbox_item i
       where ${visibility.inboxCondition(parameters, 'i')} and i.read_at is null limit ${MAX_UNREAD}) as unread`,
    parameters.values,
  );
  return found?.count ?? 0;
}

/** What was read: these, or everything that came until then. */
export type ReadItems = { ids: readonly string[] } | { until: Instant };

/** SQL: for the person's other pages. */
const ANNOUNCE = `select pg_notify('keyway_inbox', json_build_object('partnerId', $1::text, 'memberId', $2::text)::text)`;

/** What was read stays so; nothing is read where one of the items isn't the person's. */
export async function markInbox(
  { sql, visibility }: Unit,
  wanted: ReadItems,
  { memberId, isRead, at }: { memberId: string; isRead: boolean; at: Instant },
): Promise<{ changed: number } | { refusal: Refusal }> {
  const parameters = new Parameters();
  const which =
    'ids' in wanted
      ? `i.id = any (${parameters.add(wanted.ids.filter(isUuid))}::uuid[])`
      : `i.created_at <= ${parameters.add(wanted.until)}::timestamptz`;
  const own = visibility.inboxCondition(parameters, 'i');
  if ('ids' in wanted) {
    const found = await findInboxItems({ sql, visibility }, wanted.ids);
    if (found.length < new Set(wanted.ids).size)
      return { refusal: refuse('inboxItemNotFound', ['ids']) };
  }
  const [isNull, value] = isRead ? ['', parameters.add(at)] : ['not ', 'null'];
  const rows = await sql.query(
    `update inbox_item i set read_at = ${value}::timestamptz where ${which} and ${own} and i.read_at is ${isNull}null returning 1`,
    parameters.values,
  );
  if (rows.length > 0) await sql.query(ANNOUNCE, [visibility.scope.partnerId, memberId]);
  return { changed: rows.length };
}
