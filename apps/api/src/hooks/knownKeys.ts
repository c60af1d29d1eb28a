/**
 * The public keys that verify deliveries. The api never calls a cloud: a worker reads a key that is
 * not known, while the delivery waits a moment for it.
 */
import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '@keyway/store';
import { LRUCache } from 'lru-cache';
import { isSignedBy, signingKey, type Signature } from './adobeSignature.ts';

/** Then the store is asked again: a worker may have found that a key was withdrawn. */
const KEPT_MILLISECONDS = 60_000;
const MAX_KEPT = 100;
/** A worker needs less for a key; Adobe repeats what is not answered by then. */
const WAIT_MILLISECONDS = 4_000;
const ASK_EVERY_MILLISECONDS = 150;
/** Deliveries that wait at the same time, so that they never take up the database. */
const MAX_WAITING = 16;

/** `unknown`: it may be valid, but no key of it is known. */
export type Verified = 'valid' | 'invalid' | 'unknown';

export class KnownKeys {
  readonly #keys: Store['hooks']['signingKeys'];
  readonly #kept = new LRUCache<string, KeyObject>({ max: MAX_KEPT, ttl: KEPT_MILLISECONDS });
  #waiting = 0;

  constructor(store: Store) {
    this.#keys = store.hooks.signingKeys;
  }

  /** Keys by path, of those that are known. */
  async #find(paths: readonly string[]): Promise<Map<string, KeyObject>> {
    const found = new Map<string, KeyObject>();
    const missing: string[] = [];
    for (const path of paths) {
      const kept = this.#kept.get(path);
      if (kept) found.set(path, kept);
      else missing.push(path);
    }
    if (missing.length === 0) return found;
    for (const [path, pem] of await this.#keys.find(missing)) {
      const key = signingKey(pem);
      if (!key) continue;
      this.#kept.set(path, key);
      found.set(path, key);
      await this.#keys.used(path);
    }
    return found;
  }

  async verify(body: Buffer, signatures: readonly Signature[]): Promise<Verified> {
    const keys = await this.#find([...new Set(signatures.map(({ path }) => path))]);
    const isValid = signatures.some((signature) => {
      const key = keys.get(signature.path);
      return key !== undefined && isSignedBy(key, body, signature);
    });
    if (isValid) return 'valid';
    return signatures.every(({ path }) => keys.has(path)) ? 'invalid' : 'unknown';
  }

  /** Has the keys read, and verifies once they are known; `unknown` where that takes too long. */
  async verifyOnceKnown(body: Buffer, signatures: readonly Signature[]): Promise<Verified> {
    for (const path of new Set(signatures.map(({ path }) => path))) await this.#keys.want(path);
    if (this.#waiting >= MAX_WAITING) return 'unknown';
    this.#waiting += 1;
    try {
      const until = performance.now() + WAIT_MILLISECONDS;
      let verified: Verified = 'unknown';
      while (verified === 'unknown' && performance.now() < until) {
        await sleep(ASK_EVERY_MILLISECONDS);
        verified = await this.verify(body, signatures);
      }
      return verified;
    } finally {
      this.#waiting -= 1;
    }
  }
}
