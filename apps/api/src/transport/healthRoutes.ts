/** `/healthz`: the process answers. `/readyz`: so do the database and the queue in it. */
import type { Store } from '@keyway/store';
import type { FastifyInstance } from 'fastify';

const PATIENCE_MS = 3000;

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
      return { status: 'ready' };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready: the database does not answer');
      return reply.code(503).send({ status: 'not ready', reason: 'The database does not answer.' });
    }
  });
}
