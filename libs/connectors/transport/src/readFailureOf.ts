/** The failure that an answer with an error status, or a redirect, amounts to. Pure. */
import type { ConnectorErrorKind, ReadFailure } from '@keyway/core';
import { cleanMessage } from './cleanMessage.ts';
import { retryAfterSeconds, type HeaderReader } from './retryAfterSeconds.ts';

/** An answer as far as a failure needs it. */
export interface FailedResponse {
  status: number;
  header: HeaderReader;
  /** Epoch milliseconds, for a `Retry-After` that is a date. */
  now: number;
  /** Never to appear in a message. */
  secrets: readonly string[];
}

/** What the body says, in whichever form its service uses. */
export interface ReportedError {
  code: string | null;
  message: string | null;
}

/**
 * Of a body that its service's connector has read.
 * @param reported null where the body is no error of the service
 * @param permission what the call lacks, said only where it was denied
 */
export function readFailureOf(
  { status, header, now, secrets }: FailedResponse,
  reported: ReportedError | null,
  kind: ConnectorErrorKind,
  permission: string | null,
): ReadFailure {
  return {
    kind,
    message: cleanMessage(reported?.message ?? `HTTP ${status}`, secrets),
    status,
    code: reported?.code ?? null,
    permission: kind === 'denied' ? permission : null,
    retryAfterSeconds:
      kind === 'throttled' || kind === 'unavailable' ? retryAfterSeconds(header, now) : null,
  };
}
