/**
 * The permit of one operation to execute: acquired when its cost is known, released when its
 * response is sent.
 */
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ConcurrencyLimiter, Release } from './concurrencyLimiter.ts';
import { RateExceeded } from './rateLimiter.ts';

export class OperationPermit {
  readonly #concurrency: ConcurrencyLimiter;
  readonly #principal: string;
  readonly #signal: AbortSignal;
  #release: Release | null = null;

  /** @param signal ends the wait when the caller disconnects */
  constructor(concurrency: ConcurrencyLimiter, principal: string, signal: AbortSignal) {
    this.#concurrency = concurrency;
    this.#principal = principal;
    this.#signal = signal;
  }

  /** @throws GraphQLError with code RATE_LIMITED, HTTP 429 and `Retry-After` */
  acquire = async (cost: number): Promise<void> => {
    try {
      this.#release = await this.#concurrency.acquire(this.#principal, cost, this.#signal);
    } catch (error) {
      throw error instanceof RateExceeded ? tooManyWaiting(error) : error;
    }
  };

  release(): void {
    this.#release?.();
  }
}

function tooManyWaiting({ retryAfterSeconds, code }: RateExceeded): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
  return new GraphQLError(
    `Too many of your operations are waiting. Try again in ${retryAfterSeconds} seconds, and send fewer at the same time.`,
    { extensions: { code, retryAfterSeconds, http: { status: 429, headers } } },
  );
}
