/**
 * Live changes of runs for subscriptions. A slow listener gets only the newest change of each run.
 */
import { iterate, PendingChanges } from './pendingChanges.ts';
import { RecentChanges } from './recentChanges.ts';
import type { PartnerScope, RunChange, Store, StoredRun } from '@keyway/store';

const canSee = (scope: PartnerScope, change: RunChange): boolean =>
  scope.partnerId === change.partnerId &&
  (scope.organizationIds === null || scope.organizationIds.includes(change.organizationId));

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
  /** The run's ID. */
  key: string;
  change: RunChange;
}

interface Listener {
  scope: PartnerScope;
  runId: string | null;
  matches: ((run: StoredRun) => Promise<boolean>) | null;
  pending: PendingChanges<SentChange>;
}

export class RunFeed {
  readonly #recent = new RecentChanges<RunChange>();
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
    this.#recent.add(change.runId, change);
    const sent = this.#number(change);
    for (const { scope, runId, pending } of this.#listeners) {
      if ((runId === null || runId === change.runId) && canSee(scope, change)) pending.put(sent);
    }
  }

  #number(change: RunChange): SentChange {
    this.#lastId += 1;
    return { id: this.#lastId, key: change.runId, change };
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
    const pending = new PendingChanges<SentChange>();
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
    const pending = new PendingChanges<SentChange>();
    pending.put(this.#number({ partnerId, organizationId, runId, version: CURRENT_VERSION }));
    return this.#listen({ scope, runId, matches: null, pending });
  }

  #listen(listener: Listener): AsyncIterableIterator<RunEvent> {
    this.#listeners.add(listener);
    return iterate(
      listener.pending,
      (sent) => this.#event(listener, sent),
      () => this.#listeners.delete(listener),
    );
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
