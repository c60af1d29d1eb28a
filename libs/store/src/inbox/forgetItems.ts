/** Deletes items that are too old, or too many. */
import type { Database } from '../database/database.ts';
import { deleteInBatches, deletionOf, type Deletion } from '../retention/deleteInBatches.ts';
import type { Retention } from '../retention/retention.ts';
import { MAX_ITEMS } from './inboxItem.ts';

const BATCH = 1000;
/** Members at a time. */
const MEMBERS = 100;
/** What a chat was not sent by then says nothing new. */
const KEPT_CHAT_DAYS = 7;

const old = (instant: string, days: number, and = ''): Deletion =>
  deletionOf(
    'inbox_item',
    'id',
    `${and}${instant} < clock_timestamp() - interval '1 day' * $1::int`,
    [days],
  );

const REMOVED = `delete from inbox_item where id in (
  select i.id from member m join inbox_item i on i.member_id = m.id where m.removed_at is not null limit ${BATCH}) returning 1`;
/** The oldest of whoever has too many. */
const MANY = `delete from inbox_item where id in (
  select o.id from (select member_id from inbox_item where member_id is not null group by member_id having count(*) > ${MAX_ITEMS} limit ${MEMBERS}) m
    cross join lateral (select i.id from inbox_item i where i.member_id = m.member_id order by i.created_at desc, i.id desc offset ${MAX_ITEMS}) o limit ${BATCH}) returning 1`;

export const forgetItems = (database: Database, { inboxDays }: Retention): Promise<number> =>
  deleteInBatches(database, [
    old('read_at', inboxDays),
    old('created_at', KEPT_CHAT_DAYS, 'member_id is null and '),
    ...[REMOVED, MANY].map((text) => ({ text, values: [], batch: BATCH })),
  ]);
