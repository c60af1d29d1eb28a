/**
 * The queue of effects: one holder at a time claims an effect under a lease, which ends when the
 * holder dies. The transaction of its event (`advance` with `fromEffect`) finishes the effect.
 */
import { ofPartner } from '../database/ofPartner.ts';
import type { Database, Query } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { WakeUps } from '../database/wakeUps.ts';
import type { SealedRow } from '../connections/sealedConnection.ts';
import type { ClaimedRow, KnownRuns } from '../runs/knownRuns.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { EFFECT_LEASE_SECONDS, type ClaimedEffect, type Lease } from './claimedEffect.ts';
import { CLAIMED_CREDENTIALS, CLAIMED_RUNS, ClaimedWork } from './claimedWork.ts';
import {
  LANE_LIST,
  LANES,
  MAX_CLAIM,
  NEWEST_FIRST,
  OLDEST_FIRST,
  type ClaimRow,
} from './claimStatement.ts';
import { claimedEffect } from './storedEffect.ts';

const MAX_WAIT_MILLISECONDS = 1000;

/**
 * Claims alternate. Oldest and newest first: nothing starves, and what a person just requested does
 * not wait behind hundreds of repeated observations. Retries and other effects first: neither waits
 * until the other is done. Of an odd limit, the fair share has the smaller and the larger half.
 */
const TURNS = [
  { statement: OLDEST_FIRST, retryingFirst: true, roundUp: 0 },
  { statement: NEWEST_FIRST, retryingFirst: false, roundUp: 0 },
  { statement: OLDEST_FIRST, retryingFirst: true, roundUp: 1 },
  { statement: NEWEST_FIRST, retryingFirst: false, roundUp: 1 },
] as const;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const NEXT_DUE = {
  name: 'effect_next_due',
  text: `select min(due.due_at) as at from unnest('{${LANE_LIST}}'::smallint[]) as lanes(lane), lateral (
    select due_at from effect where lane = lanes.lane and due_at > $1 order by due_at limit 1) as due`,
};

const HEARTBEAT: Query = {
  name: 'effect_heartbeat',
  text: `update effect set lease_until = clock_timestamp() + interval '${EFFECT_LEASE_SECONDS} seconds'
    where ${ofPartner('partner_id', '$1')} and id = $2 and lease_token = $3 returning 1`,
};
const POSTPONE: Query = {
  name: 'effect_postpone',
  text: `update effect set due_at = case when generation = $4 then $5 else due_at end, lease_token = null, lease_until = null
    where ${ofPartner('partner_id', '$1')} and id = $2 and lease_token = $3 returning 1`,
};

export interface EffectQueueOptions {
  holder: string;
  sealing: Sealing;
  /** Says which runs of what is claimed need not be read, and learns the others. */
  knownRuns: KnownRuns;
  onWarning: (message: string) => void;
}

/**
 * Claims effects for one holder. An effect whose holder stops renewing the lease is claimed again.
 */
export class EffectQueue {
  private readonly options: EffectQueueOptions;
  private readonly database: Database;
  private readonly now: () => Date;
  private readonly wakeUps: WakeUps;
  private turn = TURNS.length - 1;
  /** The fair share of the next claim begins after this partner. */
  private resumeAfter = BEFORE_ALL;

  constructor(database: Database, notifications: Notifications, options: EffectQueueOptions) {
    this.database = database;
    this.now = () => database.clock.now();
    this.options = options;
    this.wakeUps = new WakeUps(notifications, 'keyway_effect', MAX_WAIT_MILLISECONDS);
  }

  /**
   * Claims up to `limit` due effects, and reads what they need; nobody else claims them during the
   * lease. Half of them are a fair share of each partner that has any, so that a partner with a
   * million due effects does not hold up one with three. At most `retrying` of them are retries
   * (`isRetrying`): those are often slow, and the other effects must find a free slot of the pool.
   */
  async claim(limit: number, retrying = limit): Promise<ClaimedEffect[]> {
    this.wakeUps.claiming();
    this.turn = (this.turn + 1) % TURNS.length;
    const { statement, retryingFirst, roundUp } = TURNS[this.turn]!;
    const most = Math.min(limit, MAX_CLAIM);
    const mostRetrying = Math.max(0, Math.min(retrying, most));
    const [first, second] = retryingFirst
      ? [LANES.retrying, LANES.fresh]
      : [LANES.fresh, LANES.retrying];
    const share = Math.floor((most + roundUp) / 2);
    // The fair share counts no single effects, so it has retrying ones only where all may be that.
    const shareLanes = mostRetrying >= share ? [...first, ...second] : LANES.fresh;
    const values = [
      ...[this.now(), most, this.options.holder, this.resumeAfter],
      ...[shareLanes, first, second, mostRetrying, share],
    ];
    // What a lost answer claimed is due again when its lease ends.
    const known = this.options.knownRuns.now();
    const [rows, runs, sealed] = await this.database.readTogether<
      [ClaimRow[], ClaimedRow[], SealedRow[]]
    >(
      [
        { query: statement, values },
        { query: CLAIMED_RUNS, values: [known.marks] },
        { query: CLAIMED_CREDENTIALS, values: [] },
      ],
      'system',
      'byIndex',
    );
    const work = new ClaimedWork(this.options.sealing, known.learn(runs), sealed);
    if (rows[0]) this.resumeAfter = rows[0].resumeAfter ?? BEFORE_ALL;
    return rows
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      .flatMap((row) => this.parsed(row, work));
  }

  /** An effect that can't be parsed keeps its lease and counts as failing. */
  private parsed(row: ClaimRow, work: ClaimedWork): ClaimedEffect[] {
    try {
      return [claimedEffect(row, work)];
    } catch (error) {
      this.options.onWarning(`The effect ${row.id} (${row.type}) can't be read: ${String(error)}`);
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
      [this.options.holder],
    );
    return rows.length;
  }

  /** Renews the lease for EFFECT_LEASE_SECONDS; false: it was lost. */
  heartbeat({ partnerId, effectId, leaseToken }: Lease): Promise<boolean> {
    return this.touch(HEARTBEAT, [partnerId, effectId, leaseToken]);
  }

  /** Releases the effect, due at the instant; false: the lease was lost. */
  postpone(
    { partnerId, effectId, leaseToken, generation }: Lease,
    dueAt: string,
  ): Promise<boolean> {
    // Where the run requested it again meanwhile, the run's due time holds.
    const at = this.database.clock.ofProcess(new Date(dueAt));
    return this.touch(POSTPONE, [partnerId, effectId, leaseToken, generation, at]);
  }

  private async touch(query: Query, values: unknown[]): Promise<boolean> {
    return (await this.database.read(query, values)).length > 0;
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
      [this.options.holder, this.database.clock.skewMilliseconds / 1000],
    );
  }
}
