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
import { findCandidate } from '../access/assignees.ts';
import { handOffProblems } from '../access/handOffs.ts';
import type { RightsNow } from '../access/rightsNow.ts';
import type { Sql } from '../database/database.ts';
import { refusalOf } from '../runs/decideEvents.ts';
import { findCurrentRuns } from '../runs/findRuns.ts';
import { startProblems } from '../runs/startRuns.ts';
import { yieldIfSliceEnded } from '../slices.ts';
import type { View } from '../tenancy/view.ts';
import { bulkOwnerProblem } from './doBulkItems.ts';

/** Whole runs that are in memory at a time. */
const AT_A_TIME = 50;

interface Asking {
  rights: Pick<RightsNow, 'grants' | 'makerGrants' | 'scopes'>;
  actor: EventActor;
  now: string;
}

/**
 * For each organization, in their order: why it would be refused, or null.
 * @param names reads members, whom policies hide from some viewers
 */
export async function previewBulk(
  view: View,
  names: Sql,
  input: BulkInput,
  organizationIds: readonly string[],
  asking: Asking,
): Promise<Map<string, Refusal | null>> {
  const { partnerId } = view.visibility.scope;
  const memberId = input.assignment?.owner?.memberId;
  const owner = memberId ? await findCandidate(names, { partnerId, memberId }) : null;
  const problems = new Map<string, Refusal | null>();
  const permitted: string[] = [];
  for (const id of new Set(organizationIds)) {
    const refusal = bulkForbidden(asking.rights, input, id) ?? bulkOwnerProblem(input, owner, id);
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
  if (action === 'PROVIDE_KEYS') throw new TypeError('Keys are previewed by their import.');
  if (action === 'START_RUNS') return startProblems(view, ids);
  const runs = await findCurrentRuns(view, ids);
  const problems = new Map<string, Refusal | null>(
    ids.map((id) => [id, refuse('organizationHasNoRun', null)]),
  );
  if (action === 'CREATE_HAND_OFFS') {
    const found = await handOffProblems(view, runs, input.handOff?.actor ?? null);
    found.forEach((refusal, id) => problems.set(id, refusal));
    return problems;
  }
  for (const { organizationId, run } of runs) {
    const occurrence = { id: randomUUID(), at: now, actor, bulkJob: 'preview' };
    const event = bulkEvent({ ...input, action }, occurrence);
    problems.set(organizationId, refusalOf(run, event));
    await yieldIfSliceEnded();
  }
  return problems;
}
