/**
 * Organizations of dry runs, for workers: each has one holder at a time under a lease, and few of a
 * partner are read at once.
 */
import {
  mayMutate,
  readinessCauseKey,
  refuse,
  type DryRunBasis,
  type Readiness,
  type Refusal,
  type TrackId,
} from '@keyway/core';
import { rightsNow } from '../access/rightsNow.ts';
import type { OpenedConnections } from '../connections/connectionRecord.ts';
import { connectionsOf, publicConnections } from '../connections/storedConnection.ts';
import { openSealed, readSealed } from '../connections/sealedConnection.ts';
import type { Database, Sql, Transaction } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { ofPartner } from '../database/ofPartner.ts';
import { WakeUps } from '../database/wakeUps.ts';
import { findOrganization } from '../organizations/findOrganizations.ts';
import { organizationArchived } from '../organizations/organizationRefusals.ts';
import { organizationOfRun } from '../organizations/organizationRow.ts';
import { findPolicies } from '../policies/findPolicies.ts';
import { findCurrentRun } from '../runs/findRuns.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { View } from '../tenancy/view.ts';
import { Visibility } from '../tenancy/visibility.ts';
import { ANNOUNCE_DRY_RUN, parsePlannedKeys } from './dryRunRecord.ts';

/** Of one partner at once, of all workers together: runs and other partners continue. */
export const MAX_OF_PARTNER = 4;
/** Longer than reading one organization may take. */
const LEASE_SECONDS = 120;
/** After so many attempts it is given up. */
export const MAX_DRY_RUN_ATTEMPTS = 5;
const RETRY_SECONDS = 5;
const MAX_WAIT_MILLISECONDS = 5_000;

/** Claims are made one after the other, so that the limit of a partner is exact. */
const LOCK = `select pg_try_advisory_xact_lock(hashtextextended('dry_run_claim', 0)) as locked`;
const CLAIM = `with leased as (
    select i.partner_id, count(*)::int as count from dry_run_item i
    where i.status = 'PENDING' and i.lease_until > clock_timestamp() group by 1),
  waiting as (
    select i.dry_run_id, i.position, row_number() over (partition by i.partner_id order by j.started_at, j.id, i.position) + coalesce(l.count, 0) as place
    from dry_run_item i join dry_run j on j.id = i.dry_run_id left join leased l on l.partner_id = i.partner_id
    where i.status = 'PENDING' and j.status = 'RUNNING'
      and (i.lease_until is null or i.lease_until <= clock_timestamp()) and (i.due_at is null or i.due_at <= clock_timestamp())),
  due as (select w.dry_run_id, w.position from waiting w where w.place <= ${MAX_OF_PARTNER} order by w.place, w.dry_run_id limit $1)
  update dry_run_item i set lease = gen_random_uuid(), lease_holder = $2, lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds', attempts = i.attempts + 1
  from due d join dry_run j on j.id = d.dry_run_id
  where i.dry_run_id = d.dry_run_id and i.position = d.position and i.status = 'PENDING'
  returning i.dry_run_id as "dryRunId", i.position, i.partner_id as "partnerId", i.organization_id as "organizationId",
    i.keys, i.lease, i.attempts, j.tracks, j.starter`;

interface ClaimedRow {
  dryRunId: string;
  position: number;
  partnerId: string;
  organizationId: string;
  keys: unknown;
  lease: string;
  attempts: number;
  tracks: TrackId[];
  starter: string;
}

/** An organization that one worker reads. */
export interface ClaimedDryRun {
  dryRunId: string;
  partnerId: string;
  organizationId: string;
  tracks: TrackId[];
  /** How often it was claimed, this time included. */
  attempts: number;
  lease: string;
  /** What the dry run begins with; or why no run could be started. */
  basis: DryRunBasis | Refusal;
  /** The stored credentials, opened. */
  connections: () => Promise<OpenedConnections>;
}

/** An organization of a dry run whose lease this worker has. */
type Held = Pick<ClaimedDryRun, 'dryRunId' | 'partnerId' | 'lease'>;

/**
 * Of runs as of dry runs: who planned a key in the vault, or the KMS key, or was given one. Planned
 * keys are texts that people entered, so their host is compared without its case and its port.
 */
const OTHERS_SHARING = `select count(*)::int as others from (
    select v.organization_id from organization me
      join run_vault v on v.partner_id = me.partner_id and v.organization_id <> me.id
      join run r on r.id = v.run_id and ${ofPartner('r.partner_id', '$4')} and r.status <> 'CANCELLED'
    where me.id = $1 and ${ofPartner('me.partner_id', '$4')} and v.vault_uri = lower($2)
    union
    select i.organization_id from dry_run_item i, jsonb_each(i.keys) k
    where i.dry_run_id = $3 and ${ofPartner('i.partner_id', '$4')} and i.organization_id <> $1 and i.status <> 'SKIPPED' and i.keys <> '{}'
      and substring(lower(btrim(k.value->>'keyIdentifier')) from '^(https://[^/:]+|arn:.+)') = lower($2)
  ) sharers`;

const CONFIGURED = 'select 1 from configuration where organization_id = $1';

/** What workers take of dry runs, and where they write what they found. */
export class DryRunQueue {
  private readonly database: Database;
  private readonly sealing: Sealing;
  private readonly holder: string;
  private readonly wakeUps: WakeUps;

  constructor(
    database: Database,
    notifications: Notifications,
    { sealing, holder }: { sealing: Sealing; holder: string },
  ) {
    this.database = database;
    this.sealing = sealing;
    this.holder = holder;
    this.wakeUps = new WakeUps(notifications, 'keyway_dry_run', MAX_WAIT_MILLISECONDS);
  }

  /**
   * Some that wait, each to one worker. Those that the starter may not read any more are skipped;
   * `count` has them, too.
   */
  async claim(limit: number): Promise<{ claimed: ClaimedDryRun[]; count: number }> {
    this.wakeUps.claiming();
    const rows = await this.database.transaction('system', async (sql) => {
      const [lock] = await sql.query<{ locked: boolean }>(LOCK);
      return lock?.locked ? sql.query<ClaimedRow>(CLAIM, [limit, this.holder]) : [];
    });
    const claimed: ClaimedDryRun[] = [];
    for (const row of rows) {
      const one = await this.permitted(row);
      if (one) claimed.push(one);
    }
    return { claimed, count: rows.length };
  }

  /**
   * Releases what a dead process of the same holder's name had leased; returns how many. The
   * attempt counts, since the organization may be what it died of. Call it before the first claim
   * only.
   */
  async takeBack(): Promise<number> {
    const rows = await this.database.read(
      `update dry_run_item set lease = null, lease_until = null
       where lease_holder = $1 and lease is not null and status = 'PENDING' returning 1`,
      [this.holder],
    );
    return rows.length;
  }

  /** By the rights of now; null where there are none, and the organization is skipped. */
  private async permitted(row: ClaimedRow): Promise<ClaimedDryRun | null> {
    const { partnerId, organizationId, starter, dryRunId, tracks, attempts, lease } = row;
    const sql = { query: this.database.read.bind(this.database) };
    const rights = await rightsNow(sql, { partnerId, who: starter });
    if (!rights || !mayMutate(rights, 'startDryRun', organizationId)) {
      await this.settle(row, { status: 'SKIPPED' });
      return null;
    }
    const visibility = new Visibility({ partnerId, organizationIds: [organizationId] });
    return {
      ...{ dryRunId, partnerId, organizationId, tracks, attempts, lease },
      basis: await this.database.transaction(visibility.scope, (transaction) =>
        basisOf(viewOf(transaction, visibility), row),
      ),
      connections: async () =>
        openSealed(
          this.sealing,
          organizationId,
          await readSealed(sql, { partnerId, organizationId }),
        ),
    };
  }

  /** Writes the result, once: false where the lease is another's by now, or it was canceled. */
  finish(claimed: Held, result: Readiness): Promise<boolean> {
    return this.settle(claimed, { status: 'DONE', result });
  }

  /**
   * How many other organizations use the vault or KMS key, or would by the keys that are planned
   * beside these (VAL-09). `vaultOrKey` is as `vaultOrKeyOf` says it.
   */
  async otherOrganizationsSharing(
    {
      dryRunId,
      partnerId,
      organizationId,
    }: Pick<ClaimedDryRun, 'dryRunId' | 'partnerId' | 'organizationId'>,
    vaultOrKey: string,
  ): Promise<number> {
    const [row] = await this.database.read<{ others: number }>(OTHERS_SHARING, [
      ...[organizationId, vaultOrKey, dryRunId, partnerId],
    ]);
    return row?.others ?? 0;
  }

  /** After an unexpected failure: to be tried again later. */
  async putOff({
    dryRunId,
    partnerId,
    lease,
    attempts,
  }: Held & Pick<ClaimedDryRun, 'attempts'>): Promise<void> {
    await this.database.read(
      `update dry_run_item set lease = null, lease_until = null, due_at = clock_timestamp() + make_interval(secs => $2)
       where lease = $1 and status = 'PENDING' and dry_run_id = $3 and ${ofPartner('partner_id', '$4')}`,
      [lease, RETRY_SECONDS * attempts, dryRunId, partnerId],
    );
  }

  /** Gives it to any worker at once, as when this one stops; the attempt does not count. */
  async release({ dryRunId, partnerId, lease }: Held): Promise<void> {
    await this.database.read(
      `update dry_run_item set lease = null, lease_until = null, attempts = attempts - 1
       where lease = $1 and status = 'PENDING' and dry_run_id = $2 and ${ofPartner('partner_id', '$3')}`,
      [lease, dryRunId, partnerId],
    );
  }

  /** Resolves when there may be something to do, at the latest after some seconds. */
  waitForWork(signal: AbortSignal): Promise<void> {
    return this.wakeUps.wait(() => Promise.resolve(null), signal);
  }

  /** Under the lock of the dry run, so that the last one ends it. */
  private settle(
    { dryRunId, partnerId, lease }: Held,
    { status, result }: { status: 'DONE' | 'SKIPPED'; result?: Readiness },
  ): Promise<boolean> {
    return this.database.transaction('system', async (sql) => {
      const [open] = await sql.query<{ status: string }>(
        `select status from dry_run where id = $1 and ${ofPartner('partner_id', '$2')} for update`,
        [dryRunId, partnerId],
      );
      if (open?.status !== 'RUNNING') return false;
      const settled = await sql.query(
        `update dry_run_item set status = $3, outcome = $4, causes = $5, result = $6, checked_at = clock_timestamp(), lease = null, lease_until = null
         where dry_run_id = $1 and lease = $2 and status = 'PENDING' and ${ofPartner('partner_id', '$7')} returning 1`,
        [
          ...[dryRunId, lease, status, result?.outcome ?? null],
          ...[result?.causes.map(readinessCauseKey) ?? [], result ? JSON.stringify(result) : null],
          partnerId,
        ],
      );
      if (settled.length === 0) return false;
      await endWhereDone(sql, { dryRunId, partnerId });
      return true;
    });
  }
}

async function endWhereDone(
  sql: Sql,
  { dryRunId, partnerId }: Pick<ClaimedDryRun, 'dryRunId' | 'partnerId'>,
): Promise<void> {
  await sql.query(
    `update dry_run j set status = 'DONE', ended_at = clock_timestamp() where j.id = $1 and ${ofPartner('j.partner_id', '$2')}
       and not exists (select 1 from dry_run_item i where i.dry_run_id = $1 and ${ofPartner('i.partner_id', '$2')} and i.status = 'PENDING')`,
    [dryRunId, partnerId],
  );
  await sql.query(
    `select ${ANNOUNCE_DRY_RUN} from dry_run j where j.id = $1 and ${ofPartner('j.partner_id', '$2')}`,
    [dryRunId, partnerId],
  );
}

const viewOf = (sql: Transaction, visibility: Visibility): View => ({
  ...{ sql, visibility },
  transaction: (work) => work(sql),
});

/** What a run would begin with, or why none could. */
async function basisOf(
  view: View,
  { organizationId, keys }: Pick<ClaimedRow, 'organizationId' | 'keys'>,
): Promise<DryRunBasis | Refusal> {
  const ids = [organizationId];
  const organization = await findOrganization(view, organizationId);
  if (!organization) return refuse('organizationNotFound', ['organizationIds']);
  if (organization.archivedAt) return organizationArchived();
  const latest = await findCurrentRun(view, organizationId);
  const isClosed = !latest || latest.run.cancelled !== null;
  const configured = isClosed && (await view.sql.query(CONFIGURED, ids)).length > 0;
  if (configured) return refuse('configurationOfEarlierRun', ['organizationId']);
  const { isOwn: _, ...policy } = (await findPolicies(view, ids)).of(organizationId);
  return {
    organization: organizationOfRun(organization),
    connections: publicConnections(await connectionsOf(view, ids)),
    policy,
    keys: parsePlannedKeys(keys),
    latest: latest?.run ?? null,
  };
}
