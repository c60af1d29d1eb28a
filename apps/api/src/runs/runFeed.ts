/**
 * Live changes of runs for subscriptions. A slow listener gets only the newest change of each run.
 */
import type { PartnerScope, RunChange, Store, StoredRun } from '@keyway/store';

const canSee = (scope: PartnerScope, change: RunChange): boolean =>
  scope.partnerId === change.partnerId &&
  (scope.organizationIds === null || scope.organizationIds.includes(change.organizationId));

/**
 * A page reads runs before its subscription begins: at most by the time after which the console
 * reads again (`LATE_MILLISECONDS`), and by what the two requests take.
 */
const RECENT_MILLISECONDS = 10_000;

/** In place of a version: the state at the time of the read, so listeners don't share the read. */
const CURRENT_VERSION = 0;

/** A change of something, before it was read. */
export interface LiveEvent<T extends object = object> {
  /** The same for all listeners to whom one change was sent. */
  id: number;
  /**
   * What changed, as the listener's scope sees it; null where it is gone or not wanted. Rejects
   * while the database is unavailable.
   */
  load: () => Promise<T | null>;
  /** Sends the event again, unless there is a newer one. */
  putBack: () => void;
}
type RunEvent = LiveEvent<StoredRun>;

/** A change that was sent to listeners. */
interface SentChange {
  id: number;
  change: RunChange;
}

interface Listener {
  scope: PartnerScope;
  runId: string | null;
  matches: ((run: StoredRun) => Promise<boolean>) | null;
  pending: PendingChanges;
}

/** The newest change of each run that one listener has not taken yet. */
class PendingChanges {
  readonly #pending = new Map<string, SentChange>();
  #wake: (() => void) | null = null;
  #closed = false;

  put(sent: SentChange): void {
    this.#pending.delete(sent.change.runId);
    this.#pending.set(sent.change.runId, sent);
    this.#wake?.();
  }
  /** Puts a change back, unless a newer one of the run was added meanwhile. */
  putBack(sent: SentChange): void {
    if (!this.#pending.has(sent.change.runId)) this.put(sent);
  }
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }
  /** The next change, oldest first; null when closed. */
  async take(): Promise<SentChange | null> {
    for (;;) {
      if (this.#closed) return null;
      const [first] = this.#pending.values();
      if (first) {
        this.#pending.delete(first.change.runId);
        return first;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}

/** The newest change of each run that changed in the last seconds, oldest first. */
class RecentChanges {
  readonly #changes = new Map<string, { change: RunChange; at: number }>();

  add(change: RunChange): void {
    this.#changes.delete(change.runId);
    this.#changes.set(change.runId, { change, at: performance.now() });
    this.#forget();
  }

  list(): RunChange[] {
    this.#forget();
    return [...this.#changes.values()].map(({ change }) => change);
  }

  #forget(): void {
    const since = performance.now() - RECENT_MILLISECONDS;
    for (const [runId, { at }] of this.#changes) {
      if (at >= since) return;
      this.#changes.delete(runId);
    }
  }
}

export class RunFeed {
  readonly #recent = new RecentChanges();
  readonly #store: Store;
  readonly #stop: () => void;
  readonly #listeners = new Set<Listener>();
  readonly #reads = new Map<string, Promise<StoredRun | null>>();
  #lastId = 0;

  constructor(store: Store) {
    this.#store = store;
    this.#stop = store.onChange((change) => this.#dispatch(change));
  }

  #dispatch(change: RunChange): void {
    this.#recent.add(change);
    const sent = this.#number(change);
    for (const { scope, runId, pending } of this.#listeners) {
      if ((runId === null || runId === change.runId) && canSee(scope, change)) pending.put(sent);
    }
  }

  #number(change: RunChange): SentChange {
    this.#lastId += 1;
    return { id: this.#lastId, change };
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

  #event({ scope, matches, pending }: Listener, sent: SentChange): RunEvent {
    const load = async (): Promise<StoredRun | null> => {
      const run = await this.#read(scope, sent.change);
      return run && (!matches || (await matches(run))) ? run : null;
    };
    return { id: sent.id, load, putBack: () => pending.putBack(sent) };
  }

  /**
   * Changes of all runs that the scope sees and that match, until the iterator or the feed is
   * closed.
   * @param withRecent begins with what changed in the last seconds
   */
  changes(
    scope: PartnerScope,
    matches: ((run: StoredRun) => Promise<boolean>) | null = null,
    withRecent = false,
  ): AsyncIterableIterator<RunEvent> {
    const pending = new PendingChanges();
    if (withRecent)
      for (const change of this.#recent.list())
        if (canSee(scope, change)) pending.put(this.#number(change));
    return this.#listen({ scope, runId: null, matches, pending });
  }

  /**
   * The run's current state, then its changes. The state is read after the listener was added, so
   * that no change is missed.
   */
  currentAndChanges(
    scope: PartnerScope,
    { id: runId, organizationId }: { id: string; organizationId: string },
  ): AsyncIterableIterator<RunEvent> {
    const { partnerId } = scope;
    const pending = new PendingChanges();
    pending.put(this.#number({ partnerId, organizationId, runId, version: CURRENT_VERSION }));
    return this.#listen({ scope, runId, matches: null, pending });
  }

  #listen(listener: Listener): AsyncIterableIterator<RunEvent> {
    this.#listeners.add(listener);
    const end = (): Promise<IteratorResult<RunEvent>> => {
      this.#listeners.delete(listener);
      listener.pending.close();
      return Promise.resolve({ done: true, value: undefined });
    };
    const next = async (): Promise<IteratorResult<RunEvent>> => {
      const sent = await listener.pending.take();
      return sent ? { done: false, value: this.#event(listener, sent) } : end();
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

  /** Open subscriptions. */
  get size(): number {
    return this.#listeners.size;
  }

  close(): void {
    this.#stop();
    for (const { pending } of this.#listeners) pending.close();
  }
}
