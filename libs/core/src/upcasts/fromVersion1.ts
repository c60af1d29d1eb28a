/**
 * Plan version 1 kept no anomalies, no change of the network, not whether Keyway acts on a step,
 * and not the key's text as given.
 */
import { mapValues, objectIn, type Json, type StoredRun } from './storedRun.ts';

export const fromVersion1 = (run: StoredRun): StoredRun => ({
  anomalies: [],
  ...run,
  tracks: mapValues(run['tracks'], trackOf),
  planVersion: 2,
});

function trackOf(track: Json): Json {
  const key = objectIn(track['key']);
  const steps = mapValues(track['steps'], (state) => ({ acting: false, failure: null, ...state }));
  const given = key ? { key: { given: key['identifier'], ...key } } : {};
  return { networkChangedAt: null, ...track, ...given, steps };
}
