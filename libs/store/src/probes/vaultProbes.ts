/** Vaults that an api asks a worker about, because apis call no cloud. Nothing is kept of them. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { unknownVault, type KeyIdentifier, type VaultProbeFacts } from '@keyway/core';
import type { Database, Query } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { WakeUps } from '../database/wakeUps.ts';

/** Of one partner in a minute: names of vaults can't be guessed through it in numbers. */
export const MAX_PROBES_PER_MINUTE = 30;
/** Of one token or person, within those of the partner: nobody uses them up for the others. */
export const MAX_PROBES_OF_ONE = 10;
const WINDOW_SECONDS = 60;
const LEASE_SECONDS = 15;
const ANSWER_MILLISECONDS = 8_000;
/** Longer than any api waits: who asked is gone. */
const WAITING_SECONDS = 15;
const POLL_MILLISECONDS = 100;
const MAX_WAIT_MILLISECONDS = 5_000;

const ago = (seconds: number): string => `clock_timestamp() - interval '${seconds} seconds'`;

/** What nobody waits for any more, such as of an api that died, then only counts. */
const FORGET: Query = {
  name: 'vault_probe_forget',
  text: `with old as (delete from vault_probe where asked_at < ${ago(WINDOW_SECONDS)})
    update vault_probe set name = null, answer = null
    where name is not null and asked_at < ${ago(WAITING_SECONDS)} and asked_at >= ${ago(WINDOW_SECONDS)}`,
};
/** Those of a partner one after another: who asks many at a time is counted, too. */
const LOCK: Query = {
  name: 'vault_probe_lock',
  text: `select pg_advisory_xact_lock(hashtextextended('keyway_vault_probe ' || $1::text, 0))`,
};
/**
 * In how many seconds a limit allows one more; 0: now. In a statement of its own after the lock, so
 * that it sees what was counted meanwhile.
 */
const waitFor = (limit: number, condition: string): string => `coalesce((
  select greatest(1, ceil(extract(epoch from asked_at - (${ago(WINDOW_SECONDS)}))))::int
  from vault_probe where ${condition} order by asked_at desc offset ${limit - 1} limit 1), 0)`;
const OF_PARTNER = waitFor(MAX_PROBES_PER_MINUTE, 'partner_id = $2');
const OF_ONE = waitFor(MAX_PROBES_OF_ONE, 'partner_id = $2 and principal = $3');
const ASK: Query = {
  name: 'vault_probe_ask',
  text: `with limits as materialized (select ${OF_ONE} as "ofOne", ${OF_PARTNER} as "ofAll"),
    asked as (
      insert into vault_probe (id, partner_id, principal, kind, name, asked_at)
      select $1, $2, $3, $4, $5, clock_timestamp() from limits where "ofOne" = 0 and "ofAll" = 0
      on conflict (id) do nothing returning 1),
    notified as (select pg_notify('keyway_probe', '') from asked)
    select limits.*, (select count(*) from notified)::int as asked from limits`,
};
const COUNT: Query = {
  name: 'vault_probe_count',
  text: `insert into vault_probe (id, partner_id, kind, name, asked_at)
    select $1, $2, 'vault', null, clock_timestamp() where ${OF_PARTNER} = 0
    on conflict (id) do nothing returning id`,
};
const CLAIM: Query = {
  name: 'vault_probe_claim',
  text: `with due as materialized (
      select id from vault_probe
      where name is not null and answer is null and (lease_until is null or lease_until < clock_timestamp())
        and asked_at > ${ago(WAITING_SECONDS)}
      order by asked_at limit $1 for update skip locked)
    update vault_probe p set lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
    from due where p.id = due.id returning p.id, p.kind, p.name`,
};
const ANSWER: Query = {
  name: 'vault_probe_answer',
  text: 'update vault_probe set answer = $2::jsonb where id = $1 and name is not null',
};
const TAKE: Query = {
  name: 'vault_probe_take',
  text: `with answered as materialized (
      select id, answer from vault_probe where id = $1 and partner_id = $2 and answer is not null for update),
    taken as (update vault_probe p set name = null, answer = null from answered where p.id = answered.id and p.partner_id = $2)
    select answer from answered`,
};

/** Nobody waits any more: what is answered later changes nothing, and no worker begins with it. */
const WITHDRAW: Query = {
  name: 'vault_probe_withdraw',
  text: `with asked as materialized (
      select id, answer from vault_probe where id = $1 and partner_id = $2 and name is not null for update),
    withdrawn as (update vault_probe p set name = null, answer = null from asked where p.id = asked.id and p.partner_id = $2)
    select answer from asked where answer is not null`,
};
const IS_CLAIMED: Query = {
  name: 'vault_probe_is_claimed',
  text: 'select 1 from vault_probe where id = $1 and partner_id = $2 and (lease_until is not null or answer is not null)',
};

/** How long an api waits, in milliseconds. */
interface ProbePatience {
  /** For the answer. */
  waitMilliseconds: number;
  /** For a worker that begins; left out: as long as for the answer. */
  claimMilliseconds?: number;
}

/** Who wants to know. */
export interface ProbeAsker {
  partnerId: string;
  principal: string;
}

interface Limits {
  ofOne: number;
  ofAll: number;
}

/** A vault that a worker is to ask. */
export interface ClaimedProbe {
  id: string;
  kind: KeyIdentifier['kind'];
  name: string;
}

export class VaultProbes {
  private readonly database: Database;
  private readonly wakeUps: WakeUps;

  constructor(database: Database, notifications: Notifications) {
    this.database = database;
    this.wakeUps = new WakeUps(notifications, 'keyway_probe', MAX_WAIT_MILLISECONDS);
  }

  /** What a worker found out, within seconds; UNKNOWN with the reason otherwise. */
  async ask(
    { partnerId, principal }: ProbeAsker,
    vault: { kind: KeyIdentifier['kind']; name: string },
    patience: ProbePatience = { waitMilliseconds: ANSWER_MILLISECONDS },
  ): Promise<VaultProbeFacts> {
    const { waitMilliseconds, claimMilliseconds = waitMilliseconds } = patience;
    const id = randomUUID();
    const values = [id, partnerId, principal, vault.kind, vault.name];
    const [limits] = await this.counted<Limits>(partnerId, { query: ASK, values });
    if (limits && (limits.ofOne > 0 || limits.ofAll > 0)) return tooMany(limits);
    const begun = performance.now();
    let isClaimed = false;
    while (performance.now() < begun + waitMilliseconds) {
      const [row] = await this.database.read<{ answer: VaultProbeFacts }>(TAKE, [id, partnerId]);
      if (row) return row.answer;
      if (!isClaimed && performance.now() > begun + claimMilliseconds) {
        isClaimed = (await this.database.read(IS_CLAIMED, [id, partnerId])).length > 0;
        if (!isClaimed) break;
      }
      await sleep(POLL_MILLISECONDS);
    }
    const [late] = await this.database.read<{ answer: VaultProbeFacts }>(WITHDRAW, [id, partnerId]);
    return late?.answer ?? unknownVault('noWorker');
  }

  /**
   * Counts a vault that a worker asks for a run, not for who waits; false: the limit is reached.
   */
  async count(partnerId: string): Promise<boolean> {
    const values = [randomUUID(), partnerId];
    return (await this.counted(partnerId, { query: COUNT, values })).length > 0;
  }

  private async counted<R>(
    partnerId: string,
    statement: { query: Query; values: unknown[] },
  ): Promise<R[]> {
    const [, , rows] = await this.database.readTogether<[unknown[], unknown[], R[]]>([
      { query: FORGET, values: [] },
      { query: LOCK, values: [partnerId] },
      statement,
    ]);
    return rows;
  }

  /** Drops what nobody waits for any more, where nobody asks anything that would drop it. */
  async forget(): Promise<void> {
    await this.database.read(FORGET);
  }

  /** Those that wait, each to one worker. */
  claim(limit: number): Promise<ClaimedProbe[]> {
    this.wakeUps.claiming();
    return this.database.read<ClaimedProbe>(CLAIM, [limit]);
  }

  /** Without effect once nobody waits any more. */
  async answer({ id }: ClaimedProbe, facts: VaultProbeFacts): Promise<void> {
    await this.database.read(ANSWER, [id, JSON.stringify(facts)]);
  }

  /** Resolves when somebody asks, or after some seconds. */
  waitForWork(signal?: AbortSignal): Promise<void> {
    return this.wakeUps.wait(() => Promise.resolve(null), signal);
  }
}

const tooMany = ({ ofOne, ofAll }: Limits): VaultProbeFacts => ({
  ...unknownVault('tooMany'),
  againAfterSeconds: Math.max(ofOne, ofAll),
});
