/** The step that an entry of a run's history is about. */
import type { StepId, TrackId } from '../../generated/enums.ts';

type Data = Readonly<Record<string, unknown>>;
const isData = (data: unknown): data is Data => typeof data === 'object' && data !== null;
/** Data of another version may hold anything; a step that no page has leads to its run. */
const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[A-Z_]{1,40}$/.test(name);

/** Null where an entry is about no step, or about several. */
export function findEntryStep(data: unknown): { track: TrackId; step: StepId } | null {
  if (!isData(data)) return null;
  const { track, facts } = data;
  const step = isData(facts) && !Array.isArray(facts) ? facts['step'] : data['step'];
  return isName(track) && isName(step) ? { track: track as TrackId, step: step as StepId } : null;
}
