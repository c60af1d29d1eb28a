/**
 * Applies one event to a watch: the only code that writes watches, their entries of history and
 * Keyway's own alerts, all in the caller's transaction and under the lock of the chain.
 */
import { randomUUID } from 'node:crypto';
import {
  advanceWatch,
  type Refusal,
  type Watch,
  type WatchAdvance,
  type WatchEvent,
} from '@keyway/core';
import type { Transaction } from '../database/database.ts';
import { writeEntry } from '../history/appendHistory.ts';
import type { ChainEnd } from '../runs/advanceValues.ts';
import { openAlert, resolveAlerts } from './alertRows.ts';
import { writeWatch, type StoredWatch } from './watchRow.ts';

/** `runId` null: nothing is watched. */
export type WatchOwner = Pick<StoredWatch, 'organizationId' | 'partnerId'> & {
  runId: string | null;
};

/** Writes entries one after another, each with an ID of its own. */
export class WatchHistory {
  private readonly transaction: Transaction;
  private readonly owner: WatchOwner;
  private readonly event: Pick<WatchEvent, 'at' | 'actor'>;
  private end: ChainEnd;

  constructor(
    transaction: Transaction,
    { organizationId, partnerId, runId }: WatchOwner,
    event: Pick<WatchEvent, 'at' | 'actor'>,
    end: ChainEnd,
  ) {
    this.transaction = transaction;
    this.owner = { organizationId, partnerId, runId };
    this.event = event;
    this.end = end;
  }

  /** Returns the entry's instant. */
  write(kind: string, data: object, id: string = randomUUID()): Date {
    const { at, actor } = this.event;
    const occurrence = { id, at, actor };
    const entry = { kind, data: { ...data } };
    this.end = writeEntry(this.transaction, this.owner, entry, occurrence, this.end);
    return this.end.at;
  }
}

/**
 * What a person's event says of itself; what an observation saw is said by what follows from it.
 */
function writeEvent(history: WatchHistory, event: WatchEvent): void {
  if (event.kind !== 'differenceAccepted') return;
  const { track, field, reason } = event.data;
  history.write('differenceAccepted', { track, field, reason }, event.id);
}

function writeChanges(history: WatchHistory, { changes }: WatchAdvance): void {
  for (const { kind, ...data } of changes) history.write(kind, data);
}

/** Nothing is written where it is refused, or where nothing is new. */
export async function advanceStoredWatch(
  transaction: Transaction,
  owner: Pick<StoredWatch, 'organizationId' | 'partnerId' | 'runId'>,
  watch: Watch,
  event: WatchEvent,
  history: WatchHistory,
): Promise<WatchAdvance | { refusal: Refusal }> {
  const advance = advanceWatch(watch, event);
  if ('refusal' in advance || !advance.changed) return advance;
  writeWatch(transaction, owner, advance.watch, event.at);
  writeEvent(history, event);
  writeChanges(history, advance);
  await resolveAlerts(transaction, owner, advance.resolved, history);
  for (const alert of advance.opened) openAlert(transaction, owner, alert, history);
  return advance;
}
