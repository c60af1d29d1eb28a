/**
 * The queue of effects: one holder at a time claims an effect under a lease, which ends when the
 * holder dies. The transaction of its event (`advance` with `fromEffect`) finishes the effect.
 */
import { MAX_FAILED_POLLS } from '@keyway/core';
import { columns } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { WakeUps } from '../database/wakeUps.ts';
import {
  FAILING_CLAIMS,
  EFFECT_LEASE_SECONDS,
  REPORT_SECONDS,
  type ClaimedEffect,
  type Lease,
  type QueueDepth,
} from './claimedEffect.ts';
import { claimedEffect, EFFECT_FIELDS, type EffectRow } from './storedEffect.ts';

const MAX_WAIT_MILLISECONDS = 1000;

/** Up to `left` of the retrying effects, and $4 at most, or of the others; observations last. */
const due = (retrying: boolean, direction: 'asc' | 'desc', left: string): string => `(
      select id from effect
      where due_at <= $1 and (lease_until is null or lease_until < clock_timestamp())
        and coalesce((data->>'attempt')::int, 0) ${retrying ? '> 0' : '= 0'}
      order by type = 'observeStep', due_at ${direction}, id
      limit ${retrying ? `least($4::int, ${left})` : left} for update skip locked
    )`;
const claimStatement = (name: string, direction: 'asc' | 'desc', retryingFirst: boolean) => ({
  name,
  text: `
    with first as materialized ${due(retryingFirst, direction, '$2::int')},
    second as materialized
      ${due(!retryingFirst, direction, '$2::int - (select count(*) from first)')}
    update effect e set lease_token = gen_random_uuid(), lease_holder = $3, claims = claims + 1,
      lease_until = clock_timestamp() + interval '${EFFECT_LEASE_SECONDS} seconds'
    from (select id from first union all select id from second) as due where e.id = due.id
    returning ${columns('e', EFFECT_FIELDS)}`,
});
/**
 * Claims alternate. Oldest and newest first: nothing starves, and what a person just requested does
 * not wait behind hundreds of repeated observations. Retries and other effects first: neither waits
 * until the other is done.
 */
const CLAIMS = [
  claimStatement('effect_claim_oldest', 'asc', true),
  claimStatement('effect_claim_newest', 'desc', false),
] as const;
const NEXT_DUE = {
  name: 'effect_next_due',
  text: `select min(due_at) as at from effect where due_at > $1`,
};

const REPORTED = `reported_at > clock_timestamp() - interval '${REPORT_SECONDS} seconds'`;

export class EffectQueue {
  private readonly database: Database;
  private readonly now: () => Date;
  private readonly holder: string;
  private readonly wakeUps: WakeUps;
  private readonly onWarning: (message: string) => void;
  private turn = CLAIMS.length - 1;

  constructor(
    database: Database,
    notifications: Notifications,
    { holder, onWarning }: { holder: string; onWarning: (message: string) => void },
  ) {
    this.database = database;
    this.now = () => database.clock.now();
    this.holder = holder;
    this.onWarning = onWarning;
    this.wakeUps = new WakeUps(notifications, 'keyway_effect', MAX_WAIT_MILLISECONDS);
  }

  /**
   * Claims up to `limit` due effects, oldest due first; nobody else claims them during the lease.
   * At most `retrying` of them are retries (`isRetrying`): those are often slow, and the other
   * effects must find a free slot of the pool.
   */
  async claim(limit: number, retrying = limit): Promise<ClaimedEffect[]> {
    this.wakeUps.claiming();
    this.turn = (this.turn + 1) % CLAIMS.length;
    const rows = await this.database.read<EffectRow>(CLAIMS[this.turn]!, [
      this.now(),
      limit,
      this.holder,
      retrying,
    ]);
    return rows
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      .flatMap((row) => this.parsed(row));
  }

  /** An effect that can't be parsed keeps its lease and counts as failing. */
  private parsed(row: EffectRow): ClaimedEffect[] {
    try {
      return [claimedEffect(row)];
    } catch (error) {
      this.onWarning(`The effect ${row.id} (${row.type}) can't be read: ${String(error)}`);
      return [];
    }
  }

  /**
   * Releases what a dead process of the same holder's name had leased; returns how many. Call it
   * before the first claim only.
   */
  async takeBack(): Promise<number> {
    const rows = await this.database.read(
      'update effect set lease_token = null, lease_until = null where lease_holder = $1 and lease_token is not null returning 1',
      [this.holder],
    );
    return rows.length;
  }

  /** Renews the lease for EFFECT_LEASE_SECONDS; false: it was lost. */
  heartbeat({ effectId, leaseToken }: Lease): Promise<boolean> {
    return this.touch(
      `update effect set lease_until = clock_timestamp() + interval '${EFFECT_LEASE_SECONDS} seconds' where id = $1 and lease_token = $2`,
      [effectId, leaseToken],
    );
  }

  /** Releases the effect, due at the instant; false: the lease was lost. */
  postpone({ effectId, leaseToken, generation }: Lease, dueAt: string): Promise<boolean> {
    // Where the run requested it again meanwhile, the run's due time holds.
    return this.touch(
      `update effect set due_at = case when generation = $3 then $4 else due_at end, lease_token = null, lease_until = null
       where id = $1 and lease_token = $2`,
      [effectId, leaseToken, generation, this.database.clock.ofProcess(new Date(dueAt))],
    );
  }

  private async touch(text: string, values: unknown[]): Promise<boolean> {
    const rows = await this.database.read(`${text} returning 1`, values);
    return rows.length > 0;
  }

  /** Resolves on NOTIFY, at the next due time, or after a second. */
  async waitForWork(signal?: AbortSignal): Promise<void> {
    await this.wakeUps.wait(async () => {
      const [next] = await this.database.read<{ at: Date | null }>(NEXT_DUE, [this.now()]);
      return next?.at ? next.at.getTime() - this.now().getTime() : null;
    }, signal);
  }

  /** Records that this worker runs, and how far its clock is off; for /metrics. */
  async report(): Promise<void> {
    // By the database's clock alone. A worker without a name leaves its row behind.
    await this.database.read(
      `with gone as (delete from worker_report where reported_at < clock_timestamp() - interval '1 day' and worker <> $1)
       insert into worker_report (worker, clock_skew_seconds, reported_at) values ($1, $2, clock_timestamp())
       on conflict (worker) do update set clock_skew_seconds = excluded.clock_skew_seconds, reported_at = excluded.reported_at`,
      [this.holder, this.database.clock.skewMilliseconds / 1000],
    );
  }

  /** For /metrics. */
  async depth(): Promise<QueueDepth> {
    const [row] = await this.database.read<
      Omit<QueueDepth, 'oldestDueSeconds'> & { oldest: Date | null }
    >(
      `select count(*) filter (where due_at <= $1)::int as due, count(*) filter (where due_at > $1)::int as waiting,
         count(*) filter (where claims >= ${FAILING_CLAIMS})::int as failing,
         count(*) filter (where type = 'pollConfiguration' and (data ->> 'attempt')::int > ${MAX_FAILED_POLLS})::int as "statusesUnread",
         min(due_at) filter (where due_at <= $1) as oldest,
         (select count(*)::int from history_entry where kind = 'workResumed') as resumed,
         (select count(*)::int from worker_report where ${REPORTED}) as workers,
         coalesce((select clock_skew_seconds from worker_report where ${REPORTED} order by abs(clock_skew_seconds) desc limit 1), 0) as "workerSkewSeconds"
       from effect`,
      [this.now()],
    );
    const oldestDueSeconds = row?.oldest
      ? Math.max(0, (this.now().getTime() - row.oldest.getTime()) / 1000)
      : 0;
    const {
      due = 0,
      waiting = 0,
      failing = 0,
      statusesUnread = 0,
      resumed = 0,
      workers = 0,
      workerSkewSeconds = 0,
    } = row ?? {};
    return {
      due,
      waiting,
      failing,
      statusesUnread,
      oldestDueSeconds,
      resumed,
      workers,
      workerSkewSeconds,
    };
  }
}
