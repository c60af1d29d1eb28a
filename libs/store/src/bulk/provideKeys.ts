/** Provides the keys of a bulk job's items: all that an item has, or none of them. */
import {
  importedKeys,
  importedKeysOfNew,
  refusedOf,
  type PlannedKeys,
  type Refusal,
  type Run,
} from '@keyway/core';
import { applyEvent } from '../runs/applyEvent.ts';
import { findCurrentRuns } from '../runs/findRuns.ts';
import { lockChains, startRuns } from '../runs/startRuns.ts';
import type { Unit } from '../tenancy/view.ts';
import { occurrencesOf, type BulkOccurrence } from './bulkOccurrence.ts';
import type { BulkJobRecord } from './bulkRecord.ts';
import { isToBeStarted, noRunProblem } from './importedKeyResults.ts';

type Provided = { runId: string } | { refusal: Refusal };

/**
 * For each organization, in the order given. All are locked first, so that what is decided of a run
 * is still so when it is written, whoever else provides a key at the time.
 */
export async function provideKeys(
  unit: Unit,
  job: BulkJobRecord,
  ids: readonly string[],
  keys: ReadonlyMap<string, PlannedKeys>,
): Promise<Map<string, Provided>> {
  const occurrence = occurrencesOf(unit, job);
  const keysOf = (id: string): PlannedKeys => keys.get(id) ?? {};
  await lockChains(unit, ids);
  const current = await findCurrentRuns(unit, ids);
  const runs = new Map(current.map(({ organizationId, run }) => [organizationId, run]));
  const outcomes = new Map<string, Provided>();
  const toStart: string[] = [];
  for (const id of ids) {
    const run = runs.get(id);
    if (run && !isToBeStarted(run))
      outcomes.set(id, await provide(unit, run, keysOf(id), occurrence));
    else if (job.input.startRuns) toStart.push(id);
    else outcomes.set(id, { refusal: noRunProblem() });
  }
  // A run is begun for its keys alone: none that would not have them.
  const started = await startRuns(unit, toStart, occurrence, (id, event) => {
    const found = importedKeysOfNew(event, keysOf(id), occurrence);
    return 'refusal' in found ? found.refusal : refusedOf(found);
  });
  for (const [id, outcome] of started)
    outcomes.set(
      id,
      'run' in outcome ? await provide(unit, outcome.run.run, keysOf(id), occurrence) : outcome,
    );
  return outcomes;
}

async function provide(
  unit: Unit,
  run: Run,
  keys: PlannedKeys,
  occurrence: () => BulkOccurrence,
): Promise<Provided> {
  const found = importedKeys(run, keys, occurrence);
  const refusal = refusedOf(found);
  if (refusal) return { refusal };
  for (const event of found.events) {
    const applied = await applyEvent(unit, run.id, event);
    // Nothing of the batch may stay: its organization is locked, so that this is a mistake of ours.
    if ('refusal' in applied) throw new Error(`A key was refused: ${applied.refusal.reason}`);
  }
  return { runId: run.id };
}
