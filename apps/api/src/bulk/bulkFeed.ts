/** Live changes of bulk jobs for subscriptions, at most one a second for each. */
import type { BulkChange, BulkJobRecord, PartnerScope, Store } from '@keyway/store';
import type { LiveEvent } from '../runs/runFeed.ts';

const PAUSE_MILLISECONDS = 1_000;

interface Listener {
  partnerId: string;
  jobId: string;
  /** There may be something new. */
  note: () => void;
  close: () => void;
}

export class BulkFeed {
  readonly #store: Store;
  readonly #stop: () => void;
  readonly #listeners = new Set<Listener>();
  #lastId = 0;

  constructor(store: Store) {
    this.#store = store;
    this.#stop = store.onBulkChange((change) => this.#dispatch(change));
  }

  #dispatch(change: BulkChange | null): void {
    for (const { partnerId, jobId, note } of this.#listeners)
      if (!change || (change.partnerId === partnerId && change.jobId === jobId)) note();
  }

  /** The job's current state, then its changes. Each is read in the viewer's own scope. */
  currentAndChanges(
    scope: PartnerScope,
    jobId: string,
  ): AsyncIterableIterator<LiveEvent<BulkJobRecord>> {
    let isNew = true;
    let closed = false;
    let wake = (): void => undefined;
    let timer: NodeJS.Timeout | undefined;
    let sentAt = -Infinity;
    const note = (): void => {
      isNew = true;
      wake();
    };
    const close = (): void => {
      closed = true;
      clearTimeout(timer);
      wake();
    };
    const listener = { partnerId: scope.partnerId, jobId, note, close };
    this.#listeners.add(listener);
    const woken = (): Promise<void> => new Promise((resolve) => (wake = resolve));
    const pause = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        wake = () => closed && resolve();
        timer = setTimeout(resolve, milliseconds);
      });
    const end = (): Promise<IteratorResult<LiveEvent<BulkJobRecord>>> => {
      this.#listeners.delete(listener);
      close();
      return Promise.resolve({ done: true, value: undefined });
    };
    const next = async (): Promise<IteratorResult<LiveEvent<BulkJobRecord>>> => {
      while (!isNew && !closed) await woken();
      const left = sentAt + PAUSE_MILLISECONDS - performance.now();
      if (left > 0 && !closed) await pause(left);
      if (closed) return end();
      // Before it is read, so that a change during the read is sent too.
      isNew = false;
      sentAt = performance.now();
      this.#lastId += 1;
      const load = (): Promise<BulkJobRecord | null> =>
        this.#store.forPartner(scope).bulkJob(jobId);
      return { done: false, value: { id: this.#lastId, load, putBack: note } };
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
    for (const { close } of this.#listeners) close();
  }
}
