/**
 * `/healthz`: the process answers. `/readyz`: the database and its queue answer too (checked at
 * most once a second), and the process is not about to stop. An unusable sealing key is reported as
 * `degraded` and keeps the process ready, because everything but credentials works without it.
 */
import type { Store } from '@keyway/store';
import type { FastifyInstance } from 'fastify';
import { Fresh, within } from './fresh.ts';

const PATIENCE_MS = 3000;
const KEPT_MS = 1000;
const NO_SEALING =
  'The key that seals credentials can’t be used; see the log. Connecting clouds and work on them wait for it.';

export function addHealthRoutes(
  server: FastifyInstance,
  store: Store,
  isStopping: () => boolean,
): void {
  const probe = new Fresh(KEPT_MS, async () => {
    try {
      await within(PATIENCE_MS, Promise.all([store.aside.ping(), store.aside.depth()]));
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
