/**
 * Brings a stored run of an earlier plan version to the current shape, one explicit upcast per
 * version (docs/reference/run.md, rule 8).
 */
import { NewerVersion } from './newerVersion.ts';
import { CURRENT_PLAN_VERSION, type Run } from './run.ts';
import { assertRun } from './upcasts/assertRun.ts';
import { fromVersion1 } from './upcasts/fromVersion1.ts';
import { fromVersion2 } from './upcasts/fromVersion2.ts';
import { fromVersion3 } from './upcasts/fromVersion3.ts';
import { fromVersion4 } from './upcasts/fromVersion4.ts';
import { fromVersion5 } from './upcasts/fromVersion5.ts';
import { fromVersion6 } from './upcasts/fromVersion6.ts';
import { fromVersion7 } from './upcasts/fromVersion7.ts';
import { fromVersion8 } from './upcasts/fromVersion8.ts';
import { isStoredRun, type StoredRun } from './upcasts/storedRun.ts';

const UPCASTS: Record<number, (run: StoredRun) => StoredRun> = {
  1: fromVersion1,
  2: fromVersion2,
  3: fromVersion3,
  4: fromVersion4,
  5: fromVersion5,
  6: fromVersion6,
  7: fromVersion7,
  8: fromVersion8,
};

/**
 * Throws NewerVersion where an older program would write over a newer run.
 * Throws also where a part is missing that every reader needs, such as a step's observation.
 */
export function upcastRun(stored: unknown): Run {
  if (!isStoredRun(stored)) throw new TypeError('This is not a stored run.');
  let run = stored;
  while (run.planVersion < CURRENT_PLAN_VERSION) {
    const upcast = UPCASTS[run.planVersion];
    if (!upcast) throw new RangeError(`No upcaster for plan version ${run.planVersion}.`);
    run = upcast(run);
  }
  if (run.planVersion > CURRENT_PLAN_VERSION)
    throw new NewerVersion(
      `Plan version ${run.planVersion} is newer than this program (${CURRENT_PLAN_VERSION}).`,
    );
  assertRun(run);
  return run;
}
