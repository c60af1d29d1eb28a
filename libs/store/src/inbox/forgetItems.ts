/** Deletes items that are too old, or too many. */
import type { Database } from '../database/database.ts';
import { KEPT_READ_DAYS, MAX_ITEMS } from './inboxItem.ts';

/** Rows at a time, so that no statement is long. */
const BATCH = 1000;
/** Members at a time. */
const MEMBERS = 100;
/** What a chat was not sent by then says nothing new. */
const KEPT_CHAT_DAYS = 7;

const READ = `delete from inbox_item where id in (
  select id from inbox_item where read_at < clock_timestamp() - interval '${KEPT_READ_DAYS} days' limit ${BATCH} for update skip locked) returning 1`;
const CHAT = `delete from inbox_item where id in (
  select id from inbox_item where member_id is null and created_at < clock_timestamp() - interval '${KEPT_CHAT_DAYS} days' limit ${BATCH} for update skip locked) returning 1`;
const REMOVED = `delete from inbox_item where id in (
  select i.id from member m join inbox_item i on i.member_id = m.id where m.removed_at is not null limit ${BATCH}) returning 1`;
/** The oldest of whoever has too many. */
const MANY = `delete from inbox_item where id in (
  select o.id from (select member_id from inbox_item where member_id is not null group by member_id having count(*) > ${MAX_ITEMS} limit ${MEMBERS}) m
    cross join lateral (select i.id from inbox_item i where i.member_id = m.member_id order by i.created_at desc, i.id desc offset ${MAX_ITEMS}) o limit ${BATCH}) returning 1`;

/** One pass over each, again while a batch was full. */
export async function forgetItems(database: Database): Promise<void> {
  for (const statement of [READ, CHAT, REMOVED, MANY]) {
    let count = BATCH;
    while (count === BATCH) count = (await database.read(statement)).length;
  }
}
