/** How long to wait before a part that died is started again: soon at first, then slower, so that a broken part does not spin. */
const firstMs = 200;
const longestMs = 10_000;
const healthyAfterMs = 30_000;

/**
 * The wait before the next start.
 * @param previousMs the wait before the start that just ended; undefined if there was none
 * @param aliveMs how long the part lived; long enough, and it counts as healthy again
 */
export function backOff(previousMs: number | undefined, aliveMs: number): number {
  if (previousMs === undefined || aliveMs >= healthyAfterMs) return firstMs;
  return Math.min(previousMs * 2, longestMs);
}
