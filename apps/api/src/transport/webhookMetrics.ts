/** Metrics of webhooks: what waits, for how long, and how attempts end. */
import type { WebhookFigures } from '@keyway/store';
import { Counter, Gauge, type Registry } from 'prom-client';

/** Returns what shows these figures; null where they could not be read: then there are none. */
export function webhookMetrics(registers: Registry[]): (figures: WebhookFigures | null) => void {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const pending = gauge(
    'keyway_webhook_deliveries_pending',
    'Deliveries of enabled webhooks that were not taken yet; at most a hundred thousand are counted',
  );
  const oldest = gauge(
    'keyway_webhook_oldest_pending_seconds',
    'How long the oldest of them has been pending',
  );
  const changes = gauge(
    'keyway_webhook_changes',
    'Changes that no message was made of yet; they wait for a worker',
  );
  const unreadable = gauge(
    'keyway_webhook_changes_unreadable',
    'Changes that no message can be made of; see the worker’s log',
  );
  const attempts = new Counter({
    name: 'keyway_webhook_attempts_total',
    help: 'Attempts to deliver messages of webhooks, by their result',
    labelNames: ['result'],
    registers,
  });
  const gauges = [pending, oldest, changes, unreadable];
  return (figures) => {
    for (const metric of gauges) metric.remove();
    attempts.reset();
    if (!figures) return;
    pending.set(figures.pending);
    oldest.set(figures.oldestPendingSeconds);
    changes.set(figures.changes);
    unreadable.set(figures.unreadable);
    for (const { result, attempts: count } of figures.attempts) attempts.inc({ result }, count);
  };
}
