/** Figures for Prometheus. Labels have few values, and none of them is a customer's. */
import type { Store } from '@keyway/store';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface LiveFigures {
  sockets: () => number;
  subscriptions: () => number;
}

export function addMetrics(server: FastifyInstance, store: Store, live: LiveFigures): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const duration = new Histogram({
    name: 'keyway_http_request_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  new Gauge({
    name: 'keyway_sockets',
    help: 'Live connections of subscribers',
    registers,
    collect() {
      this.set(live.sockets());
    },
  });
  new Gauge({
    name: 'keyway_subscriptions',
    help: 'Live subscriptions',
    registers,
    collect() {
      this.set(live.subscriptions());
    },
  });
  new Gauge({
    name: 'keyway_clock_skew_seconds',
    help: 'How far this machine’s clock is ahead of the database’s, which counts',
    registers,
    collect() {
      this.set(store.clockSkewSeconds());
    },
  });
  const failing = new Gauge({
    name: 'keyway_effects_failing',
    help: 'Effects that were begun three times or more and not ended; the worker’s log says why',
    registers,
  });
  const oldestDue = new Gauge({
    name: 'keyway_effects_oldest_due_seconds',
    help: 'How long the oldest due effect has been due',
    registers,
  });
  new Gauge({
    name: 'keyway_effects',
    help: 'Effects that wait for a worker',
    labelNames: ['state'],
    registers,
    async collect() {
      const depth = await store.queue.depth().catch(() => null);
      this.reset();
      if (!depth) return;
      this.set({ state: 'due' }, depth.due);
      this.set({ state: 'waiting' }, depth.waiting);
      failing.set(depth.failing);
      oldestDue.set(depth.oldestDueSeconds);
    },
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'other';
    duration.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  server.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
