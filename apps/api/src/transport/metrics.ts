/** Figures for Prometheus. Labels have few values, and none of them is a customer's. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from '@keyway/store';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Config } from '../config.ts';
import { Fresh, within } from './fresh.ts';
import { listenFault, METRICS_VARIABLES } from './listenFault.ts';

export interface LiveFigures {
  sockets: () => number;
  subscriptions: () => number;
  /** Operations that wait for their place. */
  waiting: () => number;
}

/** Answers the figures as text, put together twice a second at most. */
export type Figures = () => Promise<{ type: string; text: string }>;

const KEPT_MS = 500;
const PATIENCE_MS = 1000;

export function makeFigures(server: FastifyInstance, store: Store, live: LiveFigures): Figures {
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
  new Gauge({
    name: 'keyway_operations_waiting',
    help: 'Operations that wait because their sender has too many under way',
    registers,
    collect() {
      this.set(live.waiting());
    },
  });
  addEffectFigures(store, registers);
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'other';
    duration.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  const text = new Fresh(KEPT_MS, () => registry.metrics());
  return async () => ({ type: registry.contentType, text: await text.get() });
}

/** What waits for the worker. */
function addEffectFigures(store: Store, registers: Registry[]): void {
  const failing = new Gauge({
    name: 'keyway_effects_failing',
    help: 'Effects that were begun three times or more and not ended; the worker’s log says why',
    registers,
  });
  const statusesUnread = new Gauge({
    name: 'keyway_statuses_unread',
    help: 'Configurations whose status at Adobe could not be read several times in a row; their steps say why',
    registers,
  });
  const oldestDue = new Gauge({
    name: 'keyway_effects_oldest_due_seconds',
    help: 'How long the oldest due effect has been due',
    registers,
  });
  const resumed = new Counter({
    name: 'keyway_work_resumed_total',
    help: 'How often a run was found to wait for work that nobody had, which was then begun again; the worker’s log says which',
    registers,
  });
  const workers = new Gauge({
    name: 'keyway_workers',
    help: 'Workers that reported within the last 90 s',
    registers,
  });
  const workerSkew = new Gauge({
    name: 'keyway_worker_clock_skew_seconds',
    help: 'How far the clock of the worker that is farthest off is ahead of the database’s, which counts; its log says so too',
    registers,
  });
  new Gauge({
    name: 'keyway_effects',
    help: 'Effects that wait for a worker',
    labelNames: ['state'],
    registers,
    async collect() {
      const depth = await within(PATIENCE_MS, store.aside.depth()).catch(() => null);
      this.reset();
      if (!depth) return;
      this.set({ state: 'due' }, depth.due);
      this.set({ state: 'waiting' }, depth.waiting);
      failing.set(depth.failing);
      statusesUnread.set(depth.statusesUnread);
      oldestDue.set(depth.oldestDueSeconds);
      workers.set(depth.workers);
      workerSkew.set(depth.workerSkewSeconds);
      resumed.reset();
      resumed.inc(depth.resumed);
    },
  });
}

/** Beside everything else, or, where they have an address of their own, there alone. */
export async function addMetrics(
  server: FastifyInstance,
  figures: Figures,
  own: Config['metrics'],
): Promise<() => Promise<void>> {
  if (!own) {
    server.get('/metrics', async (_request, reply) => {
      const { type, text } = await figures();
      return reply.type(type).send(text);
    });
    return () => Promise.resolve();
  }
  const apart = createServer((request, response) => {
    const isMetrics = request.url?.split('?')[0] === '/metrics' && request.method === 'GET';
    if (!isMetrics) return void response.writeHead(404).end();
    figures().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) =>
    apart.once('error', reject).listen(own.port, own.host, resolve),
  ).catch((error: unknown) => {
    throw listenFault(error, own, METRICS_VARIABLES);
  });
  server.log.info(
    { metrics: `http://${own.host}:${(apart.address() as AddressInfo).port}/metrics` },
    'metrics are served apart',
  );
  return async () => {
    apart.close();
    apart.closeAllConnections();
    await once(apart, 'close');
  };
}
