/**
 * `/healthz`: the process answers. `/readyz`: so do the database and the queue in it. A sealing key that cannot be used is said there, and is
 * no reason to send nobody here: everything but credentials goes on.
 */
import type { Store } from '@keyway/store';
import type { FastifyInstance } from 'fastify';

const PATIENCE_MS = 3000;
const NO_SEALING = 'The key that seals credentials cannot be used; the log says why. Connecting clouds and working on them waits for it.';

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export function addHealthRoutes(server: FastifyInstance, store: Store): void {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (request, reply) => {
    try {
      await within(Promise.all([store.ping(), store.queue.depth()]));
      return { status: 'ready', ...(store.sealing.fault && { degraded: [NO_SEALING] }) };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready: the database does not answer');
      return reply.code(503).send({ status: 'not ready', reason: 'The database does not answer.' });
    }
  });
}
