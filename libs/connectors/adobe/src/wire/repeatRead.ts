/**
 * Repeats a read inside one call, a few times and briefly; what lasts longer is surfaced, so that the durable queue waits and not a
 * process. Never used for a call that changes anything (AEP-40).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError } from '@keyway/core';
import type { ReadFailure } from '@keyway/core';
import { abortedError } from './abortedError.ts';

const MAX_RETRIES = 3;
const MAX_TOTAL_WAIT_MS = 12_000;
const LONGEST_RETRY_AFTER_SECONDS = 5;
const FIRST_DELAY_MS = 250;

/** Milliseconds to wait before repetition number `retry` (from 0), or null to give up. */
export function retryDelay(failure: ReadFailure, retry: number, waitedMs: number): number | null {
  if (failure.kind !== 'throttled' && failure.kind !== 'unavailable') return null;
  if (retry >= MAX_RETRIES) return null;
  const asked = failure.retryAfterSeconds;
  if (asked !== null && asked > LONGEST_RETRY_AFTER_SECONDS) return null;
  const delay = asked === null ? FIRST_DELAY_MS * 2 ** retry : asked * 1000;
  return waitedMs + delay > MAX_TOTAL_WAIT_MS ? null : delay;
}

/** The first success of `read`, or its last ConnectorError. */
export async function repeatRead<T>(signal: AbortSignal | null, read: () => Promise<T>): Promise<T> {
  let waitedMs = 0;
  for (let retry = 0; ; retry += 1) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ConnectorError) || signal?.aborted) throw error;
      const delay = retryDelay(error.failure, retry, waitedMs);
      if (delay === null) throw error;
      waitedMs += delay;
      await sleep(delay, undefined, signal ? { signal } : {}).catch(() => {
        throw abortedError();
      });
    }
  }
}
