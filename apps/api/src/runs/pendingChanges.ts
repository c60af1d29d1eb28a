/** What one listener has not taken yet: the newest change of each thing, oldest first. */
export class PendingChanges<C extends { key: string }> {
  readonly #pending = new Map<string, C>();
  #wake: (() => void) | null = null;
  #closed = false;

  put(change: C): void {
    this.#pending.delete(change.key);
    this.#pending.set(change.key, change);
    this.#wake?.();
  }
  /** Puts a change back, unless a newer one of the same was added meanwhile. */
  putBack(change: C): void {
    if (!this.#pending.has(change.key)) this.put(change);
  }
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }
  /** The next change; null when closed. */
  async take(): Promise<C | null> {
    for (;;) {
      if (this.#closed) return null;
      const [first] = this.#pending.values();
      if (first) {
        this.#pending.delete(first.key);
        return first;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}

/**
 * What is taken, as an iterator that ends when `pending` is closed. Not a generator: its `return`
 * would wait for a pending `next`, which may never resolve.
 */
export function iterate<C extends { key: string }, E>(
  pending: PendingChanges<C>,
  toEvent: (change: C) => E,
  onEnd: () => void,
): AsyncIterableIterator<E> {
  const end = (): Promise<IteratorResult<E>> => {
    onEnd();
    pending.close();
    return Promise.resolve({ done: true, value: undefined });
  };
  const next = async (): Promise<IteratorResult<E>> => {
    const change = await pending.take();
    return change ? { done: false, value: toEvent(change) } : end();
  };
  return {
    next,
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
