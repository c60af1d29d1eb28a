/**
 * Limits the requests of one principal, or of one address before signing in. The limit is generous:
 * it stops loops and guessing, not people. HTTP and sockets share the same counts.
 */
import type { Authenticated } from '@keyway/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Rate, RateExceeded, RateLimiter } from '../limits/rateLimiter.ts';
import { addressKey } from './clientAddress.ts';

const DEFAULT_RATE: Rate = { max: 3000, windowMs: 10_000 };
/** Invalid tokens and expired sessions of one address. */
const DEFAULT_FAILURE_RATE: Rate = { max: 100, windowMs: 10_000 };

/**
 * Of one hand-off, and of one address that uses hand-offs: its page asks every two seconds while
 * something is checked, and colleagues may share an address.
 */
const DEFAULT_HAND_OFF_RATE: Rate = { max: 150, windowMs: 60_000 };
const DEFAULT_HAND_OFF_ADDRESS_RATE: Rate = { max: 600, windowMs: 60_000 };

/** Requests with the same key are counted together. */
export const rateKey = (viewer: Authenticated | null, address: string): string =>
  viewer ? `${viewer.kind} ${viewer.id}` : addressKey(address);

const UNCOUNTED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * With these headers a client can slow down before it is refused: those of the IETF's draft
 * (draft-ietf-httpapi-ratelimit-headers-10), and their usual predecessors.
 */
function addRateHeaders(
  reply: FastifyReply,
  limiter: RateLimiter,
  key: string,
  left: number,
): void {
  const { max, windowMs } = limiter.rate;
  const remaining = Math.max(0, left);
  const reset = limiter.retryAfterSeconds(key);
  void reply.headers({
    'ratelimit-policy': `"requests";q=${max};w=${Math.ceil(windowMs / 1000)}`,
    ratelimit: `"requests";r=${remaining};t=${reset}`,
    'x-ratelimit-limit': max,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': reset,
  });
}

/** Limits of requests with the token of a hand-off, beside the one for everybody. */
export interface HandOffLimits {
  byHandOff: RateLimiter;
  byAddress: RateLimiter;
}

/** In place of the usual ones. */
export interface Rates {
  rate?: Rate;
  /** Of invalid credentials, for each address. */
  failureRate?: Rate;
  /** Of each hand-off. */
  handOffRate?: Rate;
}

/** The limiters of an api; all apis on one database count together, by the names. */
export const makeLimiters = (
  { rate, failureRate, handOffRate }: Rates,
  limiter: (name: string, rate: Rate) => RateLimiter,
) => ({
  limiter: limiter('requests', rate ?? DEFAULT_RATE),
  failures: limiter('failures', failureRate ?? DEFAULT_FAILURE_RATE),
  handOffs: {
    byHandOff: limiter('handOffs', handOffRate ?? DEFAULT_HAND_OFF_RATE),
    byAddress: limiter('handOffAddresses', DEFAULT_HAND_OFF_ADDRESS_RATE),
  },
});

function takeOfHandOff(
  { handOff, ip }: FastifyRequest,
  limits: HandOffLimits,
): RateExceeded | null {
  if (!handOff) return null;
  const address = addressKey(ip);
  const isOver = limits.byHandOff.take(handOff.id) < 0;
  if (limits.byAddress.take(address) < 0) return limits.byAddress.exceeded(address);
  return isOver ? limits.byHandOff.exceeded(handOff.id) : null;
}

/** Runs after the sender is known and before a body is read. */
export function addRateLimit(
  server: FastifyInstance,
  limiter: RateLimiter,
  handOffs: HandOffLimits,
): void {
  server.addHook('preParsing', (request, reply, _payload, done) => {
    if (UNCOUNTED.has(request.url.split('?')[0] ?? '')) {
      done();
      return;
    }
    const key = rateKey(request.viewer, request.ip);
    const left = limiter.take(key);
    addRateHeaders(reply, limiter, key, left);
    done(left < 0 ? limiter.exceeded(key) : takeOfHandOff(request, handOffs));
  });
}
