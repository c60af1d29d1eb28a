/**
 * Every committed change of a run, told to this process by the database; after a lost connection
 * what was missed is told late, not never.
 */
import type { Database } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import type { RunChange } from './runRecord.ts';

/** A transaction commits after its instant. */
const MARGIN_MILLISECONDS = 10_000;

/** Of so many runs it is known what was told last. */
const REMEMBERED = 10_000;

export class ChangeFeed {
  private readonly told = new Map<string, number>();
  private readonly listeners = new Set<(change: RunChange) => void>();

  constructor(
    database: Database,
    notifications: Notifications,
    onWarning: (message: string) => void,
  ) {
    notifications.on('keyway_run', (payload) => this.tell(JSON.parse(payload) as RunChange));
    notifications.onReconnect((lostAt) => {
      this.tellSince(database, lostAt).catch((error: unknown) =>
        onWarning(`Missed changes could not be read: ${String(error)}`),
      );
    });
  }

  on(listener: (change: RunChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(change: RunChange): void {
    const { runId, version } = change;
    this.told.delete(runId);
    this.told.set(runId, version);
    if (this.told.size > REMEMBERED) this.told.delete(this.told.keys().next().value!);
    for (const listener of this.listeners) listener(change);
  }

  private async tellSince(database: Database, lostAt: Date): Promise<void> {
    if (this.listeners.size === 0) return;
    const missed = await database.read<RunChange>(
      `select partner_id as "partnerId", organization_id as "organizationId", id as "runId", version from run where updated_at >= $1`,
      [new Date(database.clock.ofProcess(lostAt).getTime() - MARGIN_MILLISECONDS)],
    );
    for (const change of missed)
      if (this.told.get(change.runId) !== change.version) this.tell(change);
  }
}
