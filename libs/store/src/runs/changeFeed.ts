/**
 * Announces every committed change of a run, also where only its history grew; reads what it missed
 * after a lost connection, until the database answers.
 */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import type { RunChange } from './runRecord.ts';

const Changes: z.ZodType<RunChange> = z.object({
  partnerId: z.string(),
  organizationId: z.string(),
  runId: z.string(),
  version: z.int(),
});

/** A transaction commits some time after the instant it writes. */
const MARGIN_MILLISECONDS = 10_000;

/** Runs whose last announced version is known. */
const MAX_ANNOUNCED_RUNS = 10_000;

const RETRY_PAUSE_MILLISECONDS = 500;

/** SQL: what a change says. */
const CHANGE = `r.partner_id as "partnerId", r.organization_id as "organizationId", r.id as "runId", r.version`;

/**
 * Runs that changed since $1, and those beside which something was written to the history: that
 * says nothing of a version.
 */
const MISSED = `select ${CHANGE}, false as "isBeside" from run r where r.updated_at >= $1
  union select ${CHANGE}, true from chain_head c join run r on r.organization_id = c.chain_id where c.written_at >= $1 and c.at > r.updated_at`;

export class ChangeFeed {
  private readonly announced = new LRUCache<string, number>({
    maxSize: MAX_ANNOUNCED_RUNS,
    sizeCalculation: () => 1, // `max` would reserve memory for all of them
  });
  private readonly listeners = new Set<(change: RunChange) => void>();
  private readonly database: Database;
  private readonly notifications: Notifications;
  private readonly onWarning: (message: string) => void;
  /** Since when changes may have been missed that nobody has begun to read. */
  private missedSince: Date | null = null;
  private isReading = false;
  private closed = false;

  constructor(
    database: Database,
    notifications: Notifications,
    onWarning: (message: string) => void,
  ) {
    this.database = database;
    this.notifications = notifications;
    this.onWarning = onWarning;
    notifications.on('keyway_run', (payload) => this.announce(Changes.parse(JSON.parse(payload))));
    notifications.onReconnect((lostAt) => void this.announceMissed(lostAt));
  }

  close(): void {
    this.closed = true;
  }

  /** @throws Error where this process does not listen to changes of runs */
  on(listener: (change: RunChange) => void): () => void {
    this.notifications.check('keyway_run');
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private announce(change: RunChange): void {
    const { runId, version } = change;
    this.announced.set(runId, version);
    for (const listener of this.listeners) listener(change);
  }

  private async announceMissed(lostAt: Date): Promise<void> {
    this.missedSince = earlier(this.missedSince, lostAt);
    if (this.isReading) return;
    this.isReading = true;
    while (this.missedSince && !this.closed) {
      const since = this.missedSince;
      this.missedSince = null;
      try {
        await this.announceSince(since);
      } catch (error) {
        if (this.closed) break;
        this.onWarning(`Missed changes could not be read; trying again: ${String(error)}`);
        this.missedSince = earlier(this.missedSince, since);
        await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MILLISECONDS).unref());
      }
    }
    this.isReading = false;
  }

  private async announceSince(lostAt: Date): Promise<void> {
    if (this.listeners.size === 0) return;
    const missed = await this.database.read<RunChange & { isBeside: boolean }>(MISSED, [
      new Date(this.database.clock.ofProcess(lostAt).getTime() - MARGIN_MILLISECONDS),
    ]);
    for (const { isBeside, ...change } of missed)
      if (isBeside || this.announced.peek(change.runId) !== change.version) this.announce(change);
  }
}

const earlier = (one: Date | null, other: Date): Date => (one && one < other ? one : other);
