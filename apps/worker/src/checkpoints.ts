/** Signs where each chain of history ends, regularly: some thousand chains at a time. */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

export const CHECKPOINT_PASS_MILLISECONDS = 15_000;
/** A chain that has grown is signed an hour after its last checkpoint; a new one at once. */
const GROWN_SECONDS = 3600;
/**
 * One that has not is signed daily: that nothing was added in between is then signed too. An hour
 * less, since the passes over a million chains take 50 minutes.
 */
const UNCHANGED_SECONDS = 23 * 3600;
/** However short KEYWAY_POLL_SCALE makes the hour. */
const MIN_GROWN_SECONDS = 60;
const FIRST = '00000000-0000-0000-0000-000000000000';

export class Checkpoints {
  readonly #deps: { store: Store; timeScale: number; log: Logger };
  /** The last chain of the pass before. */
  #after = FIRST;

  constructor(deps: { store: Store; timeScale: number; log: Logger }) {
    this.#deps = deps;
  }

  /** The next chains. Never rejects: the next pass tries again. */
  async pass(signal: AbortSignal): Promise<void> {
    const { store, timeScale, log } = this.#deps;
    if (signal.aborted) return;
    try {
      const { written, next } = await store.checkpoints.coverDue(this.#after, {
        grownSeconds: Math.max(MIN_GROWN_SECONDS, GROWN_SECONDS * timeScale),
        unchangedSeconds: UNCHANGED_SECONDS,
      });
      this.#after = next ?? FIRST;
      if (written > 0) log.debug({ written }, 'signed checkpoints of history');
    } catch (error) {
      log.warn({ err: error }, 'history could not be signed; trying again');
    }
  }
}
