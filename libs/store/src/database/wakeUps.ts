import type { Notifications } from './notifications.ts';

/**
 * Waits until there may be something to claim. Work that becomes due without a notification is
 * found at its due time; a lost connection counts as a notification.
 */
export class WakeUps {
  private readonly longestWaitMilliseconds: number;
  private readonly waiting = new Set<() => void>();
  /** How many there were so far, and at the last claim: one since then is not slept through. */
  private count = 0;
  private countAtClaim = 0;

  constructor(
    notifications: Notifications,
    channel: 'keyway_effect' | 'keyway_trial',
    longestWaitMilliseconds: number,
  ) {
    this.longestWaitMilliseconds = longestWaitMilliseconds;
    const wake = (): void => {
      this.count += 1;
      for (const waker of [...this.waiting]) waker();
    };
    notifications.on(channel, wake);
    notifications.onReconnect(wake);
  }

  /** Call before each claim. */
  claiming(): void {
    this.countAtClaim = this.count;
  }

  /** `untilDue`: milliseconds until the next due time, null where nothing is due later. */
  async wait(untilDue: () => Promise<number | null>, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted || this.count !== this.countAtClaim) return;
    let timer: NodeJS.Timeout | undefined;
    let done = (): void => undefined;
    const woken = new Promise<void>((resolve) => (done = resolve));
    // Before the next due time is read: a wake-up while reading counts.
    this.waiting.add(done);
    signal?.addEventListener('abort', done);
    try {
      const next = (await untilDue()) ?? this.longestWaitMilliseconds;
      timer = setTimeout(done, Math.min(Math.max(next, 0), this.longestWaitMilliseconds));
      await woken;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(done);
      signal?.removeEventListener('abort', done);
    }
  }
}
