/** Brings a stored run of an earlier plan version to the current shape, one explicit step per version (run.md, rule 8). */
import { CURRENT_PLAN_VERSION, type Run } from './run.ts';
import { TRACK_IDS } from './vocabulary.ts';

type Stored = Record<string, unknown> & { planVersion: number };
type Json = Record<string, unknown>;

/** 1 → 2: anomalies, the network's change, whether we act on a step, and the key's text as given were not kept. */
function fromVersion1(run: Stored): Stored {
  const tracks = run['tracks'] as Record<string, Json>;
  const upcast = TRACK_IDS.map((id) => {
    const track = tracks[id] ?? {};
    const steps = Object.entries(track['steps'] as Record<string, Json>).map(([step, state]) => [
      step,
      { acting: false, failure: null, ...state },
    ]);
    const key = track['key'] as Json | null;
    const given = key ? { key: { given: key['identifier'], ...key } } : {};
    return [id, { networkChangedAt: null, ...track, ...given, steps: Object.fromEntries(steps) }];
  });
  return { anomalies: [], ...run, tracks: Object.fromEntries(upcast), planVersion: 2 };
}

const UPCASTS: Record<number, (run: Stored) => Stored> = { 1: fromVersion1 };

/** Throws on a version this core does not know: an older program must not write over a newer run. */
export function upcastRun(stored: unknown): Run {
  let run = stored as Stored;
  if (typeof run !== 'object' || run === null || !Number.isInteger(run.planVersion)) throw new TypeError('This is not a stored run.');
  while (run.planVersion < CURRENT_PLAN_VERSION) {
    const upcast = UPCASTS[run.planVersion];
    if (!upcast) throw new RangeError(`No upcaster for plan version ${run.planVersion}.`);
    run = upcast(run);
  }
  if (run.planVersion > CURRENT_PLAN_VERSION)
    throw new RangeError(`Plan version ${run.planVersion} is newer than this program (${CURRENT_PLAN_VERSION}).`);
  return run as unknown as Run;
}
