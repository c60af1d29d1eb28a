/** How fast one principal, or one address before signing in, may ask. Generous: it stops loops, not people. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface Rate {
  max: number;
  windowMs: number;
}
export const DEFAULT_RATE: Rate = { max: 3000, windowMs: 10_000 };

/** Refused with 429 and `Retry-After`. */
export class RateExceeded extends Error {
  readonly statusCode = 429;
  readonly code = 'RATE_LIMITED';
}

const keyOf = (request: FastifyRequest): string => (request.viewer ? `${request.viewer.kind} ${request.viewer.id}` : request.ip);

export async function addRateLimit(server: FastifyInstance, rate: Rate): Promise<void> {
  await server.register(rateLimit, {
    global: true,
    hook: 'preParsing',
    max: rate.max,
    timeWindow: rate.windowMs,
    keyGenerator: keyOf,
    allowList: (request) => ['/healthz', '/readyz', '/metrics'].includes(request.url.split('?')[0] ?? ''),
    errorResponseBuilder: (_request, { after }) => new RateExceeded(`Too many requests; try again in ${after}.`),
  });
}
