/**
 * Live changes of runs for subscriptions. It receives every committed change once, and reads a run
 * once for all viewers with the same scope. A slow listener gets the newest state only.
 */
import type { PartnerScope, RunChange, Store, StoredRun } from '@keyway/store';

const sees = (scope: PartnerScope, change: RunChange): boolean =>
  scope.partnerId === change.partnerId &&
  (scope.organizationIds === null || scope.organizationIds.includes(change.organizationId));

export const AGAIN_AFTER_MS = 500;
/** Instead of a version: the current state. Such a read is never shared between listeners. */
const NOW = 0;

/** The changes that one listener has not read yet: the newest of each run. */
class Inbox {
  readonly #waiting = new Map<string, RunChange>();
  #wake: (() => void) | null = null;
  #closed = false;

  put(change: RunChange): void {
    this.#waiting.delete(change.runId);
    this.#waiting.set(change.runId, change);
    this.#wake?.();
  }
  /** Puts a change back, unless a newer one of the run came meanwhile. */
  putBack(change: RunChange): void {
    if (!this.#waiting.has(change.runId)) this.put(change);
  }
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }
  /** The next change, oldest first; null when closed. */
  async take(): Promise<RunChange | null> {
    for (;;) {
      if (this.#closed) return null;
      const [first] = this.#waiting.values();
      if (first) {
        this.#waiting.delete(first.runId);
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
  readonly #listeners = new Set<{ scope: PartnerScope; runId: string | null; inbox: Inbox }>();
  readonly #reads = new Map<string, Promise<StoredRun | null>>();

  constructor(store: Store) {
    this.#store = store;
    this.#stop = store.onChange((change) => this.#spread(change));
  }

  #spread(change: RunChange): void {
    for (const { scope, runId, inbox } of this.#listeners) {
      if ((runId === null || runId === change.runId) && sees(scope, change)) inbox.put(change);
    }
  }

  /** The run as this scope sees it. Listeners of the same scope and version share one read. */
  #read(scope: PartnerScope, change: RunChange): Promise<StoredRun | null> {
    if (change.version === NOW) return this.#store.forPartner(scope).run(change.runId);
    const key = JSON.stringify([
      scope.partnerId,
      scope.organizationIds,
      change.runId,
      change.version,
    ]);
    const known = this.#reads.get(key);
    if (known) return known;
    const read = this.#store.forPartner(scope).run(change.runId);
    this.#reads.set(key, read);
    void read.catch(() => null).finally(() => this.#reads.delete(key));
    return read;
  }

  /** While the database is unavailable, the change stays in the inbox. */
  async #readOrAgain(
    scope: PartnerScope,
    change: RunChange,
    inbox: Inbox,
  ): Promise<StoredRun | null> {
    try {
      return await this.#read(scope, change);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      inbox.putBack(change);
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
    const listener = { scope, runId, inbox: new Inbox() };
    this.#listeners.add(listener);
    if (first) listener.inbox.put(first);
    const end = (): Promise<IteratorResult<StoredRun>> => {
      this.#listeners.delete(listener);
      listener.inbox.close();
      return Promise.resolve({ done: true, value: undefined });
    };
    const next = async (): Promise<IteratorResult<StoredRun>> => {
      for (let change = await listener.inbox.take(); change; change = await listener.inbox.take()) {
        const run = await this.#readOrAgain(scope, change, listener.inbox);
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

  /** The run's state, read after the listener was added, then its changes, without a gap. */
  presentAndChanges(
    scope: PartnerScope,
    run: { id: string; organizationId: string },
  ): AsyncIterableIterator<StoredRun> {
    const present = {
      partnerId: scope.partnerId,
      organizationId: run.organizationId,
      runId: run.id,
      version: NOW,
    };
    return this.#listen(scope, run.id, present);
  }

  /** Open subscriptions. */
  get size(): number {
    return this.#listeners.size;
  }

  close(): void {
    this.#stop();
    for (const { inbox } of this.#listeners) inbox.close();
  }
}
