/** Brings a stored watch to the current shape (docs/reference/run.md, rule 8, for watches). */
import { isObject } from '../upcasts/storedRun.ts';
import { CURRENT_WATCH_VERSION, type Watch } from './watch.ts';

/**
 * Throws on a version this core does not know: an older program must not write over a newer one.
 */
export function upcastWatch(stored: unknown): Watch {
  const version = isObject(stored) ? stored['planVersion'] : null;
  if (version !== CURRENT_WATCH_VERSION)
    throw new RangeError(
      `Version ${String(version)} of a watch is none that this program knows (${CURRENT_WATCH_VERSION}).`,
    );
  // Cast: what this version stored.
  return stored as Watch;
}
