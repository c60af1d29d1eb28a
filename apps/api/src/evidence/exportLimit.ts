/** Bounds the packs that are written at a time, by one caller and by this process. */
import { RateExceeded } from '../limits/rateLimiter.ts';

const MAX_EXPORTS = 4;
const MAX_OF_ONE = 2;
const RETRY_SECONDS = 5;

export class ExportLimit {
  readonly #running = new Map<string, number>();
  #total = 0;

  /** @throws RateExceeded @returns frees the place; may be called more than once */
  take(principal: string): () => void {
    const own = this.#running.get(principal) ?? 0;
    if (own >= MAX_OF_ONE || this.#total >= MAX_EXPORTS) throw new RateExceeded(RETRY_SECONDS);
    this.#running.set(principal, own + 1);
    this.#total += 1;
    let isFree = false;
    return () => {
      if (isFree) return;
      isFree = true;
      this.#total -= 1;
      const left = (this.#running.get(principal) ?? 1) - 1;
      if (left > 0) this.#running.set(principal, left);
      else this.#running.delete(principal);
    };
  }
}
