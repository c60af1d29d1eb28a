/**
 * The queue of observations: each has one holder at a time, under a lease that is longer than it
 * may take. One that finds nothing new writes its time alone.
 */
import {
  advanceWatch,
  healthOfWatch,
  WORKER,
  type Organization,
  type Watch,
  type WatchAdvance,
  type WatchEvent,
  type WatchEventData,
} from '@keyway/core';
import type { OpenedConnections } from '../connections/connectionRecord.ts';
import { openSealed, type SealedRow } from '../connections/sealedConnection.ts';
import { UnknownCommit, type Database, type Transaction } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { withRetry } from '../database/retry.ts';
import { WakeUps } from '../database/wakeUps.ts';
import { lockChain } from '../history/appendHistory.ts';
import {
  organizationOfRun,
  organizationRecord,
  type OrganizationRow,
} from '../organizations/organizationRow.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { endAdobeAlerts } from './adobeAlertRows.ts';
import { advanceStoredWatch, WatchHistory } from './advanceStoredWatch.ts';
import { beginWatches } from './beginWatches.ts';
import {
  CLAIM,
  CLAIMED,
  END,
  END_UNCHANGED,
  HELD,
  NEXT_DUE,
  RELEASE,
  type ObservationRow,
} from './observationStatements.ts';
import {
  addObservationTotals,
  watchedCount,
  type ObservationTotal,
  type WatchedCount,
} from './observationFigures.ts';
import { nextObservationAt } from './observationTimes.ts';
import { storedWatch, type WatchRow } from './watchRow.ts';

/** After so long an observation is given up; what it had not read by then counts as unreadable. */
export const OBSERVATION_SECONDS = 60;

const MAX_WAIT_MILLISECONDS = 5_000;

/** One observation that only this process may end, until its lease does. */
export interface ClaimedObservation {
  organizationId: string;
  partnerId: string;
  runId: string;
  watch: Watch;
  organization: Organization;
  /** The stored credentials, opened. */
  connections: () => Promise<OpenedConnections>;
  dueAt: Date;
  /** A person or an event asked for it. */
  asked: boolean;
  lease: { token: string; generation: number };
  /** How often it was claimed, this time included; more than 1 after a worker died. */
  claims: number;
}

/** `lost`: another worker has it by now, or it ended already; nothing was written. */
export type ObservationOutcome = WatchAdvance | 'unchanged' | 'lost';

export interface ObservationQueueOptions {
  holder: string;
  sealing: Sealing;
  pollScale: number;
  onWarning: (message: string) => void;
}

export class ObservationQueue {
  private readonly database: Database;
  private readonly options: ObservationQueueOptions;
  private readonly wakeUps: WakeUps;

  constructor(database: Database, notifications: Notifications, options: ObservationQueueOptions) {
    this.database = database;
    this.options = options;
    this.wakeUps = new WakeUps(notifications, 'keyway_watch', MAX_WAIT_MILLISECONDS);
  }

  /** Begins to watch what was completed since: one pass; answers how many runs there were. */
  begin(): Promise<number> {
    return beginWatches(this.database, this.options.pollScale);
  }

  /**
   * Claims what is due: up to `limit` that somebody asked for, and up to `usual` others. A watch
   * that can't be read keeps its lease, and is tried again when that ends, less and less often.
   */
  async claim(limit: number, usual: number = limit): Promise<ClaimedObservation[]> {
    this.wakeUps.claiming();
    const [rows, watches, organizations, sealed] = await this.database.readTogether<
      [ObservationRow[], WatchRow[], OrganizationRow[], SealedRow[]]
    >([
      { query: CLAIM, values: [limit, usual, this.options.holder, this.options.pollScale] },
      { query: CLAIMED.watches, values: [] },
      { query: CLAIMED.organizations, values: [] },
      { query: CLAIMED.credentials, values: [] },
    ]);
    return rows.flatMap((row) => {
      const { organizationId } = row;
      const watch = watches.find((one) => one.organizationId === organizationId);
      const organization = organizations.find((one) => one.id === organizationId);
      if (!watch || !organization) return [];
      const own = sealed.filter((one) => one.organizationId === organizationId);
      return this.claimed(row, watch, organization, own);
    });
  }

  private claimed(
    row: ObservationRow,
    stored: WatchRow,
    organization: OrganizationRow,
    sealed: readonly SealedRow[],
  ): ClaimedObservation[] {
    const { organizationId, dueAt, asked, generation, claims, leaseToken } = row;
    try {
      const { watch, partnerId, runId } = storedWatch(stored);
      if (!watch) return [];
      return [
        {
          ...{ organizationId, partnerId, runId, watch, dueAt, asked, claims },
          organization: organizationOfRun(organizationRecord(organization)),
          connections: () => openSealed(this.options.sealing, organizationId, sealed),
          lease: { token: leaseToken!, generation },
        },
      ];
    } catch (error) {
      this.options.onWarning(`The watch of ${organizationId} can't be read: ${String(error)}`);
      return [];
    }
  }

  /**
   * Ends an observation with what it saw. Tried again where the answer to COMMIT was lost: one that
   * ended is `lost` then, and nothing is written twice.
   */
  record(
    observation: ClaimedObservation,
    data: WatchEventData['observed'],
  ): Promise<ObservationOutcome> {
    const at = this.database.clock.now();
    const event: WatchEvent = {
      id: observation.lease.token,
      at: at.toISOString(),
      actor: WORKER,
      kind: 'observed',
      data,
    };
    return withRetry(
      async () =>
        (await this.endUnchanged(observation, event)) ?? this.endChanged(observation, event),
      (error) => error instanceof UnknownCommit,
    );
  }

  private endValues(
    { partnerId, organizationId, lease }: ClaimedObservation,
    isSoon: boolean,
  ): unknown[] {
    const { pollScale: timeScale } = this.options;
    const next = nextObservationAt(organizationId, this.database.clock.now(), {
      timeScale,
      isSoon,
    });
    return [organizationId, lease.token, lease.generation, next, partnerId];
  }

  /** Null where something is new, or where the watch is not the one that was read. */
  private async endUnchanged(
    observation: ClaimedObservation,
    event: WatchEvent,
  ): Promise<ObservationOutcome | null> {
    const advance = advanceWatch(observation.watch, event);
    if ('refusal' in advance || advance.changed) return null;
    const rows = await this.database.read(END_UNCHANGED, [
      ...this.endValues(observation, advance.observesSoon),
      ...[observation.watch.version, observation.runId],
    ]);
    return rows.length > 0 ? 'unchanged' : null;
  }

  private endChanged(
    observation: ClaimedObservation,
    event: WatchEvent,
  ): Promise<ObservationOutcome> {
    const { partnerId, organizationId, lease } = observation;
    const work = async (transaction: Transaction): Promise<ObservationOutcome> => {
      const [end, [row]] = await Promise.all([
        lockChain(transaction, { partnerId, organizationId }),
        transaction.query<WatchRow & { generation: number }>(HELD, [
          ...[organizationId, lease.token, partnerId],
        ]),
      ]);
      if (!end || !row) return 'lost';
      const { watch, ...owner } = storedWatch(row);
      if (!watch) return 'lost';
      const history = new WatchHistory(transaction, owner, event, end);
      const advance = await advanceStoredWatch(transaction, owner, watch, event, history);
      if ('refusal' in advance)
        throw new Error(`An observation was refused: ${advance.refusal.reason}`);
      if (row.generation === lease.generation)
        await endAdobeAlerts(transaction, owner, healthOfWatch(advance.watch), history);
      transaction.write(END, this.endValues(observation, advance.observesSoon));
      return advance;
    };
    return this.database.transaction('system', work);
  }

  /** Frees an observation that was not made, for the next worker. */
  async release({ partnerId, organizationId, lease }: ClaimedObservation): Promise<void> {
    await this.database.read(RELEASE, [organizationId, lease.token, false, 1, partnerId]);
  }

  /** Frees one that failed: it is tried again soon, then less and less often. */
  async giveBack({ partnerId, organizationId, lease }: ClaimedObservation): Promise<void> {
    const { pollScale } = this.options;
    await this.database.read(RELEASE, [organizationId, lease.token, true, pollScale, partnerId]);
  }

  /**
   * Releases what a dead process of the same holder's name had leased; returns how many. Call it
   * before the first claim only.
   */
  async takeBack(): Promise<number> {
    const rows = await this.database.read(
      'update watch_observation set lease_token = null, lease_until = null where lease_holder = $1 and lease_token is not null returning 1',
      [this.options.holder],
    );
    return rows.length;
  }

  /** For the pace of workers. */
  count(): Promise<WatchedCount> {
    return watchedCount(this.database);
  }

  /** For `/metrics`: what this worker did since it last said so. */
  addTotals(totals: readonly ObservationTotal[]): Promise<void> {
    return addObservationTotals(this.database, totals);
  }

  /** Resolves on NOTIFY, at the next due time, or after some seconds. */
  async waitForWork(signal?: AbortSignal): Promise<void> {
    await this.wakeUps.wait(async () => {
      const [next] = await this.database.read<{ seconds: number | null }>(NEXT_DUE);
      return next?.seconds == null ? null : next.seconds * 1000;
    }, signal);
  }
}
