/**
 * Live changes of runs for subscriptions: hears every committed change once, and reads a run once
 * for all viewers who see the same. A listener that is slow gets the newest state, not a queue of
 * old ones.
 */
import type { PartnerScope, RunChange, Store, StoredRun } from '@keyway/store';

const sees = (scope: PartnerScope, change: RunChange): boolean =>
  scope.partnerId === change.partnerId &&
  (scope.organizationIds === null || scope.organizationIds.includes(change.organizationId));

export const AGAIN_AFTER_MS = 500;
/**
 * In the place of a version: whatever it is when it is read. A read that began before the listener
 * stood must not be shared.
 */
const NOW = 0;

/** Changes one listener has not taken yet: the newest of each run. */
class Inbox {
  readonly #waiting = new Map<string, RunChange>();
  #wake: (() => void) | null = null;
  #closed = false;

  put(change: RunChange): void {
    this.#waiting.delete(change.runId);
    this.#waiting.set(change.runId, change);
    this.#wake?.();
  }
  /** Unless a newer change of the run came meanwhile. */
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

  /**
   * The run as this scope sees it; viewers of the same scope who ask for the same version share one
   * read, for the present state nobody does.
   */
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

  /**
   * While the database does not answer, the change waits in the inbox: a subscription outlives a
   * restart.
   */
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
   * Changes of one run, or with null of all that the scope sees, from now on until the iterator is
   * returned or the feed closed.
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
    // Not a generator: its `return` would wait behind a `next` that waits for a change which may
    // never come.
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
   * The run as it is once the listener stands, then its changes: between the two nothing can be
   * missed.
   */
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

  /** Subscriptions that stand now. */
  get size(): number {
    return this.#listeners.size;
  }

  close(): void {
    this.#stop();
    for (const { inbox } of this.#listeners) inbox.close();
  }
}
