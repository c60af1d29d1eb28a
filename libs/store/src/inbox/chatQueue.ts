/**
 * What partners' chats are sent, each message at most once: the part of the inbox that it has is
 * taken before it is sent, and given back only where certainly nothing was.
 */
import {
  firstAllowedAt,
  nextDigestAt,
  type ChatKind,
  type Instant,
  type Locale,
} from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import type { Database, Query, Transaction } from '../database/database.ts';
import type { Digest } from '../generated/client.ts';
import { ofPartner } from '../database/ofPartner.ts';
import { withRequiredKeys } from '../sealing/dataKeys.ts';
import { openForPartner } from '../sealing/partnerKey.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { chatBinding, ChatKinds } from './chatSettings.ts';
import {
  DIGEST_LEASE_SECONDS,
  DUE,
  FREE,
  IS_HELD,
  LONGEST_RETRY_MINUTES,
  MAX_DIGEST_ITEMS,
  SETTLED_SECONDS,
  type DigestItem,
} from './digestQueue.ts';
import { INBOX_COLUMNS, inboxItemRecord, type InboxRow } from './inboxItem.ts';
import { chosenOf, type DigestProblem, type NotificationSettings } from './notificationSettings.ts';

const FIELDS = [
  ...(['id', 'partnerId', 'way', 'sealed', 'frequency', 'kinds', 'locale', 'timeZone'] as const),
  ...(['quietFrom', 'quietUntil', 'changedAt', 'sentUntil', 'attempts'] as const),
] as const satisfies readonly (keyof Digest)[];

type ChatRow = RowOf<Digest, (typeof FIELDS)[number]>;
type ClaimedRow = ChatRow & { leaseToken: string; windowUntil: Date; now: Date };

/** A chat, where a message of it goes, and how it is worded. */
export interface ChatTarget {
  id: string;
  partnerId: string;
  kind: ChatKind;
  locale: Locale;
  changedAt: Instant;
  /** Its address; null where the key that sealed it is lost. */
  url: () => Promise<string | null>;
}

/** A chat that this process alone may send a test message to, until its lease ends. */
export interface ClaimedTest extends ChatTarget {
  testToken: string;
}

/** A chat that only this process may send to, until its lease ends. */
export interface ClaimedChat extends ChatTarget {
  leaseToken: string;
  attempts: number;
  chosen: NotificationSettings;
  /** What it has: of what came after the one before. */
  window: { after: Instant; until: Instant };
}

/** $1 how many. */
const CLAIM: Query = {
  name: 'chat_claim',
  text: `with due as (
      select d.id from digest d
      where d.member_id is null and d.due_at <= clock_timestamp() and (d.lease_until is null or d.lease_until < clock_timestamp())
      order by d.due_at limit $1 for update skip locked
    )
    update digest d set lease_token = gen_random_uuid(), lease_until = clock_timestamp() + interval '${DIGEST_LEASE_SECONDS} seconds'
    from due where d.id = due.id
    returning ${columns('d', FIELDS)}, d.lease_token as "leaseToken", clock_timestamp() as now,
      greatest(d.sent_until, clock_timestamp() - interval '${SETTLED_SECONDS} seconds') as "windowUntil"`,
};

/** Without requests that were decided by then. $1 partner, $2 after, $3 until, $4 kinds. */
const ITEMS: Query = {
  name: 'chat_items',
  text: `select ${INBOX_COLUMNS}, o.name as organization, count(*) over ()::int as total from inbox_item i join organization o on o.id = i.organization_id and ${ofPartner('o.partner_id', '$1')}
    where i.partner_id = $1 and i.member_id is null and i.created_at > $2 and i.created_at <= $3 and i.kind = any ($4::text[]) and i.read_at is null
    order by i.created_at desc, i.id desc limit ${MAX_DIGEST_ITEMS}`,
};

/** Another worker that has it later begins behind this. No row: it is another's, or was changed. */
const TAKE: Query = {
  name: 'chat_take',
  text: `update digest set sent_until = $4, number = number + 1, lease_until = clock_timestamp() + interval '${DIGEST_LEASE_SECONDS} seconds'
    where ${IS_HELD} and changed_at = $3 and lease_until >= clock_timestamp() and due_at is not null returning 1`,
};

/** $6 whether it was sent, $7 why not. */
const SETTLE: Query = {
  name: 'chat_settle',
  text: `update digest set attempts = 0, sent_at = case when $6::boolean then date_trunc('milliseconds', clock_timestamp()) else sent_at end, problem = $7, ${DUE}, ${FREE}
    where ${IS_HELD} returning 1`,
};

/** $6 what it had begins after, $7 why it was not sent. */
const GIVE_BACK: Query = {
  name: 'chat_give_back',
  text: `update digest set attempts = attempts + 1, sent_until = case when changed_at = $3 then $6::timestamptz else sent_until end, problem = $7, ${DUE}, ${FREE}
    where ${IS_HELD} returning 1`,
};

/** In quiet hours: as if it had not been claimed, until they end. */
const POSTPONE: Query = {
  name: 'chat_postpone',
  text: `update digest set ${DUE}, ${FREE} where ${IS_HELD} returning 1`,
};

/**
 * Whoever has it has it alone, also of workers of the version before: it is no longer asked for.
 * $1 how many.
 */
const CLAIM_TESTS: Query = {
  name: 'chat_claim_tests',
  text: `with asked as (
      select d.id from digest d where d.member_id is null and d.test_asked_at is not null order by d.test_asked_at limit $1 for update skip locked
    )
    update digest d set test_asked_at = null, test_token = gen_random_uuid(), test_taken_at = clock_timestamp()
    from asked where d.id = asked.id returning ${columns('d', FIELDS)}, d.test_token as "testToken"`,
};

/** SQL: the worker that has a test message may still send it. */
const TEST_IS_HELD = `test_taken_at >= clock_timestamp() - interval '${DIGEST_LEASE_SECONDS} seconds'`;

/** Its lease begins again. No row: it ended, or the chat was changed, or tested again. */
const TAKE_TEST: Query = {
  name: 'chat_take_test',
  text: `update digest set test_taken_at = clock_timestamp()
    where id = $1 and test_token = $2 and ${ofPartner('partner_id', '$4')} and changed_at = $3 and test_asked_at is null and ${TEST_IS_HELD} returning 1`,
};

/**
 * Also later than its lease: then what is known takes the place of what was not. $4 why it was not
 * sent, $5 partner.
 */
const TESTED: Query = {
  name: 'chat_tested',
  text: `update digest set tested_at = date_trunc('milliseconds', clock_timestamp()), test_problem = $4, test_taken_at = null
    where id = $1 and test_token = $2 and ${ofPartner('partner_id', '$5')} and changed_at = $3 and test_asked_at is null returning 1`,
};

/** Of workers that stopped: each may have sent what it had, so that nobody sends it again. */
const TESTS_LOST: Query = {
  name: 'chat_tests_lost',
  text: `update digest set test_taken_at = null,
      tested_at = case when test_asked_at is null then date_trunc('milliseconds', clock_timestamp()) end,
      test_problem = case when test_asked_at is null then 'OUTCOME_UNKNOWN' end
    where test_taken_at is not null and not ${TEST_IS_HELD}`,
};

/** Chats of every partner. */
export class ChatQueue {
  private readonly database: Database;
  private readonly sealing: Sealing;

  constructor(database: Database, sealing: Sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  /** Those that are due and may be sent to now, each to one worker. */
  async claim(limit: number): Promise<ClaimedChat[]> {
    const rows = await this.database.read<ClaimedRow>(CLAIM, [limit]);
    const claimed: ClaimedChat[] = [];
    for (const row of rows) {
      const chat = this.#claimed(row);
      const now = row.now.toISOString();
      const allowedAt = firstAllowedAt(now, chat.chosen);
      if (allowedAt === now) claimed.push(chat);
      else await this.#write(POSTPONE, chat, allowedAt);
    }
    return claimed;
  }

  /** What it has, the newest first, and how much there is in all. */
  async items(chat: ClaimedChat): Promise<{ items: DigestItem[]; total: number }> {
    const { partnerId, window, chosen } = chat;
    const rows = await this.database.read<InboxRow & { organization: string; total: number }>(
      ITEMS,
      [partnerId, window.after, window.until, chosen.kinds],
    );
    const items = rows.map(({ organization, total: _total, ...row }) => {
      const { kind, actor, track, step, at } = inboxItemRecord(row);
      return { kind, organization, actor, track, step, at };
    });
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** Right before it is sent: whether it is still this worker's. From then on it is no other's. */
  async take({ id, leaseToken, changedAt, window, partnerId }: ClaimedChat): Promise<boolean> {
    const taken = await this.database.read(TAKE, [
      ...[id, leaseToken, changedAt, window.until, partnerId],
    ]);
    return taken.length > 0;
  }

  /** Sent, or with nothing to send, or given up; false: another worker has it. */
  settle(chat: ClaimedChat, isSent: boolean, problem: DigestProblem | null): Promise<boolean> {
    return this.#write(SETTLE, chat, nextDigestAt(this.#now(), chat.chosen), isSent, problem);
  }

  /** Certainly not sent: it is tried again, later each time, up to an hour. */
  giveBack(chat: ClaimedChat, problem: DigestProblem): Promise<boolean> {
    const minutes = Math.min(2 ** chat.attempts, LONGEST_RETRY_MINUTES);
    const at = new Date(Date.parse(this.#now()) + minutes * 60_000).toISOString();
    return this.#write(GIVE_BACK, chat, at, chat.window.after, problem);
  }

  /** Chats that somebody asked a test message for, each to one worker, once. */
  async claimTests(limit: number): Promise<ClaimedTest[]> {
    const rows = await this.database.read<ChatRow & { testToken: string }>(CLAIM_TESTS, [limit]);
    return rows.map((row) => ({ ...this.#target(row), testToken: row.testToken }));
  }

  /** Right before it is sent: whether this worker still may. */
  async takeTest({ id, testToken, changedAt, partnerId }: ClaimedTest): Promise<boolean> {
    const values = [id, testToken, changedAt, partnerId];
    return (await this.database.read(TAKE_TEST, values)).length > 0;
  }

  /** How a test message ended; null: it arrived. False: it is of no interest any more. */
  async recordTest(test: ClaimedTest, problem: DigestProblem | null): Promise<boolean> {
    const { id, testToken, changedAt, partnerId } = test;
    const values = [id, testToken, changedAt, problem, partnerId];
    return (await this.database.read(TESTED, values)).length > 0;
  }

  /** Says of test messages whose worker stopped that nobody knows whether they were sent. */
  async giveUpTests(): Promise<void> {
    await this.database.read(TESTS_LOST, []);
  }

  #target({ id, partnerId, way, sealed, changedAt, ...row }: ChatRow): ChatTarget {
    const open = async (transaction: Transaction): Promise<string | null> => {
      const kept = [{ sealed: sealed!, binding: chatBinding(partnerId) }];
      const [url] = await openForPartner(transaction, this.sealing, partnerId, kept);
      return url ?? null;
    };
    return {
      ...{ id, partnerId, kind: ChatKinds.parse(way), locale: chosenOf(row).locale },
      changedAt: changedAt.toISOString(),
      url: () => withRequiredKeys(() => this.database.transaction('system', open)),
    };
  }

  #claimed(row: ClaimedRow): ClaimedChat {
    const { leaseToken, attempts, sentUntil, windowUntil } = row;
    return {
      ...this.#target(row),
      ...{ leaseToken, attempts, chosen: chosenOf(row) },
      window: { after: sentUntil.toISOString(), until: windowUntil.toISOString() },
    };
  }

  #now(): Instant {
    return this.database.clock.now().toISOString();
  }

  async #write(
    query: Query,
    { id, leaseToken, changedAt, partnerId }: ClaimedChat,
    due: Instant | null,
    ...rest: unknown[]
  ): Promise<boolean> {
    const values = [id, leaseToken, changedAt, due, partnerId, ...rest];
    return (await this.database.read(query, values)).length > 0;
  }
}
