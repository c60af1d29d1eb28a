/**
 * Turns a connector's answer or error into an observation: seen, proven absent, or unreadable with
 * the reason.
 */
import { ConnectorError, type Observed, type ReadFailure } from '@keyway/core';

/** The failure of an error that came from a connector; anything else is a bug and is thrown on. */
export function failureFrom(error: unknown): ReadFailure {
  if (error instanceof ConnectorError) return error.failure;
  throw error;
}

export async function observe<T>(read: () => Promise<T>): Promise<Observed<T>> {
  try {
    return { outcome: 'seen', value: await read() };
  } catch (error) {
    const failure = failureFrom(error);
    return failure.kind === 'notFound'
      ? { outcome: 'absent', detail: failure.message, failure }
      : { outcome: 'unreadable', failure };
  }
}

/**
 * A list can be empty and not absent: where the service says that there is none, what it belongs to
 * is missing, which says nothing of the list.
 */
export async function observeList<T>(read: () => Promise<T[]>): Promise<Observed<T[]>> {
  const observed = await observe(read);
  if (observed.outcome !== 'absent' || !observed.failure) return observed;
  return { outcome: 'unreadable', failure: observed.failure };
}
