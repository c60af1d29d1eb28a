import type { Channel, Notifications } from './notifications.ts';

/** Waits for work: a notification, a lost connection or the next due time ends the wait. */
export class WakeUps {
  private readonly maxWaitMilliseconds: number;
  private readonly waiting = new Set<() => void>();
  /** Wake-ups so far, and at the last claim: one in between ends the wait at once. */
  private count = 0;
  private countAtClaim = 0;

  constructor(
    notifications: Notifications,
    channel: Exclude<Channel, 'keyway_run'>,
    maxWaitMilliseconds: number,
  ) {
    this.maxWaitMilliseconds = maxWaitMilliseconds;
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
    // Before the next due time is read, so that a wake-up during the read counts.
    this.waiting.add(done);
    signal?.addEventListener('abort', done);
    try {
      const next = (await untilDue()) ?? this.maxWaitMilliseconds;
      timer = setTimeout(done, Math.min(Math.max(next, 0), this.maxWaitMilliseconds));
      await woken;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(done);
      signal?.removeEventListener('abort', done);
    }
  }
}
