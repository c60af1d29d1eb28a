/**
 * The queue of effects: rows that runs asked for, given to one holder at a time under a lease. An
 * effect is finished by the event it brings (`advance` with `fromEffect`), in that event's
 * transaction; when a holder dies, its lease ends.
 */
import { MAX_FAILED_POLLS } from '@keyway/core';
import { columns } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { WakeUps } from '../database/wakeUps.ts';
import {
  FAILING_CLAIMS,
  LEASE_SECONDS,
  REPORT_SECONDS,
  type ClaimedEffect,
  type Lease,
  type QueueDepth,
} from './claimedEffect.ts';
import { claimedEffect, EFFECT_FIELDS, type EffectRow } from './storedEffect.ts';

const LONGEST_WAIT_MILLISECONDS = 1000;

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
      lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
    from (select id from first union all select id from second) as due where e.id = due.id
    returning ${columns('e', EFFECT_FIELDS)}`,
});
/**
 * In turn: the oldest and the newest, so that nothing starves and what a person just asked for does
 * not wait behind hundreds of repeated observations; the retrying ones and the others, so that
 * neither waits for the other's end.
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
    this.wakeUps = new WakeUps(notifications, 'keyway_effect', LONGEST_WAIT_MILLISECONDS);
  }

  /**
   * Due effects, oldest due first, at most `limit`; nobody else gets them while the lease stands.
   * At most `retrying` of them are of those that came to nothing the last time (`isRetrying`),
   * which are slow by experience: so the others find a free slot of the pool.
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

  /** One that can't be parsed keeps its lease and counts as failing; the others are unaffected. */
  private parsed(row: EffectRow): ClaimedEffect[] {
    try {
      return [claimedEffect(row)];
    } catch (error) {
      this.onWarning(`The effect ${row.id} (${row.type}) can't be read: ${String(error)}`);
      return [];
    }
  }

  /**
   * Frees what a dead predecessor of the same holder left leased; answers how many. Before the
   * first claim only.
   */
  async takeBack(): Promise<number> {
    const rows = await this.database.read(
      'update effect set lease_token = null, lease_until = null where lease_holder = $1 and lease_token is not null returning 1',
      [this.holder],
    );
    return rows.length;
  }

  /** Renews for LEASE_SECONDS; false: lost. */
  heartbeat({ effectId, leaseToken }: Lease): Promise<boolean> {
    return this.touch(
      `update effect set lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds' where id = $1 and lease_token = $2`,
      [effectId, leaseToken],
    );
  }

  /** Gives it back, due at the instant; false: lost. */
  postpone({ effectId, leaseToken, generation }: Lease, dueAt: string): Promise<boolean> {
    // Asked for again meanwhile: then it is due when the run said.
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

  /**
   * Resolves when there may be something to claim: NOTIFY, the next due time, or at the latest
   * after a second.
   */
  async waitForWork(signal?: AbortSignal): Promise<void> {
    await this.wakeUps.wait(async () => {
      const [next] = await this.database.read<{ at: Date | null }>(NEXT_DUE, [this.now()]);
      return next?.at ? next.at.getTime() - this.now().getTime() : null;
    }, signal);
  }

  /** Records that this worker is there, and how far its clock is off; for /metrics. */
  async report(): Promise<void> {
    // Nobody's clock but the database's says when; a worker without a name leaves its row behind.
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
