/** Applies what a person does to a run. */
import { randomUUID } from 'node:crypto';
import { eventOf, isClosed, type EventData, type Refusal, type RunEvent } from '@keyway/core';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { advanceRun } from './advanceRun.ts';
import type { StoredRun } from './runRecord.ts';

/** Refuses NOT_FOUND where the viewer doesn't see the run. */
export async function applyEvent(
  { sql, visibility, pollScale }: Unit,
  runId: string,
  event: RunEvent,
): Promise<{ run: StoredRun; applied: boolean } | { refusal: Refusal }> {
  if (event.kind === 'runStarted') throw new TypeError('A run is started with `start`.');
  const result = await advanceRun(sql, runId, event, {
    pollScale,
    visibility,
    byReading: true,
  });
  if ('lostLease' in result || 'overtaken' in result) throw new Error('Only effects have leases.');
  return result;
}

type FollowUp = 'connectionsChanged' | 'organizationChanged' | 'runCancelled';

/**
 * Applies a change of an organization to its open run, in the same transaction. The caller holds
 * the organization's lock and has read the run under it. Returns the run's refusal, or null.
 */
export async function applyToOpenRun<K extends FollowUp>(
  unit: Unit,
  current: StoredRun | null,
  kind: K,
  data: EventData[K],
  { at, actor }: Occurrence,
): Promise<Refusal | null> {
  if (!current || isClosed(current.run)) return null;
  const event = eventOf({ id: randomUUID(), at, actor }, kind, data);
  const applied = await applyEvent(unit, current.run.id, event);
  return 'refusal' in applied ? applied.refusal : null;
}
