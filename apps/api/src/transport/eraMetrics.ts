/** Metrics of the database's past: whether it lost time, and how long nothing is sent then. */
import type { EraFigures } from '@keyway/store';
import { Gauge, type Registry } from 'prom-client';

/** Returns what shows these figures; null where they could not be read: then there are none. */
export function eraMetrics(registers: Registry[]): (figures: EraFigures | null) => void {
  const era = new Gauge({
    name: 'keyway_database_era',
    help: 'Grows each time the database may have lost what was written last, or is moved, by the last cause',
    labelNames: ['cause'],
    registers,
  });
  const settling = new Gauge({
    name: 'keyway_database_settling_seconds',
    help: 'How long no configuration is sent to Adobe yet, since the database may have lost time',
    registers,
  });
  return (figures) => {
    era.reset();
    settling.remove();
    if (!figures) return;
    era.set({ cause: figures.cause }, figures.number);
    settling.set(figures.settlingSeconds);
  };
}
