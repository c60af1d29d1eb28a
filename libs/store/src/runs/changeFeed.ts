/** Announces every committed change of a run; reads what it missed after a lost connection. */
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

export class ChangeFeed {
  private readonly announced = new LRUCache<string, number>({
    maxSize: MAX_ANNOUNCED_RUNS,
    sizeCalculation: () => 1, // `max` would reserve memory for all of them
  });
  private readonly listeners = new Set<(change: RunChange) => void>();

  constructor(
    database: Database,
    notifications: Notifications,
    onWarning: (message: string) => void,
  ) {
    notifications.on('keyway_run', (payload) => this.announce(Changes.parse(JSON.parse(payload))));
    notifications.onReconnect((lostAt) => {
      this.announceSince(database, lostAt).catch((error: unknown) =>
        onWarning(`Missed changes could not be read: ${String(error)}`),
      );
    });
  }

  on(listener: (change: RunChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private announce(change: RunChange): void {
    const { runId, version } = change;
    this.announced.set(runId, version);
    for (const listener of this.listeners) listener(change);
  }

  private async announceSince(database: Database, lostAt: Date): Promise<void> {
    if (this.listeners.size === 0) return;
    const missed = await database.read<RunChange>(
      `select partner_id as "partnerId", organization_id as "organizationId", id as "runId", version from run where updated_at >= $1`,
      [new Date(database.clock.ofProcess(lostAt).getTime() - MARGIN_MILLISECONDS)],
    );
    for (const change of missed)
      if (this.announced.peek(change.runId) !== change.version) this.announce(change);
  }
}
