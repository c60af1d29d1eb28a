/**
 * What is checked of a stored run whenever it is read: the parts that every reader takes for
 * granted. The rest is trusted (docs/decisions/0028-parsing-at-the-boundary.md).
 */
import type { Run } from '../run.ts';
import { STEP_STATUSES, TRACK_IDS } from '../vocabulary.ts';
import { isObject, objectIn } from './storedRun.ts';

const STATUSES: ReadonlySet<unknown> = new Set(STEP_STATUSES);
const OBJECTS = ['organization', 'connections', 'policy', 'tracks'];

/** The path of the first part that is missing or has another type; null where there is none. */
function unreadablePart(run: Readonly<Record<string, unknown>>): string | null {
  if (typeof run['id'] !== 'string') return 'id';
  if (!Number.isInteger(run['version'])) return 'version';
  if (!Array.isArray(run['anomalies'])) return 'anomalies';
  for (const name of OBJECTS) if (!isObject(run[name])) return name;
  for (const id of TRACK_IDS) {
    const track = objectIn(objectIn(run['tracks'])?.[id]);
    if (track?.['id'] !== id || !isObject(track['steps'])) return id;
    for (const [name, step] of Object.entries(track['steps'])) {
      if (!isObject(step) || !STATUSES.has(step['status'])) return `${id}/${name}`;
      // The store keeps them apart. Without them a step would count as never observed.
      if (!Array.isArray(step['checks'])) return `${id}/${name}/checks`;
    }
  }
  return null;
}

/** @throws TypeError that names what can't be read */
export function assertRun(value: unknown): asserts value is Run {
  const part = isObject(value) ? unreadablePart(value) : 'the run';
  if (part === null) return;
  throw new TypeError(`A stored run can't be read: ${part} is missing or has another type.`);
}
