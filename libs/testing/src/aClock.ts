/** A clock that moves only when a test says so. */

export interface TestClock {
  now: () => Date;
  /** The instant as events carry it. */
  instant(): string;
  /** Moves on and answers the new instant. */
  advance(seconds: number): string;
}

/** Begins in the middle of an ordinary working day unless the test says otherwise. */
export function aClock(start = '2026-03-02T10:00:00.000Z'): TestClock {
  let milliseconds = Date.parse(start);
  const instant = (): string => new Date(milliseconds).toISOString();
  return {
    now: () => new Date(milliseconds),
    instant,
    advance(seconds) {
      milliseconds += seconds * 1000;
      return instant();
    },
  };
}
