/** Changes for subscriptions. A slow listener gets only the newest of each thing. */
import type { PartnerScope } from '@keyway/store';
import { iterate, PendingChanges } from '../runs/pendingChanges.ts';
import { RecentChanges } from '../runs/recentChanges.ts';
import type { LiveEvent } from '../runs/runFeed.ts';

interface Owned {
  partnerId: string;
  organizationId: string;
}

interface SentChange {
  id: number;
  /** What changed. */
  key: string;
}

interface Listener {
  scope: PartnerScope;
  pending: PendingChanges<SentChange>;
}

const canSee = (scope: PartnerScope, change: Owned): boolean =>
  scope.partnerId === change.partnerId &&
  (scope.organizationIds === null || scope.organizationIds.includes(change.organizationId));

export class ScopedFeed<Change extends Owned, Found extends object> {
  readonly #keyOf: (change: Change) => string;
  readonly #load: (scope: PartnerScope, key: string) => Promise<Found | null>;
  readonly #recent = new RecentChanges<{ change: Change; sent: SentChange }>();
  readonly #listeners = new Set<Listener>();
  #lastId = 0;

  /** @param load what changed, as the scope sees it; null where it is gone */
  constructor(
    keyOf: (change: Change) => string,
    load: (scope: PartnerScope, key: string) => Promise<Found | null>,
  ) {
    this.#keyOf = keyOf;
    this.#load = load;
  }

  dispatch(change: Change): void {
    this.#lastId += 1;
    const sent = { id: this.#lastId, key: this.#keyOf(change) };
    this.#recent.add(sent.key, { change, sent });
    for (const { scope, pending } of this.#listeners) if (canSee(scope, change)) pending.put(sent);
  }

  /**
   * Everything that the scope sees. Each is read in the viewer's own scope.
   * @param withRecent begins with what changed in the last seconds
   */
  changes(scope: PartnerScope, withRecent = false): AsyncIterableIterator<LiveEvent<Found>> {
    const pending = new PendingChanges<SentChange>();
    if (withRecent)
      for (const { change, sent } of this.#recent.list())
        if (canSee(scope, change)) pending.put(sent);
    const listener = { scope, pending };
    this.#listeners.add(listener);
    const toEvent = (sent: SentChange): LiveEvent<Found> => ({
      id: sent.id,
      load: () => this.#load(scope, sent.key),
      putBack: () => pending.putBack(sent),
    });
    return iterate(pending, toEvent, () => this.#listeners.delete(listener));
  }

  /** Whose changes somebody listens to. */
  get partnerIds(): string[] {
    return [...new Set([...this.#listeners].map(({ scope }) => scope.partnerId))];
  }

  /** Open subscriptions. */
  get size(): number {
    return this.#listeners.size;
  }

  close(): void {
    for (const { pending } of this.#listeners) pending.close();
  }
}
