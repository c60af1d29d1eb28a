/** Vaults that an api asks a worker about, because apis call no cloud. Nothing is kept of them. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { unknownVault, type KeyIdentifier, type VaultProbeFacts } from '@keyway/core';
import type { Database, Query } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { WakeUps } from '../database/wakeUps.ts';

/** Of one partner in a minute: names of vaults can't be guessed through it in numbers. */
export const MAX_PROBES_PER_MINUTE = 30;
const LEASE_SECONDS = 15;
const ANSWER_MILLISECONDS = 8_000;
const POLL_MILLISECONDS = 100;
const MAX_WAIT_MILLISECONDS = 5_000;

const FORGET: Query = {
  name: 'vault_probe_forget',
  text: `delete from vault_probe where asked_at < clock_timestamp() - interval '1 minute'`,
};
const ASK: Query = {
  name: 'vault_probe_ask',
  text: `with asked as (
      insert into vault_probe (id, partner_id, kind, name, asked_at)
      select $1, $2, $3, $4, clock_timestamp()
      where (select count(*) from vault_probe where partner_id = $2) < ${MAX_PROBES_PER_MINUTE}
      returning 1)
    select pg_notify('keyway_probe', '') from asked`,
};
const COUNT: Query = {
  name: 'vault_probe_count',
  text: `insert into vault_probe (id, partner_id, kind, name, asked_at)
    select $1, $2, 'vault', null, clock_timestamp()
    where (select count(*) from vault_probe where partner_id = $2) < ${MAX_PROBES_PER_MINUTE}
    returning id`,
};
const CLAIM: Query = {
  name: 'vault_probe_claim',
  text: `with due as materialized (
      select id from vault_probe
      where name is not null and answer is null and (lease_until is null or lease_until < clock_timestamp())
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
    taken as (update vault_probe p set name = null, answer = null from answered where p.id = answered.id)
    select answer from answered`,
};

/** Nobody waits any more: what is answered later changes nothing, and no worker begins with it. */
const WITHDRAW: Query = {
  name: 'vault_probe_withdraw',
  text: `with asked as materialized (
      select id, answer from vault_probe where id = $1 and partner_id = $2 and name is not null for update),
    withdrawn as (update vault_probe p set name = null, answer = null from asked where p.id = asked.id)
    select answer from asked where answer is not null`,
};
const IS_CLAIMED: Query = {
  name: 'vault_probe_is_claimed',
  text: 'select 1 from vault_probe where id = $1 and (lease_until is not null or answer is not null)',
};

/** How long an api waits, in milliseconds. */
interface ProbePatience {
  /** For the answer. */
  waitMilliseconds: number;
  /** For a worker that begins; left out: as long as for the answer. */
  claimMilliseconds?: number;
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
    partnerId: string,
    vault: { kind: KeyIdentifier['kind']; name: string },
    patience: ProbePatience = { waitMilliseconds: ANSWER_MILLISECONDS },
  ): Promise<VaultProbeFacts> {
    const { waitMilliseconds, claimMilliseconds = waitMilliseconds } = patience;
    await this.database.read(FORGET);
    const id = randomUUID();
    const asked = await this.database.read(ASK, [id, partnerId, vault.kind, vault.name]);
    if (asked.length === 0) return unknownVault('tooMany');
    const begun = performance.now();
    let isClaimed = false;
    while (performance.now() < begun + waitMilliseconds) {
      const [row] = await this.database.read<{ answer: VaultProbeFacts }>(TAKE, [id, partnerId]);
      if (row) return row.answer;
      if (!isClaimed && performance.now() > begun + claimMilliseconds) {
        isClaimed = (await this.database.read(IS_CLAIMED, [id])).length > 0;
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
    await this.database.read(FORGET);
    return (await this.database.read(COUNT, [randomUUID(), partnerId])).length > 0;
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
