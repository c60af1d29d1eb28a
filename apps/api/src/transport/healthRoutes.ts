/**
 * `/healthz`: the process answers. `/readyz`: the database answers too, and the process is not
 * stopping. An unusable sealing key is `degraded`: everything but credentials works without it.
 */
import { httpText } from '@keyway/messages';
import type { Store } from '@keyway/store';
import type { FastifyInstance } from 'fastify';
import { CachedValue } from './cachedValue.ts';
import { requestLocale } from './requestLocale.ts';
import { withTimeout } from './withTimeout.ts';

const TIMEOUT_MILLISECONDS = 3000;
const MAX_AGE_MILLISECONDS = 1000;

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
  server.get('/readyz', async (request, reply) => {
    const locale = requestLocale(request, reply);
    if (isStopping())
      return reply.code(503).send({ status: 'stopping', reason: httpText('stopping', locale) });
    if (!(await probe.get()))
      return reply
        .code(503)
        .send({ status: 'not ready', reason: httpText('databaseSilent', locale) });
    return store.sealing.problem
      ? { status: 'ready', degraded: [httpText('sealingKeyUnusable', locale)] }
      : { status: 'ready' };
  });
}
