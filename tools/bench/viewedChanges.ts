const MAX_WAIT_MILLISECONDS = 10_000;

/** How many viewers have seen each change, and who waits for all of them. */
export class ViewedChanges {
  private readonly seen = new Map<number, number>();
  private wanted: { change: number; viewers: number; notify: () => void } | null = null;

  note(change: number): void {
    const count = (this.seen.get(change) ?? 0) + 1;
    this.seen.set(change, count);
    if (this.wanted?.change === change && count >= this.wanted.viewers) this.wanted.notify();
  }

  /** Resolves when all viewers have seen the change. */
  all(change: number, viewers: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () =>
          reject(
            new Error(`change ${change} was seen by ${this.seen.get(change) ?? 0} of ${viewers}`),
          ),
        MAX_WAIT_MILLISECONDS,
      );
      const notify = (): void => (clearTimeout(late), resolve());
      this.wanted = { change, viewers, notify };
      if ((this.seen.get(change) ?? 0) >= viewers) notify();
    });
  }
}
