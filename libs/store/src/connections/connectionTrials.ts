/**
 * Trials of stored credentials, in the rows of the connections themselves. By the database's clock
 * alone. A trial is bound to the version of the credential it was claimed with: what a late worker
 * found out about an earlier one is dropped.
 */
import { randomUUID } from 'node:crypto';
import { writeHistory, lockChain } from '../history/appendHistory.ts';
import type {
  ClaimedTrial,
  ConnectionKind,
  ConnectionState,
  TrialOutcome,
} from './connectionRecord.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';

/** Longer than a trial with all its time-outs may take. */
const LEASE_SECONDS = 90;
const LONGEST_WAIT_MILLISECONDS = 5_000;
const WORKER = { principal: 'worker', name: 'Keyway worker' };

/** Wakes the workers; in the transaction that makes a trial due. */
export const WAKE_TRIALS = `select pg_notify('keyway_trial', '')`;

/** Of an archived organization nothing is tried; what is due of it waits until it is restored. */
const IS_SHOWN =
  'exists (select from organization o where o.id = c.organization_id and o.archived_at is null)';

const CLAIM = {
  name: 'trial_claim',
  text: `
    with due as materialized (
      select c.organization_id, c.kind from connection c
      where c.trial_due_at <= clock_timestamp() and (c.trial_lease_until is null or c.trial_lease_until < clock_timestamp()) and ${IS_SHOWN}
      order by c.trial_due_at limit $1 for update of c skip locked)
    update connection c set trial_lease_token = gen_random_uuid(), trial_attempts = c.trial_attempts + 1,
      trial_lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
    from due where c.organization_id = due.organization_id and c.kind = due.kind
    returning c.organization_id, c.kind, c.trial_attempts, c.credential_version, c.trial_lease_token`,
};
const NEXT_DUE = {
  name: 'trial_next_due',
  text: `select extract(epoch from min(greatest(c.trial_due_at, c.trial_lease_until)) - clock_timestamp())::float8 as seconds from connection c
    where c.trial_due_at is not null and ${IS_SHOWN}`,
};
/** An undecided trial leaves a failure as it is, and takes away what it was to confirm. */
const RECORD = `
  update connection set
    trial_state = case when $5 = 'undecided' then case when trial_state = 'FAILED' then 'FAILED' else 'NOT_TRIED' end else $6 end,
    trial_code = case when $5 = 'undecided' and trial_state = 'FAILED' then trial_code else $7 end,
    trial_message = case when $5 = 'undecided' and trial_state = 'FAILED' then trial_message else $8 end,
    tried_at = case when $5 = 'undecided' then tried_at else clock_timestamp() end,
    trial_due_at = clock_timestamp() + make_interval(secs => $9::float8),
    trial_lease_token = null, trial_lease_until = null
  where organization_id = $1 and kind = $2 and credential_version = $3 and trial_lease_token = $4
  returning clock_timestamp() as now`;

const STATES = { connected: 'CONNECTED', failed: 'FAILED', undecided: null } as const;

interface ClaimedRow {
  organization_id: string;
  kind: ConnectionKind;
  trial_attempts: number;
  credential_version: number;
  trial_lease_token: string;
}

interface Before {
  partner_id: string;
  trial_state: ConnectionState;
  trial_code: string | null;
  client_id: string;
}

export class ConnectionTrials {
  private readonly database: Database;
  private readonly wakers = new Set<() => void>();
  private woken = 0;
  private knownAtClaim = 0;

  constructor(database: Database, notifications: Notifications) {
    this.database = database;
    const wake = (): void => {
      this.woken += 1;
      for (const waker of [...this.wakers]) waker();
    };
    notifications.on('keyway_trial', wake);
    notifications.onReconnect(wake);
  }

  /** Trials that are due, each to one holder until its lease ends. */
  async claim(limit: number): Promise<ClaimedTrial[]> {
    this.knownAtClaim = this.woken;
    const rows = await this.database.read<ClaimedRow>(CLAIM, [limit]);
    return rows.map((row) => ({
      organizationId: row.organization_id,
      kind: row.kind,
      attempts: row.trial_attempts,
      lease: { credentialVersion: row.credential_version, token: row.trial_lease_token },
    }));
  }

  /**
   * Stores the outcome of a trial, and writes `connectionVerified` or `connectionFailed` where that
   * is news. False, and nothing is stored: the credential was replaced or removed meanwhile, or
   * another worker has the trial by now.
   */
  record(trial: ClaimedTrial, outcome: TrialOutcome): Promise<boolean> {
    return this.database.transaction('system', (transaction) =>
      record(transaction, trial, outcome),
    );
  }

  /** Frees a trial that was not made, for whoever is next. */
  async release({ organizationId, kind, lease }: ClaimedTrial): Promise<void> {
    const freed = await this.database.read(
      `update connection set trial_lease_token = null, trial_lease_until = null
       where organization_id = $1 and kind = $2 and trial_lease_token = $3 returning 1`,
      [organizationId, kind, lease.token],
    );
    if (freed.length > 0) await this.database.read(WAKE_TRIALS);
  }

  /** A call with the credential was refused: one that counts as connected is tried again. */
  async doubt(organizationId: string, kind: ConnectionKind): Promise<void> {
    const asked = await this.database.read(
      `update connection set trial_due_at = clock_timestamp(), trial_attempts = 0
       where organization_id = $1 and kind = $2 and trial_state = 'CONNECTED' and trial_due_at is null returning 1`,
      [organizationId, kind],
    );
    if (asked.length > 0) await this.database.read(WAKE_TRIALS);
  }

  /**
   * Resolves when there may be something to claim: NOTIFY, the next due time, or at the latest
   * after some seconds.
   */
  async waitForWork(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.woken !== this.knownAtClaim) return;
    let timer: NodeJS.Timeout | undefined;
    let done = (): void => undefined;
    const woken = new Promise<void>((resolve) => (done = resolve));
    // Before the next due time is read: a wake-up while reading counts.
    this.wakers.add(done);
    signal.addEventListener('abort', done);
    try {
      const [next] = await this.database.read<{ seconds: number | null }>(NEXT_DUE);
      const untilDue = next?.seconds == null ? LONGEST_WAIT_MILLISECONDS : next.seconds * 1000;
      timer = setTimeout(done, Math.min(Math.max(untilDue, 0), LONGEST_WAIT_MILLISECONDS));
      await woken;
    } finally {
      clearTimeout(timer);
      this.wakers.delete(done);
      signal.removeEventListener('abort', done);
    }
  }
}

async function record(
  transaction: Transaction,
  trial: ClaimedTrial,
  outcome: TrialOutcome,
): Promise<boolean> {
  const { organizationId, kind, lease } = trial;
  const which = [organizationId, kind, lease.credentialVersion, lease.token];
  await lockChain(transaction, organizationId);
  const [before] = await transaction.query<Before>(
    `select partner_id, trial_state, trial_code, fields ->> 'clientId' as client_id from connection
     where organization_id = $1 and kind = $2 and credential_version = $3 and trial_lease_token = $4 for update`,
    which,
  );
  if (!before) return false;
  const { code, message, status, result, againAfterSeconds } = outcome;
  const [written] = await transaction.query<{ now: Date }>(RECORD, [
    ...which,
    ...[result, STATES[result], code, message, againAfterSeconds],
  ]);
  const isNews =
    before.trial_state !== STATES[result] || (result === 'failed' && before.trial_code !== code);
  if (result === 'undecided' || !isNews) return true;
  const cloud = kind === 'adobe' ? 'Adobe' : 'Azure';
  const data = {
    cloud,
    clientId: before.client_id,
    ...(result === 'failed' ? { failure: { status, code, message } } : {}),
  };
  const occurrence = { id: randomUUID(), at: written!.now.toISOString(), actor: WORKER };
  const place = { partnerId: before.partner_id, organizationId };
  await writeHistory(
    transaction,
    place,
    result === 'connected' ? 'connectionVerified' : 'connectionFailed',
    data,
    occurrence,
  );
  return true;
}
