/** Runs what a worker does at intervals, beside its effects. */

/** Real time: no poll scale changes it. */
const EVERY_MILLISECONDS = 30_000;

/**
 * Runs `pass` now and every 30 s; skips a turn while the pass before still runs. `pass` must not
 * reject.
 * @returns stops it and waits for a running pass
 */
export function repeat(pass: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const start = (): void => {
    running ??= pass().finally(() => {
      running = null;
    });
  };
  start();
  const timer = setInterval(start, EVERY_MILLISECONDS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
