/** What a bulk job would be refused, by the same rules as the job itself; changes nothing. */
import { randomUUID } from 'node:crypto';
import {
  bulkEvent,
  bulkForbidden,
  refuse,
  type BulkInput,
  type EventActor,
  type Refusal,
} from '@keyway/core';
import type { RightsNow } from '../access/rightsNow.ts';
import { findCurrentRuns } from '../runs/findRuns.ts';
import { refusalOf } from '../runs/decideEvents.ts';
import { startProblems } from '../runs/startRuns.ts';
import { yieldIfSliceEnded } from '../slices.ts';
import type { View } from '../tenancy/view.ts';

/** Whole runs that are in memory at a time. */
const AT_A_TIME = 50;

interface Asking {
  rights: Pick<RightsNow, 'grants' | 'makerGrants' | 'scopes'>;
  actor: EventActor;
  now: string;
}

/** For each organization, in their order: why it would be refused, or null. */
export async function previewBulk(
  view: View,
  input: BulkInput,
  organizationIds: readonly string[],
  asking: Asking,
): Promise<Map<string, Refusal | null>> {
  const problems = new Map<string, Refusal | null>();
  const permitted: string[] = [];
  for (const id of new Set(organizationIds)) {
    const refusal = bulkForbidden(asking.rights, input.action, id);
    problems.set(id, refusal);
    if (!refusal) permitted.push(id);
  }
  for (let start = 0; start < permitted.length; start += AT_A_TIME) {
    const ids = permitted.slice(start, start + AT_A_TIME);
    for (const [id, refusal] of await problemsOf(view, input, ids, asking))
      problems.set(id, refusal);
  }
  return problems;
}

async function problemsOf(
  view: View,
  input: BulkInput,
  ids: readonly string[],
  { actor, now }: Asking,
): Promise<Map<string, Refusal | null>> {
  const { action } = input;
  if (action === 'START_RUNS') return startProblems(view, ids);
  const runs = await findCurrentRuns(view, ids);
  const current = new Map(runs.map(({ organizationId, run }) => [organizationId, run]));
  const problems = new Map<string, Refusal | null>();
  for (const id of ids) {
    const run = current.get(id);
    const event = bulkEvent({ ...input, action }, { id: randomUUID(), at: now, actor });
    problems.set(id, run ? refusalOf(run, event) : refuse('organizationHasNoRun', null));
    await yieldIfSliceEnded();
  }
  return problems;
}
