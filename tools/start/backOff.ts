/** How long to wait before a part that died is started again: short at first, then longer. */
const firstMs = 200;
const longestMs = 10_000;
const longestAfterKillMs = 1_000;
const healthyAfterMs = 5_000;

/**
 * The wait before the next start.
 * @param previousMs the wait before the start that just ended; undefined if there was none
 * @param aliveMs how long the part lived; long enough, and it counts as healthy again
 * @param killed whether a signal ended it: then something else did, and the part itself may be fine
 */
export function backOff(previousMs: number | undefined, aliveMs: number, killed = false): number {
  if (previousMs === undefined || aliveMs >= healthyAfterMs) return firstMs;
  return Math.min(previousMs * 2, killed ? longestAfterKillMs : longestMs);
}
