/**
 * Live changes of runs for subscriptions. Viewers with the same scope share one read of a changed
 * run. A slow listener gets only the newest state.
 */
import type { PartnerScope, RunChange, Store, StoredRun } from '@keyway/store';

const canSee = (scope: PartnerScope, change: RunChange): boolean =>
  scope.partnerId === change.partnerId &&
  (scope.organizationIds === null || scope.organizationIds.includes(change.organizationId));

export const RETRY_AFTER_MILLISECONDS = 500;
/** In place of a version: the state at the time of the read, so listeners don't share the read. */
const CURRENT_VERSION = 0;

/** The newest change of each run that one listener has not read yet. */
class PendingChanges {
  readonly #pending = new Map<string, RunChange>();
  #wake: (() => void) | null = null;
  #closed = false;

  put(change: RunChange): void {
    this.#pending.delete(change.runId);
    this.#pending.set(change.runId, change);
    this.#wake?.();
  }
  /** Puts a change back, unless a newer one of the run was added meanwhile. */
  putBack(change: RunChange): void {
    if (!this.#pending.has(change.runId)) this.put(change);
  }
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }
  /** The next change, oldest first; null when closed. */
  async take(): Promise<RunChange | null> {
    for (;;) {
      if (this.#closed) return null;
      const [first] = this.#pending.values();
      if (first) {
        this.#pending.delete(first.runId);
        return first;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}

export class RunFeed {
  readonly #store: Store;
  readonly #stop: () => void;
  readonly #listeners = new Set<{
    scope: PartnerScope;
    runId: string | null;
    changes: PendingChanges;
  }>();
  readonly #reads = new Map<string, Promise<StoredRun | null>>();

  constructor(store: Store) {
    this.#store = store;
    this.#stop = store.onChange((change) => this.#dispatch(change));
  }

  #dispatch(change: RunChange): void {
    for (const { scope, runId, changes } of this.#listeners) {
      if ((runId === null || runId === change.runId) && canSee(scope, change)) changes.put(change);
    }
  }

  /** The run as this scope sees it. Listeners of the same scope and version share one read. */
  #read(scope: PartnerScope, change: RunChange): Promise<StoredRun | null> {
    if (change.version === CURRENT_VERSION) return this.#store.forPartner(scope).run(change.runId);
    const key = JSON.stringify([
      scope.partnerId,
      scope.organizationIds,
      change.runId,
      change.version,
    ]);
    const running = this.#reads.get(key);
    if (running) return running;
    const read = this.#store.forPartner(scope).run(change.runId);
    this.#reads.set(key, read);
    void read.catch(() => null).finally(() => this.#reads.delete(key));
    return read;
  }

  /** While the database is unavailable, the change stays pending. */
  async #readOrPutBack(
    scope: PartnerScope,
    change: RunChange,
    changes: PendingChanges,
  ): Promise<StoredRun | null> {
    try {
      return await this.#read(scope, change);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MILLISECONDS));
      changes.putBack(change);
      return null;
    }
  }

  /**
   * Changes of one run, or of all that the scope sees, until the iterator or the feed is closed.
   */
  changes(scope: PartnerScope, runId: string | null): AsyncIterableIterator<StoredRun> {
    return this.#listen(scope, runId, null);
  }

  #listen(
    scope: PartnerScope,
    runId: string | null,
    first: RunChange | null,
  ): AsyncIterableIterator<StoredRun> {
    const listener = { scope, runId, changes: new PendingChanges() };
    this.#listeners.add(listener);
    if (first) listener.changes.put(first);
    const end = (): Promise<IteratorResult<StoredRun>> => {
      this.#listeners.delete(listener);
      listener.changes.close();
      return Promise.resolve({ done: true, value: undefined });
    };
    const next = async (): Promise<IteratorResult<StoredRun>> => {
      for (
        let change = await listener.changes.take();
        change;
        change = await listener.changes.take()
      ) {
        const run = await this.#readOrPutBack(scope, change, listener.changes);
        if (run) return { done: false, value: run };
      }
      return end();
    };
    // Not a generator: its `return` would wait for a pending `next`, which may never resolve.
    return {
      next,
      return: end,
      throw: end,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /**
   * The run's current state, then its changes. The state is read after the listener was added, so
   * that no change is missed.
   */
  currentAndChanges(
    scope: PartnerScope,
    run: { id: string; organizationId: string },
  ): AsyncIterableIterator<StoredRun> {
    const current = {
      partnerId: scope.partnerId,
      organizationId: run.organizationId,
      runId: run.id,
      version: CURRENT_VERSION,
    };
    return this.#listen(scope, run.id, current);
  }

  /** Open subscriptions. */
  get size(): number {
    return this.#listeners.size;
  }

  close(): void {
    this.#stop();
    for (const { changes } of this.#listeners) changes.close();
  }
}
