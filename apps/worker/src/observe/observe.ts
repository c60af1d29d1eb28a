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
