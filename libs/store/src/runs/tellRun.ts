/**
 * An open run follows what becomes of its organization: the event goes through the one write path,
 * in the same transaction.
 */
import { isClosed, type EventData, type Refusal, type RunEvent } from '@keyway/core';
import { randomUUID } from 'node:crypto';
import { advanceRun, type AdvanceOptions } from './advanceRun.ts';
import type { Transaction } from '../database/database.ts';
import type { Occurrence, StoredRun } from '../store.ts';

type Told = 'connectionsChanged' | 'organizationChanged' | 'runCancelled';

/**
 * The caller holds the organization's lock, and has read the run under it. Answers the run's
 * refusal, or null.
 */
export async function tellRun<K extends Told>(
  transaction: Transaction,
  current: StoredRun | null,
  kind: K,
  data: EventData[K],
  { at, actor }: Occurrence,
  advancing: AdvanceOptions,
): Promise<Refusal | null> {
  if (!current || isClosed(current.run)) return null;
  const event = { id: randomUUID(), at, actor, kind, data } as unknown as RunEvent;
  const told = await advanceRun(transaction, current.run.id, event, advancing);
  return 'refusal' in told ? told.refusal : null;
}
