/** Metrics of what people should attend to: alerts, credentials, the sealing key, the database. */
import type { AttentionFigures } from '@keyway/store';
import { Gauge, type Registry } from 'prom-client';

/** Returns what shows these figures; null where they could not be read: then there are none. */
export function attentionMetrics(
  registers: Registry[],
  isSealingUsable: () => boolean,
): (figures: AttentionFigures | null) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers });
  new Gauge({
    name: 'keyway_sealing_usable',
    help: '1: credentials can be sealed and opened; 0: `/readyz` says degraded',
    registers,
    collect() {
      this.set(isSealingUsable() ? 1 : 0);
    },
  });
  const reachable = gauge(
    'keyway_database_reachable',
    '1: the database answers; 0: it did not answer within a second',
  );
  const alerts = gauge(
    'keyway_alerts_open',
    'Open alerts about watched keys; `purge`: Adobe may purge data',
    ['class'],
  );
  const expiring = gauge(
    'keyway_credentials_expiring',
    'Stored secrets and certificates of customers that expire within 14 days',
  );
  const expired = gauge(
    'keyway_credentials_expired',
    'Stored secrets and certificates of customers that have expired',
  );
  return (figures) => {
    reachable.set(figures ? 1 : 0);
    alerts.reset();
    for (const metric of [expiring, expired]) metric.remove();
    if (!figures) return;
    alerts.set({ class: 'purge' }, figures.purgeAlerts);
    alerts.set({ class: 'other' }, figures.otherAlerts);
    expiring.set(figures.expiring);
    expired.set(figures.expired);
  };
}
