/**
 * Limits attempts with credentials that are not valid, by address. It counts failures and refuses
 * failures: a valid credential is answered from whatever address it comes. So that a flood of
 * made-up ones does not hold up the database, few are looked up at a time, and one that was just
 * refused is not looked up again.
 */
import { hash } from 'node:crypto';
import type { Authenticated } from '@keyway/store';
import type { RateExceeded, RateLimiter } from './rateLimiter.ts';

const MOST_REMEMBERED = 10_000;
/** How long a credential from a blocked address counts as refused without another look-up. */
const REFUSED_FOR_MS = 5_000;
/** Unknown credentials that are looked up at the same time. */
const LOOK_UPS = 4;
const MOST_WAITING = 2_000;

export class CredentialGuard {
  readonly #failures: RateLimiter;
  /** Hashes of what was valid, the latest last. */
  readonly #valid = new Set<string>();
  /** Hashes of what was not, and until when that counts. */
  readonly #refused = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #lookUps = 0;

  constructor(failures: RateLimiter) {
    this.#failures = failures;
  }

  /**
   * Looks the credentials up and remembers how it went.
   * @throws RateExceeded for what is not valid, from an address that tried too much of that
   */
  async check(
    address: string,
    credentials: string,
    lookUp: () => Promise<Authenticated | null>,
  ): Promise<Authenticated | null> {
    const key = hash('sha256', credentials, 'base64');
    if (this.#failures.isSpent(address) && (this.#refused.get(key) ?? 0) > performance.now())
      throw this.#exceeded(address);
    const viewer = await (this.#valid.has(key) ? lookUp() : this.#oneOfFew(address, lookUp));
    this.#valid.delete(key);
    if (viewer) {
      this.#refused.delete(key);
      this.#remember(key);
      return viewer;
    }
    if (this.#refused.size >= MOST_REMEMBERED)
      this.#refused.delete(this.#refused.keys().next().value!);
    this.#refused.set(key, performance.now() + REFUSED_FOR_MS);
    const wasSpent = this.#failures.isSpent(address);
    this.#failures.take(address);
    if (wasSpent) throw this.#exceeded(address);
    return null;
  }

  async #oneOfFew<T>(address: string, lookUp: () => Promise<T>): Promise<T> {
    if (this.#lookUps >= LOOK_UPS) {
      if (this.#waiting.length >= MOST_WAITING) throw this.#exceeded(address);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#lookUps += 1;
    try {
      return await lookUp();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#lookUps -= 1;
    }
  }

  #exceeded(address: string): RateExceeded {
    return this.#failures.exceeded(address);
  }

  #remember(key: string): void {
    this.#valid.add(key);
    if (this.#valid.size > MOST_REMEMBERED) this.#valid.delete(this.#valid.values().next().value!);
  }
}
