/** What is still worth recording of an effect that was lost while its call was under way. */
import type { RunEvent } from '@keyway/core';
import type { Reading } from '@keyway/store';

/** The event as a late answer; null: nothing may have changed anywhere, and nothing was read. */
export function lateEvent(event: RunEvent, id: string, { since, run }: Reading): RunEvent | null {
  if (event.kind === 'setupChangeMade')
    return { ...event, id, data: { ...event.data, late: true } };
  if (event.kind === 'setupChangeFailed')
    return { ...event, id, data: { ...event.data, late: true } };
  if (event.kind !== 'factsObserved') return null;
  const key = run.tracks[event.data.track].key?.identifier ?? null;
  return { ...event, id, data: { ...event.data, late: { key, since } } };
}
