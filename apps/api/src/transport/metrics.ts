/** Metrics for Prometheus. Labels have few values and never customer data. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from '@keyway/store';
import type { Figures } from '@keyway/telemetry';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Config } from '../config.ts';
import type { HookCounts } from '../hooks/hookCounts.ts';
import { CachedValue } from './cachedValue.ts';
import { attentionMetrics } from './attentionMetrics.ts';
import { eraMetrics } from './eraMetrics.ts';
import { observationMetrics } from './observationMetrics.ts';
import { webhookMetrics } from './webhookMetrics.ts';
import { withTimeout } from './withTimeout.ts';
import { listenError, METRICS_VARIABLES } from './listenError.ts';

export interface LiveCounts {
  sockets: () => number;
  subscriptions: () => number;
  /** Operations that are waiting to execute. */
  waiting: () => number;
  /** What became of deliveries of clouds. */
  hooks: HookCounts;
}

/** Reads the metrics; as text they are collected at most twice a second. */
export interface MetricsReader {
  text: () => Promise<{ type: string; text: string }>;
  figures: () => Promise<readonly Figures[]>;
}

const MAX_AGE_MILLISECONDS = 500;
const TIMEOUT_MILLISECONDS = 1000;

export function makeMetrics(
  server: FastifyInstance,
  store: Store,
  live: LiveCounts,
): MetricsReader {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  registry.registerMetric(live.hooks.counter);
  const duration = new Histogram({
    name: 'keyway_http_request_seconds',
    help: 'Time from request to response',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  new Gauge({
    name: 'keyway_sockets',
    help: 'Open WebSocket connections',
    registers,
    collect() {
      this.set(live.sockets());
    },
  });
  new Gauge({
    name: 'keyway_subscriptions',
    help: 'Open subscriptions',
    registers,
    collect() {
      this.set(live.subscriptions());
    },
  });
  new Gauge({
    name: 'keyway_clock_skew_seconds',
    help: 'How far this machine’s clock is ahead of the database’s, which is authoritative',
    registers,
    collect() {
      this.set(store.clockSkewSeconds());
    },
  });
  new Gauge({
    name: 'keyway_operations_waiting',
    help: 'Operations that wait because their sender has too many running',
    registers,
    collect() {
      this.set(live.waiting());
    },
  });
  const collectEffects = addEffectMetrics(store, registers);
  const { monitoring } = store;
  const others = [
    collector(() => monitoring.observations(), observationMetrics(registers)),
    collector(() => monitoring.webhooks(), webhookMetrics(registers)),
    collector(
      () => monitoring.attention(),
      attentionMetrics(registers, () => !store.sealing.problem),
    ),
    collector(() => monitoring.era(), eraMetrics(registers)),
  ];
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'other';
    duration.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  const collect = () =>
    Promise.all([collectEffects, ...others].map((collectSome) => collectSome()));
  const text = new CachedValue(MAX_AGE_MILLISECONDS, async () => {
    await collect();
    return registry.metrics();
  });
  return {
    text: async () => ({ type: registry.contentType, text: await text.get() }),
    figures: () => collect().then(() => figuresOf(registry)),
  };
}

async function figuresOf(registry: Registry): Promise<readonly Figures[]> {
  // Cast: its types name the values of each kind apart.
  return (await registry.getMetricsAsJSON()) as unknown as Figures[];
}

/** As `addEffectMetrics`. */
const collector =
  <T>(read: () => Promise<T>, show: (figures: T | null) => void): (() => Promise<void>) =>
  async () =>
    show(await withTimeout(TIMEOUT_MILLISECONDS, read()).catch(() => null));

/**
 * What the database knows. Returns what reads it, which is to end before the text is made: each
 * metric becomes text on its own. A figure that could not be read is left out, because a zero would
 * claim that no worker is there, and be counted as an increase afterwards.
 */
function addEffectMetrics(store: Store, registers: Registry[]): () => Promise<void> {
  const effects = new Gauge({
    name: 'keyway_effects',
    help: 'Effects that wait for a worker',
    labelNames: ['state'],
    registers,
  });
  const failing = new Gauge({
    name: 'keyway_effects_failing',
    help: 'Effects that were started three times or more and never finished; see the worker’s log',
    registers,
  });
  const statusesUnread = new Gauge({
    name: 'keyway_statuses_unread',
    help: 'Configurations whose status at Adobe could not be read several times in a row',
    registers,
  });
  const oldestDue = new Gauge({
    name: 'keyway_effects_oldest_due_seconds',
    help: 'How long the oldest due effect has been due',
    registers,
  });
  const resumed = new Counter({
    name: 'keyway_work_resumed_total',
    help: 'How often lost work of a run was found and started again; see the worker’s log',
    registers,
  });
  const workers = new Gauge({
    name: 'keyway_workers',
    help: 'Workers that reported within the last 90 s',
    registers,
  });
  const workerSkew = new Gauge({
    name: 'keyway_worker_clock_skew_seconds',
    help: 'Largest clock skew of a worker against the database’s clock',
    registers,
  });
  const single = [failing, statusesUnread, oldestDue, resumed, workers, workerSkew];
  return async () => {
    const depth = await withTimeout(TIMEOUT_MILLISECONDS, store.monitoring.depth()).catch(
      () => null,
    );
    effects.reset();
    for (const metric of single) metric.remove();
    if (!depth) return;
    effects.set({ state: 'due' }, depth.due);
    effects.set({ state: 'waiting' }, depth.waiting);
    failing.set(depth.failing);
    statusesUnread.set(depth.statusesUnread);
    oldestDue.set(depth.oldestDueSeconds);
    workers.set(depth.workers);
    workerSkew.set(depth.workerSkewSeconds);
    resumed.inc(depth.resumed);
  };
}

/** Serves `/metrics` on the api's port, or on a separate one where that is configured. */
export async function serveMetrics(
  server: FastifyInstance,
  readMetrics: MetricsReader,
  address: Config['metrics'],
): Promise<() => Promise<void>> {
  if (!address) {
    server.get('/metrics', async (_request, reply) => {
      const { type, text } = await readMetrics.text();
      return reply.type(type).send(text);
    });
    return () => Promise.resolve();
  }
  const separate = createServer((request, response) => {
    const isMetrics = request.url?.split('?')[0] === '/metrics' && request.method === 'GET';
    if (!isMetrics) return void response.writeHead(404).end();
    readMetrics.text().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) =>
    separate.once('error', reject).listen(address.port, address.host, resolve),
  ).catch((error: unknown) => {
    throw listenError(error, address, METRICS_VARIABLES);
  });
  server.log.info(
    { metrics: `http://${address.host}:${(separate.address() as AddressInfo).port}/metrics` },
    'metrics are served on a separate port',
  );
  return async () => {
    separate.close();
    separate.closeAllConnections();
    await once(separate, 'close');
  };
}
