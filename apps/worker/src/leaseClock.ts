/**
 * Measures leases. The monotonic clock stops while a machine sleeps or is paused, in which another
 * worker may take over. The wall clock shows that, but may also be set back.
 */

/** Less is a correction of the wall clock. The margin of a lease is longer. */
const SHORTEST_SLEEP_MILLISECONDS = 1_000;

let [monotonic, wall] = [performance.now(), Date.now()];
let slept = 0;

/**
 * In milliseconds: `performance.now()` and all sleep, or more where the wall clock is set forward.
 */
export function leaseClock(): number {
  const [before, beforeWall] = [monotonic, wall];
  [monotonic, wall] = [performance.now(), Date.now()];
  const missing = wall - beforeWall - (monotonic - before);
  if (missing > SHORTEST_SLEEP_MILLISECONDS) slept += missing;
  return monotonic + slept;
}
