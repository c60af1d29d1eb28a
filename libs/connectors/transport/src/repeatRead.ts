/**
 * Repeats a read inside one call, a few times and briefly; what lasts longer is surfaced, so that
 * the durable queue waits and not a process. Never used for a call that changes anything (AEP-40).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError } from '@keyway/core';
import { asAttempt } from '@keyway/telemetry';
import { abortedError } from './abortedError.ts';
import { retryDelay } from './retryDelay.ts';
import type { RetryLimits } from './retryDelay.ts';

/**
 * The first success of `read`, or its last ConnectorError.
 * @param call what all reads of one call share; `waitedMs` grows by the waiting done here
 */
export async function repeatRead<T>(
  call: { signal: AbortSignal | null; waitedMs: number },
  limits: RetryLimits,
  read: () => Promise<T>,
): Promise<T> {
  const { signal } = call;
  for (let retry = 0; ; retry += 1) {
    try {
      return await asAttempt(retry, read);
    } catch (error) {
      if (!(error instanceof ConnectorError) || signal?.aborted) throw error;
      const delay = retryDelay(error.failure, retry, call.waitedMs, limits);
      if (delay === null) throw error;
      call.waitedMs += delay;
      await sleep(delay, undefined, signal ? { signal } : {}).catch(() => {
        throw abortedError();
      });
    }
  }
}
