/**
 * How many observations may begin now. After an outage everything is due at once; observations then
 * catch up at twice the usual pace, and not as fast as the clouds answer.
 */
import { observationsASecond, type WatchedCount } from '@keyway/store';

export class ObservationPace {
  private readonly timeScale: number;
  /** Before the first count little may begin: other workers may be at it. */
  private aSecond: number;
  private allowed = 0;
  private countedAt: number;

  /** @param now milliseconds of a clock that never goes back */
  constructor(timeScale: number, now: number) {
    this.timeScale = timeScale;
    this.aSecond = observationsASecond(0, timeScale);
    this.countedAt = now;
  }

  /** Each worker has its share, so that none waits for another. */
  watching({ watched, workers }: WatchedCount): void {
    this.aSecond = Math.max(1, observationsASecond(watched, this.timeScale) / workers);
  }

  /** How many may begin; a time without observations does not add up. */
  allowance(now: number): number {
    const passed = Math.max(0, now - this.countedAt) / 1000;
    this.countedAt = now;
    this.allowed = Math.min(this.aSecond, this.allowed + passed * this.aSecond);
    return Math.floor(this.allowed);
  }

  begun(count: number): void {
    this.allowed -= count;
  }

  /** Until the next may begin. */
  waitMilliseconds(): number {
    return this.allowed >= 1 ? 0 : ((1 - this.allowed) / this.aSecond) * 1000;
  }
}
