/** Brings a stored watch to the current shape (docs/reference/run.md, rule 8, for watches). */
import { NewerVersion } from '../newerVersion.ts';
import { isObject } from '../upcasts/storedRun.ts';
import { NOTHING_KNOWN } from './mergeObservation.ts';
import { CURRENT_WATCH_VERSION, type Watch, type WatchedTrack } from './watch.ts';

/** Tracks that began before keys on AWS were watched have no POLICY. */
const withPolicy = (track: WatchedTrack | null): WatchedTrack | null =>
  track && { ...track, steps: { ...track.steps, POLICY: track.steps.POLICY ?? NOTHING_KNOWN } };

/**
 * Throws on a version this core does not know: an older program must not write over a newer one.
 */
export function upcastWatch(stored: unknown): Watch {
  const version = isObject(stored) ? stored['planVersion'] : null;
  if (version !== CURRENT_WATCH_VERSION) {
    const message = `Version ${String(version)} of a watch is none that this program knows (${CURRENT_WATCH_VERSION}).`;
    throw Number(version) > CURRENT_WATCH_VERSION
      ? new NewerVersion(message)
      : new RangeError(message);
  }
  // Cast: what this version stored.
  const watch = stored as Watch;
  const { AEP, CJA } = watch.tracks;
  return { ...watch, tracks: { AEP: withPolicy(AEP), CJA: withPolicy(CJA) } };
}
