/** Digests that are due, each with one worker at a time (docs/decisions/0086-digests.md). */
import {
  firstAllowedAt,
  nextDigestAt,
  type InboxKind,
  type Instant,
  type StepId,
  type TrackId,
} from '@keyway/core';
import { grantsFor } from '../access/grantRows.ts';
import { columns, type RowOf } from '../database/columns.ts';
import type { Database, Query } from '../database/database.ts';
import { ofPartner } from '../database/ofPartner.ts';
import type { Digest } from '../generated/client.ts';
import { INBOX_COLUMNS, inboxItemRecord, type InboxRow } from './inboxItem.ts';
import {
  chosenOf,
  type ChosenRow,
  type DigestProblem,
  type NotificationSettings,
} from './notificationSettings.ts';

/** Sending one takes less. */
export const DIGEST_LEASE_SECONDS = 120;
/** Items that are being written may have an earlier time than what is visible already. */
export const SETTLED_SECONDS = 60;
/** Items that one digest names; of the others it says how many there are. */
export const MAX_DIGEST_ITEMS = 20;
/** Of what is tried again and again. */
export const LONGEST_RETRY_MINUTES = 60;

const FIELDS = [
  ...(['id', 'partnerId', 'frequency', 'kinds', 'locale', 'timeZone', 'quietFrom'] as const),
  ...(['quietUntil', 'changedAt', 'sentUntil', 'number', 'attempts'] as const),
] as const satisfies readonly (keyof Digest)[];

type ClaimedRow = RowOf<Digest, (typeof FIELDS)[number]> & {
  leaseToken: string;
  windowUntil: Date;
  formerWindow: Date | null;
  memberId: string;
  name: string;
  email: string | null;
  now: Date;
};

/** A digest that only this process may send, until its lease ends. */
export interface ClaimedDigest {
  id: string;
  partnerId: string;
  memberId: string;
  leaseToken: string;
  /** Counts its windows. */
  number: number;
  attempts: number;
  /** To whom; null: the sign-in provider names no address. */
  address: { name: string; email: string } | null;
  chosen: NotificationSettings;
  /** What it has: of what came after the one before. */
  window: { after: Instant; until: Instant };
  /** A worker had it before and may have sent it: it stays what it is. */
  isRepeat: boolean;
  changedAt: Instant;
}

/** What a digest says of one item. */
export interface DigestItem {
  kind: InboxKind;
  organization: string;
  actor: string | null;
  track: TrackId | null;
  step: StepId | null;
  at: Instant;
}

/** Of whoever is no member any more nothing is sent. $1 how many. */
const CLAIM: Query = {
  name: 'digest_claim',
  text: `with due as (
      select d.id, d.window_until as former from digest d join member m on m.id = d.member_id
      where d.due_at <= clock_timestamp() and (d.lease_until is null or d.lease_until < clock_timestamp()) and m.removed_at is null
      order by d.due_at limit $1 for update of d skip locked
    )
    update digest d set lease_token = gen_random_uuid(), lease_until = clock_timestamp() + interval '${DIGEST_LEASE_SECONDS} seconds',
      window_until = coalesce(d.window_until, greatest(d.sent_until, clock_timestamp() - interval '${SETTLED_SECONDS} seconds'))
    from due, member m where d.id = due.id and m.id = d.member_id
    returning ${columns('d', FIELDS)}, d.lease_token as "leaseToken", d.window_until as "windowUntil", due.former as "formerWindow", d.member_id as "memberId", m.name, m.email, clock_timestamp() as now`,
};

/** What the member sees now and has not read. $1 partner, $2 member, $3, $4 window, $5 kinds. */
const ITEMS: Query = {
  name: 'digest_items',
  text: `select ${INBOX_COLUMNS}, o.name as organization, count(*) over ()::int as total from inbox_item i join organization o on o.id = i.organization_id and ${ofPartner('o.partner_id', '$1')}
    where i.partner_id = $1 and i.member_id = $2 and i.created_at > $3 and i.created_at <= $4 and i.kind = any ($5::text[]) and i.read_at is null
      and exists (${grantsFor('i', 'i.organization_id', 'i.member_id')})
    order by i.created_at desc, i.id desc limit ${MAX_DIGEST_ITEMS}`,
};

/** Its lease begins again; no row: another worker may have it by now. */
const RENEW: Query = {
  name: 'digest_renew',
  text: `update digest set lease_until = clock_timestamp() + interval '${DIGEST_LEASE_SECONDS} seconds'
    where id = $1 and lease_token = $2 and ${ofPartner('partner_id', '$3')} and lease_until >= clock_timestamp() and due_at is not null returning 1`,
};

/** SQL: ends the lease. */
export const FREE = 'lease_token = null, lease_until = null';
/** SQL: $3 when the settings were changed that $4 follows from: a change has its own. */
export const DUE = `due_at = case when changed_at = $3 then $4::timestamptz else due_at end`;

/** SQL: $1 ID, $2 lease, $5 partner. */
export const IS_HELD = `id = $1 and lease_token = $2 and ${ofPartner('partner_id', '$5')}`;

/** The next one is another, also where this was not sent. $6 whether it was sent, $7 why not. */
const SETTLE: Query = {
  name: 'digest_settle',
  text: `update digest set sent_until = greatest(sent_until, window_until), window_until = null, number = number + 1, attempts = 0,
      sent_at = case when $6::boolean then date_trunc('milliseconds', clock_timestamp()) else sent_at end, problem = $7, ${DUE}, ${FREE}
    where ${IS_HELD} returning 1`,
};

/** $6 whether it may have arrived: then it stays what it is. $7 why. */
const RETRY: Query = {
  name: 'digest_retry',
  text: `update digest set attempts = attempts + 1, window_until = case when $6::boolean then window_until end, problem = $7, ${DUE}, ${FREE}
    where ${IS_HELD} returning 1`,
};

/** In quiet hours: as if it had not been claimed, until they end. */
const POSTPONE: Query = {
  name: 'digest_postpone',
  text: `update digest set window_until = case when $6::boolean then window_until end, ${DUE}, ${FREE} where ${IS_HELD} returning 1`,
};

function claimedDigest({
  memberId,
  name,
  email,
  windowUntil,
  formerWindow,
  ...row
}: ClaimedRow): ClaimedDigest {
  const { id, partnerId, leaseToken, number, attempts, sentUntil, changedAt } = row;
  const { frequency, kinds, locale, timeZone, quietFrom, quietUntil } = row;
  const chosen: ChosenRow = { frequency, kinds, locale, timeZone, quietFrom, quietUntil };
  return {
    ...{ id, partnerId, memberId, leaseToken, number, attempts },
    address: email === null ? null : { name, email },
    chosen: chosenOf(chosen),
    window: { after: sentUntil.toISOString(), until: windowUntil.toISOString() },
    isRepeat: formerWindow !== null,
    changedAt: changedAt.toISOString(),
  };
}

/** Digests of every partner. */
export class DigestQueue {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Those that are due and may be sent now, each to one worker. */
  async claim(limit: number): Promise<ClaimedDigest[]> {
    const rows = await this.database.read<ClaimedRow>(CLAIM, [limit]);
    const claimed: ClaimedDigest[] = [];
    for (const row of rows) {
      const digest = claimedDigest(row);
      const now = row.now.toISOString();
      const allowedAt = firstAllowedAt(now, digest.chosen);
      if (allowedAt === now) claimed.push(digest);
      else await this.#write(POSTPONE, digest, allowedAt, digest.isRepeat);
    }
    return claimed;
  }

  /** What it has, the newest first, and how much there is in all. */
  async items(digest: ClaimedDigest): Promise<{ items: DigestItem[]; total: number }> {
    const { partnerId, memberId, window, chosen } = digest;
    const rows = await this.database.read<InboxRow & { organization: string; total: number }>(
      ITEMS,
      [partnerId, memberId, window.after, window.until, chosen.kinds],
    );
    const items = rows.map(({ organization, total: _total, ...row }) => {
      const { kind, actor, track, step, at } = inboxItemRecord(row);
      return { kind, organization, actor, track, step, at };
    });
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** Right before it is sent: whether it is still this worker's. */
  async renew({ id, leaseToken, partnerId }: ClaimedDigest): Promise<boolean> {
    return (await this.database.read(RENEW, [id, leaseToken, partnerId])).length > 0;
  }

  /** Sent, or with nothing to send, or given up; false: another worker has it. */
  settle(digest: ClaimedDigest, isSent: boolean, problem: DigestProblem | null): Promise<boolean> {
    const next = nextDigestAt(this.#now(), digest.chosen);
    return this.#write(SETTLE, digest, next, isSent, problem);
  }

  /** It is tried again: later each time, up to an hour. */
  retry(digest: ClaimedDigest, mayHaveArrived: boolean, problem: DigestProblem): Promise<boolean> {
    const minutes = Math.min(2 ** digest.attempts, LONGEST_RETRY_MINUTES);
    const at = new Date(Date.parse(this.#now()) + minutes * 60_000).toISOString();
    return this.#write(RETRY, digest, at, mayHaveArrived || digest.isRepeat, problem);
  }

  #now(): Instant {
    return this.database.clock.now().toISOString();
  }

  async #write(
    query: Query,
    { id, leaseToken, changedAt, partnerId }: ClaimedDigest,
    due: Instant | null,
    ...rest: unknown[]
  ): Promise<boolean> {
    const values = [id, leaseToken, changedAt, due, partnerId, ...rest];
    return (await this.database.read(query, values)).length > 0;
  }
}
