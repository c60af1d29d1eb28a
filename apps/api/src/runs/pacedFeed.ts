/** Live changes of one thing for its subscriptions, at most one a second for each. */
import type { PartnerScope } from '@keyway/store';
import type { LiveEvent } from './runFeed.ts';

const PAUSE_MILLISECONDS = 1_000;

interface Listener {
  partnerId: string;
  id: string;
  /** There may be something new. */
  note: () => void;
  close: () => void;
}

/** What changed; null: any may have. */
export type PacedChange = { partnerId: string; id: string } | null;

/** Where a feed hears of changes, and reads what changed in the viewer's own scope. */
export interface PacedSource<T> {
  listen(listener: (change: PacedChange) => void): () => void;
  load(scope: PartnerScope, id: string): Promise<T | null>;
}

export class PacedFeed<T extends object> {
  readonly #source: PacedSource<T>;
  readonly #stop: () => void;
  readonly #listeners = new Set<Listener>();
  #lastId = 0;

  constructor(source: PacedSource<T>) {
    this.#source = source;
    this.#stop = source.listen((change) => this.#dispatch(change));
  }

  #dispatch(change: PacedChange): void {
    for (const { partnerId, id, note } of this.#listeners)
      if (!change || (change.partnerId === partnerId && change.id === id)) note();
  }

  /** The current state, then its changes. Each is read in the viewer's own scope. */
  currentAndChanges(scope: PartnerScope, id: string): AsyncIterableIterator<LiveEvent<T>> {
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
    const listener = { partnerId: scope.partnerId, id, note, close };
    this.#listeners.add(listener);
    const woken = (): Promise<void> => new Promise((resolve) => (wake = resolve));
    const pause = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        wake = () => closed && resolve();
        timer = setTimeout(resolve, milliseconds);
      });
    const end = (): Promise<IteratorResult<LiveEvent<T>>> => {
      this.#listeners.delete(listener);
      close();
      return Promise.resolve({ done: true, value: undefined });
    };
    const next = async (): Promise<IteratorResult<LiveEvent<T>>> => {
      while (!isNew && !closed) await woken();
      const left = sentAt + PAUSE_MILLISECONDS - performance.now();
      if (left > 0 && !closed) await pause(left);
      if (closed) return end();
      // Before it is read, so that a change during the read is sent too.
      isNew = false;
      sentAt = performance.now();
      this.#lastId += 1;
      const load = (): Promise<T | null> => this.#source.load(scope, id);
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
