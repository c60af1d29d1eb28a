/**
 * `/healthz`: the process answers. `/readyz`: the database answers too, and the process is not
 * stopping. An unusable sealing key is `degraded`: everything but credentials works without it.
 */
import type { Store } from '@keyway/store';
import type { FastifyInstance } from 'fastify';
import { CachedValue } from './cachedValue.ts';
import { withTimeout } from './withTimeout.ts';

const TIMEOUT_MILLISECONDS = 3000;
const MAX_AGE_MILLISECONDS = 1000;
const NO_SEALING =
  'The key that seals credentials can’t be used; see the log. Connecting clouds and checking them wait for it.';

export function addHealthRoutes(
  server: FastifyInstance,
  store: Store,
  isStopping: () => boolean,
): void {
  const probe = new CachedValue(MAX_AGE_MILLISECONDS, async () => {
    try {
      await withTimeout(
        TIMEOUT_MILLISECONDS,
        Promise.all([store.monitoring.ping(), store.monitoring.depth()]),
      );
      return true;
    } catch (error) {
      server.log.warn({ err: error }, 'not ready: the database does not answer');
      return false;
    }
  });
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    if (isStopping())
      return reply.code(503).send({ status: 'stopping', reason: 'This process is about to stop.' });
    if (await probe.get())
      return { status: 'ready', ...(store.sealing.problem && { degraded: [NO_SEALING] }) };
    return reply.code(503).send({ status: 'not ready', reason: 'The database does not answer.' });
  });
}
