/**
 * Counts requests by key in windows. Counting is done in memory and costs a request nothing; keys
 * that ask much are told to the counts that all apis share, several times a second and many at
 * once, and what others counted is added to one's own. While the database is slow or away each api
 * goes by its own count.
 */
import { hash } from 'node:crypto';
import type { RateCounts } from '@keyway/store';
import { within } from '../transport/fresh.ts';

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
    super(
      `Too many requests; try again in ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}.`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface SharedCounts {
  counts: RateCounts;
  /** Tells limiters apart. */
  name: string;
  onWarning: (message: string) => void;
}

interface Window {
  endsAt: number;
  /** Counted here. */
  own: number;
  /** Of these, not yet told to the others. */
  untold: number;
  /** Told in the shared window `windowId`. */
  told: number;
  windowId: string | null;
  /** Counted by the other apis, as of the last answer. */
  others: number;
}

/** More than anybody needs at once; the one that was not heard of for longest goes first. */
const MOST_KEYS = 50_000;
const MOST_TOLD_AT_ONCE = 500;
const TELL_EVERY_MS = 250;
const TELL_AGAIN_AFTER_FAILURE_MS = 5_000;
/** An answer that takes longer is not waited for. */
const PATIENCE_MS = 2_000;
/** Who asked for less than this part of the limit is not worth telling. */
const WORTH_TELLING = 1 / 20;

export class RateLimiter {
  readonly rate: Rate;
  readonly #shared: SharedCounts | null;
  readonly #windows = new Map<string, Window>();
  readonly #toTell = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #warned = false;

  constructor(rate: Rate, shared: SharedCounts | null = null) {
    this.rate = rate;
    this.#shared = shared;
  }

  /** Counts one and answers how many the key has left; below zero it is too many. */
  take(key: string): number {
    const window = this.#window(key);
    window.own += 1;
    window.untold += 1;
    if (this.#shared && window.own >= this.rate.max * WORTH_TELLING) this.#tellSoon(key);
    return this.rate.max - window.own - window.others;
  }

  /** Whether nothing is left, without counting. */
  isSpent(key: string): boolean {
    const window = this.#windows.get(key);
    return (
      window !== undefined &&
      performance.now() < window.endsAt &&
      window.own + window.others >= this.rate.max
    );
  }

  retryAfterSeconds(key: string): number {
    const endsAt = this.#windows.get(key)?.endsAt ?? 0;
    return Math.max(1, Math.ceil((endsAt - performance.now()) / 1000));
  }

  exceeded(key: string): RateExceeded {
    return new RateExceeded(this.retryAfterSeconds(key));
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#toTell.clear();
  }

  #window(key: string): Window {
    const now = performance.now();
    const known = this.#windows.get(key);
    if (known && now < known.endsAt) return known;
    this.#windows.delete(key);
    if (this.#windows.size >= MOST_KEYS) this.#windows.delete(this.#windows.keys().next().value!);
    const window: Window = {
      endsAt: now + this.rate.windowMs,
      own: 0,
      untold: 0,
      told: 0,
      windowId: null,
      others: 0,
    };
    this.#windows.set(key, window);
    return window;
  }

  #tellSoon(key: string): void {
    if (this.#toTell.size < MOST_KEYS) this.#toTell.add(key);
    this.#schedule(TELL_EVERY_MS);
  }

  #schedule(afterMs: number): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => void this.#tell(), afterMs);
    this.#timer.unref();
  }

  async #tell(): Promise<void> {
    const batch = [...this.#toTell].slice(0, MOST_TOLD_AT_ONCE);
    const told = new Map<string, { window: Window; count: number }>();
    for (const key of batch) {
      this.#toTell.delete(key);
      const window = this.#windows.get(key);
      if (window && window.untold > 0)
        told.set(this.#sharedKey(key), { window, count: window.untold });
    }
    for (const { window } of told.values()) window.untold = 0;
    const worked = told.size === 0 || (await this.#exchange(told));
    this.#timer = null;
    if (!worked) this.#schedule(TELL_AGAIN_AFTER_FAILURE_MS);
    else if (this.#toTell.size > 0) this.#schedule(TELL_EVERY_MS);
  }

  async #exchange(told: Map<string, { window: Window; count: number }>): Promise<boolean> {
    const { counts, onWarning } = this.#shared!;
    try {
      const deltas = [...told].map(([key, { count }]) => ({ key, count }));
      const totals = await within(PATIENCE_MS, counts.add(deltas, this.rate.windowMs));
      const now = performance.now();
      for (const { key, total, windowId, endsInMs } of totals) {
        const { window, count } = told.get(key)!;
        window.told = count + (window.windowId === windowId ? window.told : 0);
        window.windowId = windowId;
        window.others = Math.max(0, total - window.told);
        window.endsAt = now + endsInMs;
      }
      this.#warned = false;
      return true;
    } catch (error) {
      for (const { window, count } of told.values()) window.untold += count;
      if (!this.#warned)
        onWarning(
          `Limits are kept by each api alone: the shared counts cannot be reached (${(error as Error).message}).`,
        );
      this.#warned = true;
      return false;
    }
  }

  #sharedKey(key: string): string {
    return hash('sha256', `${this.#shared!.name} ${key}`, 'base64url');
  }
}
