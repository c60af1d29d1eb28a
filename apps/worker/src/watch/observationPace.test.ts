/** How fast observations catch up after an outage, and how workers share that. */
import { OBSERVATION_INTERVAL_SECONDS } from '@keyway/store';
import { describe, expect, it } from 'vitest';
import { ObservationPace } from './observationPace.ts';

const MANY = 100_000;
const USUAL = MANY / OBSERVATION_INTERVAL_SECONDS;
/** How long workers wait before they ask again, in milliseconds. */
const TURN = 100;

/** Workers that take all that they may; how many begin in each second until nothing is due. */
function catchUp(
  workers: readonly { watched: number; workers: number }[],
  due: number,
  seconds = 3600,
): number[] {
  const paces = workers.map((count) => {
    const pace = new ObservationPace(1, 0);
    pace.watching(count);
    return pace;
  });
  const begun: number[] = [];
  let left = due;
  for (let now = 0; now < seconds * 1000 && left > 0; now += TURN) {
    const second = Math.floor(now / 1000);
    begun[second] ??= 0;
    for (const pace of paces) {
      const count = Math.min(left, pace.allowance(now));
      pace.begun(count);
      begun[second] += count;
      left -= count;
    }
  }
  expect(left).toBe(0);
  return begun;
}
const shared = (workers: number) =>
  Array.from({ length: workers }, () => ({ watched: MANY, workers }));

describe('100,000 organizations after an outage of an hour', () => {
  it.each([1, 2, 5])(
    'are observed within an interval, at twice the usual rate: %i workers',
    (of) => {
      const begun = catchUp(shared(of), MANY);
      expect(begun.length).toBeLessThanOrEqual(OBSERVATION_INTERVAL_SECONDS / 2 + 1);
      // A worker begins whole observations.
      for (const count of begun) expect(count).toBeLessThanOrEqual(2 * USUAL + of);
    },
  );

  it('are not begun all at once by a worker that waited', () => {
    const pace = new ObservationPace(1, 0);
    pace.watching({ watched: MANY, workers: 2 });
    pace.allowance(0);
    // An hour in which effects of runs took every place.
    expect(pace.allowance(3_600_000)).toBeLessThanOrEqual(USUAL);
  });

  it('begin slowly until it is known how many workers there are', () => {
    const pace = new ObservationPace(1, 0);
    expect(pace.allowance(10_000)).toBeLessThanOrEqual(5);
  });
});

it('lets few organizations be observed at once, and the interval be scaled', () => {
  expect(catchUp([{ watched: 20, workers: 1 }], 20)).toHaveLength(5);
  const pace = new ObservationPace(0.01, 0);
  pace.watching({ watched: 900, workers: 1 });
  pace.allowance(0);
  expect(pace.allowance(1000)).toBe(200);
});

it('waits until the next may begin', () => {
  const pace = new ObservationPace(1, 0);
  pace.watching({ watched: 0, workers: 5 });
  pace.begun(pace.allowance(1000));
  const wait = pace.waitMilliseconds();
  expect(wait).toBeGreaterThan(0);
  expect(pace.allowance(1000 + wait)).toBe(1);
});
