/** Counts observations by how they ended, for `/metrics`, until they are added to the totals. */
import type { ObservationOutcomeName, ObservationTotal } from '@keyway/store';

export class ObservationCounts {
  private counted = new Map<ObservationOutcomeName, ObservationTotal>();

  add(
    outcome: ObservationOutcomeName,
    { seconds, calls }: { seconds: number; calls: number },
  ): void {
    const total = this.counted.get(outcome) ?? { outcome, observations: 0, seconds: 0, calls: 0 };
    total.observations += 1;
    total.seconds += seconds;
    total.calls += calls;
    this.counted.set(outcome, total);
  }

  /** What was counted since it was last taken. */
  take(): ObservationTotal[] {
    const taken = [...this.counted.values()];
    this.counted = new Map();
    return taken;
  }
}
