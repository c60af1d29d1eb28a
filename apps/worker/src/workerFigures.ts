/** The worker's own metrics. It serves none, so they are made only where they are exported. */
import { onOutboundCall, type Figures } from '@keyway/telemetry';
import { onEffect } from './effectCounts.ts';
import type { Occupancy } from './occupancy.ts';

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Many customers have a vault of their own, and each label is a series. */
const hostGroup = (host: string): string =>
  host.replace(/^[^.]+(?=\.(vault|managedhsm)\.azure\.net$)/, '*');

/** Known clouds by name, receivers of webhooks together. */
const CLOUDS =
  /(^|\.)(azure\.com|azure\.net|microsoftonline\.com|microsoft\.com|adobelogin\.com|adobe\.io|amazonaws\.com)$/;

/** Answers what reads them. */
export async function workerFigures(
  occupancy: Occupancy,
): Promise<() => Promise<readonly Figures[]>> {
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'keyway_worker_effects_running',
    help: 'Effects that this worker runs now',
    registers,
    collect() {
      this.set(occupancy.count);
    },
  });
  const effects = new Histogram({
    name: 'keyway_worker_effect_seconds',
    help: 'Time that effects took, from claim to end, by type and result',
    labelNames: ['effect', 'result'],
    buckets: SECONDS,
    registers,
  });
  const calls = new Histogram({
    name: 'keyway_worker_outbound_call_seconds',
    help: 'Time that calls of clouds and receivers took, by host and status',
    labelNames: ['host', 'status'],
    buckets: SECONDS,
    registers,
  });
  onEffect(({ effect, result, seconds }) => effects.observe({ effect, result }, seconds));
  onOutboundCall(({ host, status, seconds }) =>
    calls.observe(
      { host: CLOUDS.test(host) ? hostGroup(host) : 'receiver', status: String(status ?? 'none') },
      seconds,
    ),
  );
  // Cast: its types name the values of each kind apart.
  return async () => (await registry.getMetricsAsJSON()) as unknown as Figures[];
}
