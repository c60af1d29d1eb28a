/** Runs something at intervals. A pass that takes longer than the interval delays the next one. */

/** Real time: no poll scale changes it. */
const INTERVAL_MILLISECONDS = 30_000;

/**
 * Runs `pass` now and at each interval; skips a turn while the pass before still runs. `pass` must
 * not reject.
 * @returns stops it and waits for a running pass
 */
export function repeat(
  pass: () => Promise<void>,
  intervalMilliseconds = INTERVAL_MILLISECONDS,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const start = (): void => {
    running ??= pass().finally(() => {
      running = null;
    });
  };
  start();
  const timer = setInterval(start, intervalMilliseconds);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
