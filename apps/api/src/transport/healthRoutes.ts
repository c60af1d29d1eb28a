/**
 * `/healthz`: the process answers. `/readyz`: the database answers too, and the process is not
 * stopping. `degraded`: without a usable sealing key, or while the database is being moved.
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
      const { monitoring } = store;
      const [era] = await withTimeout(
        TIMEOUT_MILLISECONDS,
        Promise.all([monitoring.era(), monitoring.ping(), monitoring.depth()]),
      );
      return { isMoving: era.cause === 'MOVING' };
    } catch (error) {
      server.log.warn({ err: error }, 'not ready: the database does not answer');
      return null;
    }
  });
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (request, reply) => {
    const locale = requestLocale(request, reply);
    if (isStopping())
      return reply.code(503).send({ status: 'stopping', reason: httpText('stopping', locale) });
    const found = await probe.get();
    if (!found)
      return reply
        .code(503)
        .send({ status: 'not ready', reason: httpText('databaseSilent', locale) });
    const degraded = [
      ...(found.isMoving ? [httpText('databaseMoving', locale)] : []),
      ...(store.sealing.problem ? [httpText('sealingKeyUnusable', locale)] : []),
    ];
    return degraded.length > 0 ? { status: 'ready', degraded } : { status: 'ready' };
  });
}
