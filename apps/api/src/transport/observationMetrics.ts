/** Metrics of watched keys: what waits, how fast it may go, and what workers did. */
import type { ObservationDepth } from '@keyway/store';
import { Counter, Gauge, type Registry } from 'prom-client';

/**
 * Returns what shows these figures; null where they could not be read: then there are none, because
 * a zero would claim that nothing waits.
 */
export function observationMetrics(
  registers: Registry[],
): (depth: ObservationDepth | null) => void {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const counter = (name: string, help: string): Counter =>
    new Counter({ name, help, labelNames: ['outcome'], registers });
  const watched = gauge('keyway_watched_organizations', 'Organizations whose keys are watched');
  const due = gauge(
    'keyway_observations_due',
    'Observations of keys that are due; at most a hundred thousand of each kind are counted',
  );
  const overdue = gauge(
    'keyway_observations_overdue',
    'Observations of keys that have been due for more than a minute',
  );
  const oldestDue = gauge(
    'keyway_observations_oldest_due_seconds',
    'How long the oldest due observation has been due',
  );
  const pace = gauge(
    'keyway_observations_pace',
    'How many observations all workers together may begin in a second, beside those that somebody asked for',
  );
  const ended = counter('keyway_observations_total', 'Observations of keys, by how they ended');
  const seconds = counter(
    'keyway_observation_seconds_total',
    'Time that observations took, from claim to end',
  );
  const calls = counter(
    'keyway_observation_calls_total',
    'Requests that observations sent to clouds, with those for tokens',
  );
  const gauges = [watched, due, overdue, oldestDue, pace];
  const counters = [ended, seconds, calls];
  return (depth) => {
    for (const metric of gauges) metric.remove();
    for (const metric of counters) metric.reset();
    if (!depth) return;
    watched.set(depth.watched);
    due.set(depth.due);
    overdue.set(depth.overdue);
    oldestDue.set(depth.oldestDueSeconds);
    pace.set(depth.aSecond);
    for (const { outcome, ...total } of depth.totals) {
      ended.inc({ outcome }, total.observations);
      seconds.inc({ outcome }, total.seconds);
      calls.inc({ outcome }, total.calls);
    }
  };
}
