/**
 * How fast one principal, or one address before signing in, may ask; and how often an address may try credentials that do not count. Generous: it
 * stops loops and guessing, not people. HTTP and sockets share the same counts.
 */
import { hash } from 'node:crypto';
import type { Authenticated } from '@keyway/store';
import type { FastifyInstance, FastifyReply } from 'fastify';

export interface Rate {
  max: number;
  windowMs: number;
}
export const DEFAULT_RATE: Rate = { max: 3000, windowMs: 10_000 };
/** Wrong tokens and ended sessions of one address. */
export const DEFAULT_FAILURE_RATE: Rate = { max: 100, windowMs: 10_000 };

/** Refused with 429 and `Retry-After`. */
export class RateExceeded extends Error {
  readonly statusCode = 429;
  readonly code = 'RATE_LIMITED';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`Too many requests; try again in ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Counts by key in windows that all begin and end together, so that nothing of a window outlives it. */
export class RateLimiter {
  readonly rate: Rate;
  readonly #counts = new Map<string, number>();
  #windowEnds = 0;

  constructor(rate: Rate) {
    this.rate = rate;
  }

  #now(): number {
    const now = performance.now();
    if (now >= this.#windowEnds) {
      this.#counts.clear();
      this.#windowEnds = now + this.rate.windowMs;
    }
    return now;
  }

  get retryAfterSeconds(): number {
    return Math.max(1, Math.ceil((this.#windowEnds - this.#now()) / 1000));
  }

  /** Counts one and answers how many the key has left; below zero it is too many. */
  take(key: string): number {
    this.#now();
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return this.rate.max - count;
  }

  /** Whether nothing is left, without counting. */
  isSpent(key: string): boolean {
    this.#now();
    return (this.#counts.get(key) ?? 0) >= this.rate.max;
  }

  /** @throws RateExceeded */
  demand(key: string): void {
    if (this.take(key) < 0) throw new RateExceeded(this.retryAfterSeconds);
  }
}

const MOST_KNOWN = 10_000;

/**
 * Stands before every look-up of credentials. From an address that failed often only those get through that worked lately, so that a flood of made-up
 * tokens reaches neither the database nor whoever shares the address with it.
 */
export class CredentialGuard {
  readonly #failures: RateLimiter;
  /** Hashes of what worked, the latest last. */
  readonly #known = new Set<string>();

  constructor(rate: Rate = DEFAULT_FAILURE_RATE) {
    this.#failures = new RateLimiter(rate);
  }

  /**
   * Looks the credentials up unless they are refused, and remembers how it went.
   * @throws RateExceeded
   */
  async check(address: string, credentials: string, lookUp: () => Promise<Authenticated | null>): Promise<Authenticated | null> {
    const key = hash('sha256', credentials, 'base64');
    if (this.#failures.isSpent(address) && !this.#known.has(key)) throw new RateExceeded(this.#failures.retryAfterSeconds);
    const viewer = await lookUp();
    this.#known.delete(key);
    if (viewer) this.#remember(key);
    else this.#failures.take(address);
    return viewer;
  }

  #remember(key: string): void {
    this.#known.add(key);
    if (this.#known.size <= MOST_KNOWN) return;
    for (const oldest of this.#known) {
      this.#known.delete(oldest);
      return;
    }
  }
}

/** Who is counted together. */
export const rateKey = (viewer: Authenticated | null, address: string): string => (viewer ? `${viewer.kind} ${viewer.id}` : address);

const UNCOUNTED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** Told by headers as well, so that a client can slow down before it is refused. */
function tell(reply: FastifyReply, limiter: RateLimiter, left: number): void {
  void reply.header('x-ratelimit-limit', limiter.rate.max);
  void reply.header('x-ratelimit-remaining', Math.max(0, left));
  void reply.header('x-ratelimit-reset', limiter.retryAfterSeconds);
}

/** After `request.viewer` is known and before a body is read. */
export function addRateLimit(server: FastifyInstance, limiter: RateLimiter): void {
  server.addHook('preParsing', (request, reply, _payload, done) => {
    if (UNCOUNTED.has(request.url.split('?')[0] ?? '')) {
      done();
      return;
    }
    const left = limiter.take(rateKey(request.viewer, request.ip));
    tell(reply, limiter, left);
    done(left < 0 ? new RateExceeded(limiter.retryAfterSeconds) : null);
  });
}
