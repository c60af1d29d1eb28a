/**
 * Limits the requests of one principal, or of one address before signing in. The limit is generous:
 * it stops loops and guessing, not people. HTTP and sockets share the same counts.
 */
import type { Authenticated } from '@keyway/store';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Rate, RateLimiter } from '../limits/rateLimiter.ts';
import { addressKey } from './clientAddress.ts';

export const DEFAULT_RATE: Rate = { max: 3000, windowMs: 10_000 };
/** Invalid tokens and expired sessions of one address. */
export const DEFAULT_FAILURE_RATE: Rate = { max: 100, windowMs: 10_000 };

/** Requests with the same key are counted together. */
export const rateKey = (viewer: Authenticated | null, address: string): string =>
  viewer ? `${viewer.kind} ${viewer.id}` : addressKey(address);

const UNCOUNTED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** With these headers a client can slow down before it is refused. */
function addRateHeaders(
  reply: FastifyReply,
  limiter: RateLimiter,
  key: string,
  left: number,
): void {
  void reply.header('x-ratelimit-limit', limiter.rate.max);
  void reply.header('x-ratelimit-remaining', Math.max(0, left));
  void reply.header('x-ratelimit-reset', limiter.retryAfterSeconds(key));
}

/** Runs after `request.viewer` is known and before a body is read. */
export function addRateLimit(server: FastifyInstance, limiter: RateLimiter): void {
  server.addHook('preParsing', (request, reply, _payload, done) => {
    if (UNCOUNTED.has(request.url.split('?')[0] ?? '')) {
      done();
      return;
    }
    const key = rateKey(request.viewer, request.ip);
    const left = limiter.take(key);
    addRateHeaders(reply, limiter, key, left);
    done(left < 0 ? limiter.exceeded(key) : null);
  });
}
