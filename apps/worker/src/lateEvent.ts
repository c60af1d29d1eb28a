/** What is still worth recording of an effect that was lost while its call was under way. */
import type { RunEvent } from '@keyway/core';

/** The event as a late answer; null: nothing may have changed anywhere. */
export function lateEvent(event: RunEvent, id: string): RunEvent | null {
  if (event.kind === 'setupChangeMade')
    return { ...event, id, data: { ...event.data, late: true } };
  if (event.kind === 'setupChangeFailed')
    return { ...event, id, data: { ...event.data, late: true } };
  return null;
}
