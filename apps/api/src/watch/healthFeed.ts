/** Live changes of what is known of organizations' keys, for subscriptions. */
import type { HealthChange, OrganizationRecord, Store } from '@keyway/store';
import { ScopedFeed } from './scopedFeed.ts';

const RETRY_MILLISECONDS = 1_000;

export class HealthFeed extends ScopedFeed<HealthChange, OrganizationRecord> {
  readonly #store: Store;
  readonly #stop: () => void;
  #isClosed = false;

  constructor(store: Store) {
    super(
      ({ organizationId }) => organizationId,
      async (scope, id) => (await store.forPartner(scope).organizationsByIds([id])).get(id) ?? null,
    );
    this.#store = store;
    this.#stop = store.health.on(
      (change) => this.dispatch(change),
      (lostAt) => void this.#dispatchMissed(lostAt),
    );
  }

  /** Until it can be read what was missed while the connection was lost. */
  async #dispatchMissed(lostAt: Date): Promise<void> {
    while (!this.#isClosed && this.size > 0) {
      try {
        for (const change of await this.#store.health.since(this.partnerIds, lostAt))
          this.dispatch(change);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS).unref());
      }
    }
  }

  override close(): void {
    this.#isClosed = true;
    this.#stop();
    super.close();
  }
}
