/**
 * Counts requests by key in fixed windows of time, in memory. Counts of busy keys are exchanged
 * with the other apis several times a second. Without the database, each api counts alone.
 */
import { hash } from 'node:crypto';
import { httpText } from '@keyway/messages';
import type { RateCounts } from '@keyway/store';
import { LRUCache } from 'lru-cache';
import { atMost } from './atMost.ts';
import { withTimeout } from '../transport/withTimeout.ts';

export interface Rate {
  max: number;
  windowMs: number;
}

/** Refused with 429 and `Retry-After`. */
export class RateExceeded extends Error {
  readonly statusCode = 429;
  readonly code = 'RATE_LIMITED';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(httpText('rateLimited', 'en', { seconds: retryAfterSeconds }));
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface SharedCounts {
  counts: RateCounts;
  /** Separates the keys of one limiter from those of others. */
  name: string;
  onWarning: (message: string) => void;
}

interface Window {
  endsAt: number;
  /** Counted by this api. */
  own: number;
  /** Part of `own` that is not in the shared count yet. */
  unshared: number;
  /** Part of `own` that is in the shared window `windowId`. */
  shared: number;
  windowId: string | null;
  /** Counted by the other apis, as of the last answer. */
  others: number;
}

const MAX_KEYS = 50_000;
const MAX_KEYS_PER_EXCHANGE = 500;
const SHARE_INTERVAL_MILLISECONDS = 250;
const RETRY_AFTER_MILLISECONDS = 5_000;
const TIMEOUT_MILLISECONDS = 2_000;
/** Keys with fewer requests than this part of the limit are not shared. */
const MIN_SHARED_PART = 1 / 20;

export class RateLimiter {
  readonly rate: Rate;
  readonly #shared: SharedCounts | null;
  readonly #windows = new LRUCache<string, Window>(atMost(MAX_KEYS));
  readonly #toShare = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #warned = false;

  constructor(rate: Rate, shared: SharedCounts | null = null) {
    this.rate = rate;
    this.#shared = shared;
  }

  /** Counts one request. Returns how many are left; a negative number is too many. */
  take(key: string): number {
    const window = this.#window(key);
    window.own += 1;
    window.unshared += 1;
    if (this.#shared && window.own >= this.rate.max * MIN_SHARED_PART) this.#shareSoon(key);
    return this.rate.max - window.own - window.others;
  }

  /** Whether nothing is left, without counting. */
  isSpent(key: string): boolean {
    const window = this.#windows.peek(key);
    return (
      window !== undefined &&
      performance.now() < window.endsAt &&
      window.own + window.others >= this.rate.max
    );
  }

  retryAfterSeconds(key: string): number {
    const endsAt = this.#windows.peek(key)?.endsAt ?? 0;
    return Math.max(1, Math.ceil((endsAt - performance.now()) / 1000));
  }

  exceeded(key: string): RateExceeded {
    return new RateExceeded(this.retryAfterSeconds(key));
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#toShare.clear();
  }

  #window(key: string): Window {
    const now = performance.now();
    const current = this.#windows.get(key);
    if (current && now < current.endsAt) return current;
    const window: Window = {
      endsAt: now + this.rate.windowMs,
      ...{ own: 0, unshared: 0, shared: 0, windowId: null, others: 0 },
    };
    this.#windows.set(key, window);
    return window;
  }

  #shareSoon(key: string): void {
    if (this.#toShare.size < MAX_KEYS) this.#toShare.add(key);
    this.#schedule(SHARE_INTERVAL_MILLISECONDS);
  }

  #schedule(afterMs: number): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => void this.#share(), afterMs);
    this.#timer.unref();
  }

  async #share(): Promise<void> {
    const batch = new Map<string, { window: Window; count: number }>();
    for (const key of [...this.#toShare].slice(0, MAX_KEYS_PER_EXCHANGE)) {
      this.#toShare.delete(key);
      const window = this.#windows.peek(key);
      if (!window || window.unshared === 0) continue;
      batch.set(this.#sharedKey(key), { window, count: window.unshared });
      window.unshared = 0;
    }
    const succeeded = batch.size === 0 || (await this.#exchange(batch));
    this.#timer = null;
    if (!succeeded) this.#schedule(RETRY_AFTER_MILLISECONDS);
    else if (this.#toShare.size > 0) this.#schedule(SHARE_INTERVAL_MILLISECONDS);
  }

  async #exchange(batch: Map<string, { window: Window; count: number }>): Promise<boolean> {
    const { counts, onWarning } = this.#shared!;
    try {
      const deltas = [...batch].map(([key, { count }]) => ({ key, count }));
      const totals = await withTimeout(
        TIMEOUT_MILLISECONDS,
        counts.add(deltas, this.rate.windowMs),
      );
      const now = performance.now();
      for (const { key, total, windowId, endsInMs } of totals) {
        const { window, count } = batch.get(key)!;
        window.shared = count + (window.windowId === windowId ? window.shared : 0);
        window.windowId = windowId;
        window.others = Math.max(0, total - window.shared);
        window.endsAt = now + endsInMs;
      }
      this.#warned = false;
      return true;
    } catch (error) {
      for (const { window, count } of batch.values()) window.unshared += count;
      if (!this.#warned)
        onWarning(
          `Each api counts requests alone, because the shared counts are not available (${(error as Error).message}).`,
        );
      this.#warned = true;
      return false;
    }
  }

  #sharedKey(key: string): string {
    return hash('sha256', `${this.#shared!.name} ${key}`, 'base64url');
  }
}
