/** The newest change of each thing that changed in the last seconds, oldest first. */

/**
 * A page reads what it shows before its subscription begins: at most by the time after which the
 * console reads again (`LATE_MILLISECONDS`), and by what the two requests take.
 */
const RECENT_MILLISECONDS = 10_000;

export class RecentChanges<C> {
  readonly #changes = new Map<string, { change: C; at: number }>();

  add(key: string, change: C): void {
    this.#changes.delete(key);
    this.#changes.set(key, { change, at: performance.now() });
    this.#forget();
  }

  list(): C[] {
    this.#forget();
    return [...this.#changes.values()].map(({ change }) => change);
  }

  #forget(): void {
    const since = performance.now() - RECENT_MILLISECONDS;
    for (const [key, { at }] of this.#changes) {
      if (at >= since) return;
      this.#changes.delete(key);
    }
  }
}
