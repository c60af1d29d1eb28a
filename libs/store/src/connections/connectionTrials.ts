/**
 * The queue of trials of stored credentials and of those that are to replace them, by the
 * database's clock alone. A result for an earlier version of the credential is dropped.
 */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import { WORKER } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { WakeUps } from '../database/wakeUps.ts';
import type { Connection } from '../generated/client.ts';
import { writeHistory, lockChain } from '../history/appendHistory.ts';
import type { ClaimedTrial, ConnectionKind, TrialOutcome } from './connectionRecord.ts';
import { CLAIM_REPLACEMENTS, recordReplacement } from './replacementTrials.ts';
import { IS_SHOWN, TRIAL_LEASE_SECONDS } from './trialQueue.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';

const MAX_WAIT_MILLISECONDS = 5_000;

/** Wakes the workers; in the transaction that makes a trial due. */
export const NOTIFY_TRIALS = `pg_notify('keyway_trial', '')`;
export const WAKE_TRIALS = `select ${NOTIFY_TRIALS}`;

const CLAIMED_FIELDS = [
  'partnerId',
  'organizationId',
  'kind',
  'trialAttempts',
  'credentialVersion',
  'trialLeaseToken',
] as const satisfies readonly (keyof Connection)[];

const CLAIM = {
  name: 'trial_claim',
  text: `
    with due as materialized (
      select c.partner_id, c.organization_id, c.kind from connection c
      where c.trial_due_at <= clock_timestamp() and (c.trial_lease_until is null or c.trial_lease_until < clock_timestamp()) and ${IS_SHOWN}
      order by c.trial_due_at limit $1 for update of c skip locked)
    update connection c set trial_lease_token = gen_random_uuid(), trial_attempts = c.trial_attempts + 1,
      trial_lease_until = clock_timestamp() + interval '${TRIAL_LEASE_SECONDS} seconds'
    from due where c.partner_id = due.partner_id and c.organization_id = due.organization_id and c.kind = due.kind
    returning ${columns('c', CLAIMED_FIELDS)}`,
};
const NEXT_DUE = {
  name: 'trial_next_due',
  text: `select extract(epoch from min(greatest(c.trial_due_at, c.trial_lease_until)) - clock_timestamp())::float8 as seconds from (
      select partner_id, organization_id, trial_due_at, trial_lease_until from connection
      union all select partner_id, organization_id, trial_due_at, trial_lease_until from connection_replacement) c
    where c.trial_due_at is not null and ${IS_SHOWN}`,
};
/** An undecided trial leaves a failure as it is, and takes away what it was to confirm. */
const RECORD = {
  name: 'trial_record',
  text: `
  update connection set
    trial_state = case when $6 = 'undecided' then case when trial_state = 'FAILED' then 'FAILED' else 'NOT_TRIED' end else $7 end,
    trial_code = case when $6 = 'undecided' and trial_state = 'FAILED' then trial_code else $8 end,
    trial_message = case when $6 = 'undecided' and trial_state = 'FAILED' then trial_message else $9 end,
    tried_at = case when $6 = 'undecided' then tried_at else clock_timestamp() end,
    trial_due_at = clock_timestamp() + make_interval(secs => $10::float8),
    trial_lease_token = null, trial_lease_until = null, permissions = coalesce($11::jsonb, permissions)
  where organization_id = $1 and kind = $2 and credential_version = $3 and trial_lease_token = $4 and ${ofPartner('partner_id', '$5')}
  returning clock_timestamp() as now`,
};
/** Under the lease of the trial. */
const TRIED = {
  name: 'trial_before',
  text: `select trial_state as "trialState", trial_code as "trialCode",
       fields ->> 'clientId' as "clientId", fields ->> 'roleArn' as "roleArn" from connection
     where organization_id = $1 and kind = $2 and credential_version = $3 and trial_lease_token = $4 and ${ofPartner('partner_id', '$5')} for update`,
};

const Kinds = z.enum(['adobe', 'azure', 'aws']);
const CLOUDS = { adobe: 'Adobe', azure: 'Azure', aws: 'AWS' } as const;
const STATES = { connected: 'CONNECTED', failed: 'FAILED', undecided: null } as const;

type ClaimedRow = RowOf<Connection, (typeof CLAIMED_FIELDS)[number]> & { id?: string };

interface Before extends Pick<Connection, 'trialState' | 'trialCode'> {
  clientId: string | null;
  roleArn: string | null;
}

export class ConnectionTrials {
  private readonly database: Database;
  private readonly wakeUps: WakeUps;

  private readonly pollScale: number;

  constructor(database: Database, notifications: Notifications, pollScale: number) {
    this.database = database;
    this.pollScale = pollScale;
    this.wakeUps = new WakeUps(notifications, 'keyway_trial', MAX_WAIT_MILLISECONDS);
  }

  /** Trials that are due, each to one holder until its lease ends. */
  async claim(limit: number): Promise<ClaimedTrial[]> {
    this.wakeUps.claiming();
    const stored = await this.database.read<ClaimedRow>(CLAIM, [limit]);
    const left = limit - stored.length;
    const rows = left > 0 ? await this.database.read<ClaimedRow>(CLAIM_REPLACEMENTS, [left]) : [];
    return [...stored, ...rows].map((row) => ({
      partnerId: row.partnerId,
      organizationId: row.organizationId,
      kind: Kinds.parse(row.kind),
      attempts: row.trialAttempts,
      replacement: row.id ?? null,
      lease: { credentialVersion: row.credentialVersion, token: row.trialLeaseToken! },
    }));
  }

  /**
   * Stores the outcome of a trial, and writes `connectionVerified` or `connectionFailed` if the
   * result changed. A replacement that works takes the place of the former, also in the open run.
   * False, and nothing is stored: the credential was replaced or removed meanwhile, or another
   * worker has the trial by now.
   */
  record(trial: ClaimedTrial, outcome: TrialOutcome): Promise<boolean> {
    const { replacement } = trial;
    return this.database.transaction('system', (transaction) =>
      replacement === null
        ? record(transaction, trial, outcome)
        : recordReplacement(transaction, { ...trial, replacement }, outcome, this.pollScale),
    );
  }

  /** Frees a trial that was not made, for the next worker. */
  async release({
    partnerId,
    organizationId,
    kind,
    lease,
    replacement,
  }: ClaimedTrial): Promise<void> {
    const table = replacement === null ? 'connection' : 'connection_replacement';
    const freed = await this.database.read(
      `update ${table} set trial_lease_token = null, trial_lease_until = null
       where organization_id = $1 and kind = $2 and trial_lease_token = $3 and ${ofPartner('partner_id', '$4')} returning 1`,
      [organizationId, kind, lease.token, partnerId],
    );
    if (freed.length > 0) await this.database.read(WAKE_TRIALS);
  }

  /** A call with the credential was refused: one that counts as connected is tried again. */
  async scheduleRetrial(
    { partnerId, organizationId }: OrganizationIds,
    kind: ConnectionKind,
  ): Promise<void> {
    const scheduled = await this.database.read(
      `update connection set trial_due_at = clock_timestamp(), trial_attempts = 0
       where organization_id = $1 and kind = $2 and ${ofPartner('partner_id', '$3')} and trial_state = 'CONNECTED' and trial_due_at is null returning 1`,
      [organizationId, kind, partnerId],
    );
    if (scheduled.length > 0) await this.database.read(WAKE_TRIALS);
  }

  /**
   * Resolves when there may be something to claim: NOTIFY, the next due time, or at the latest
   * after some seconds.
   */
  async waitForWork(signal: AbortSignal): Promise<void> {
    await this.wakeUps.wait(async () => {
      const [next] = await this.database.read<{ seconds: number | null }>(NEXT_DUE);
      return next?.seconds == null ? null : next.seconds * 1000;
    }, signal);
  }
}

async function record(
  transaction: Transaction,
  trial: ClaimedTrial,
  outcome: TrialOutcome,
): Promise<boolean> {
  const { partnerId, organizationId, kind, lease } = trial;
  const which = [organizationId, kind, lease.credentialVersion, lease.token, partnerId];
  // Sent together and answered in order, the lock first.
  const [end, [before]] = await Promise.all([
    lockChain(transaction, { partnerId, organizationId }),
    transaction.query<Before>(TRIED, which),
  ]);
  if (!end || !before) return false;
  const { code, message, status, result, againAfterSeconds } = outcome;
  const [written] = await transaction.query<{ now: Date }>(RECORD, [
    ...which,
    ...[result, STATES[result], code, message, againAfterSeconds],
    outcome.permissions ? JSON.stringify(outcome.permissions) : null,
  ]);
  const isNews =
    before.trialState !== STATES[result] || (result === 'failed' && before.trialCode !== code);
  if (result === 'undecided' || !isNews) return true;
  const data = {
    cloud: CLOUDS[kind],
    ...(before.roleArn === null ? { clientId: before.clientId } : { roleArn: before.roleArn }),
    ...(result === 'failed' ? { failure: { status, code, message } } : {}),
  };
  const occurrence = { id: randomUUID(), at: written!.now.toISOString(), actor: WORKER };
  const owner = { partnerId, organizationId };
  await writeHistory(
    transaction,
    owner,
    result === 'connected' ? 'connectionVerified' : 'connectionFailed',
    data,
    occurrence,
    end,
  );
  return true;
}
