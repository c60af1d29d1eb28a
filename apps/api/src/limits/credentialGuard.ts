/**
 * Limits invalid credentials by address. A valid credential is accepted from any address. Few
 * unknown ones are checked at a time, so that a flood of them doesn't overload the database.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { atMost } from './atMost.ts';
import type { RateLimiter } from './rateLimiter.ts';

const MAX_REMEMBERED_HASHES = 10_000;
/** How long an invalid credential from a blocked address is refused without another check. */
const REFUSED_MILLISECONDS = 5_000;
/** Unknown credentials that are checked at a time. */
const MAX_RUNNING_CHECKS = 4;
const MAX_WAITING_CHECKS = 2_000;

export class CredentialGuard {
  readonly #failures: RateLimiter;
  /** Hashes of valid credentials. */
  readonly #valid = new LRUCache<string, true>(atMost(MAX_REMEMBERED_HASHES));
  /** Hashes of invalid ones. */
  readonly #refused = new LRUCache<string, true>({
    ...atMost(MAX_REMEMBERED_HASHES),
    ttl: REFUSED_MILLISECONDS,
  });
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(failures: RateLimiter) {
    this.#failures = failures;
  }

  /**
   * Checks credentials by `lookUp` and remembers the result.
   * @throws RateExceeded for invalid ones from an address with too many failures
   */
  async check<T extends object>(
    address: string,
    credentials: string,
    lookUp: () => Promise<T | null>,
  ): Promise<T | null> {
    const key = hash('sha256', credentials, 'base64');
    if (this.#failures.isSpent(address) && this.#refused.has(key))
      throw this.#failures.exceeded(address);
    const found = await (this.#valid.has(key) ? lookUp() : this.#limited(address, lookUp));
    if (found) {
      this.#refused.delete(key);
      this.#valid.set(key, true);
      return found;
    }
    this.#valid.delete(key);
    this.#refused.set(key, true);
    const wasSpent = this.#failures.isSpent(address);
    this.#failures.take(address);
    if (wasSpent) throw this.#failures.exceeded(address);
    return null;
  }

  async #limited<T>(address: string, lookUp: () => Promise<T>): Promise<T> {
    if (this.#running >= MAX_RUNNING_CHECKS) {
      if (this.#waiting.length >= MAX_WAITING_CHECKS) throw this.#failures.exceeded(address);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running += 1;
    try {
      return await lookUp();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
