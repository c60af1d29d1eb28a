/** Applies what a person does to a run. */
import { randomUUID } from 'node:crypto';
import {
  eventOf,
  isClosed,
  type EventData,
  type EventKind,
  type Instant,
  type Refusal,
  type RunEvent,
} from '@keyway/core';
import { coverChain } from '../evidence/writeCheckpoints.ts';
import { applyPendingChange, findPendingChange } from '../policies/applyPolicyChanges.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { advanceRun } from './advanceRun.ts';
import type { StoredRun } from './runRecord.ts';

/** Refuses NOT_FOUND where the viewer doesn't see the run. */
export async function applyEvent(
  unit: Unit,
  runId: string,
  event: RunEvent,
): Promise<{ run: StoredRun; applied: boolean } | { refusal: Refusal }> {
  if (event.kind === 'runStarted') throw new TypeError('A run is started with `start`.');
  const refusal = restsOnPolicy(event) ? await bringPolicy(unit, runId, event.at) : null;
  if (refusal) return { refusal };
  const { sql, visibility, pollScale } = unit;
  // Before anything is written: where the key is not in memory, the transaction starts again.
  const signer = isIrreversible(event) ? unit.sealing.evidence.signer() : null;
  const result = await advanceRun(sql, { runId, partnerId: visibility.scope.partnerId }, event, {
    pollScale,
    visibility,
    byReading: true,
  });
  if ('lostLease' in result || 'overtaken' in result) throw new Error('Only effects have leases.');
  if (signer && 'run' in result && result.applied)
    await coverChain(sql, signer, result.run, sql.clock.now());
  return result;
}

/** What a person did outside and records here: what can't be undone is signed with it. */
const isIrreversible = (event: RunEvent): boolean =>
  event.kind === 'ticketRecorded' ||
  (event.kind === 'stepAttested' &&
    (event.data.step === 'SUBMISSION' || event.data.step === 'TICKET'));

/** Whether a policy decides on it. */
const restsOnPolicy = (event: RunEvent): boolean =>
  BY_POLICY.has(event.kind) ||
  (event.kind === 'stepAttested' &&
    (event.data.step === 'SUBMISSION' || event.data.step === 'TICKET'));

const BY_POLICY: ReadonlySet<EventKind> = new Set<EventKind>([
  'checkOverridden',
  'approvalRequested',
  'approvalGranted',
  'submissionRequested',
  'ticketRecorded',
]);

/** Nothing is decided by a policy that was changed before. */
async function bringPolicy(
  { sql, visibility, pollScale }: Unit,
  runId: string,
  at: Instant,
): Promise<Refusal | null> {
  const run = { runId, partnerId: visibility.scope.partnerId };
  const pending = isUuid(runId) ? await findPendingChange(sql, run) : null;
  if (!pending || !visibility.sees(pending.partnerId, pending.organizationId)) return null;
  return applyPendingChange(sql, run, { pollScale, at });
}

type FollowUp = 'connectionsChanged' | 'organizationChanged' | 'policyChanged' | 'runCancelled';

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
