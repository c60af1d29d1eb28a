/** When a request is sent again, and after how long. */
import { setTimeout as sleep } from 'node:timers/promises';
import { aborted, type Result } from './clientError.ts';
import type { Attempt } from './attempt.ts';

/** How often and how long. */
export interface RetryOptions {
  /** Attempts in all, the first included. 6 by default; 1: never again. */
  attempts?: number | undefined;
  /** A server that asks for a longer wait is not waited for. 60 by default. */
  maxWaitSeconds?: number | undefined;
  /** Called before each wait, with its length. */
  onRetry?: ((waitSeconds: number, reason: string) => void) | undefined;
}

const FIRST_WAIT_SECONDS = 0.25;
const LONGEST_WAIT_SECONDS = 10;

/** Doubles up to ten seconds; a half to all of it, so that many clients don't come together. */
export const backOffSeconds = (attempts: number): number =>
  Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (attempts - 1)) *
  (0.5 + Math.random() / 2);

/** Sends until there is an answer that another attempt can't change. */
export async function withRetries<T>(
  send: () => Promise<Attempt<T>>,
  repeatable: boolean,
  signal: AbortSignal | undefined,
  { attempts = 6, maxWaitSeconds = 60, onRetry }: RetryOptions,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted) return aborted();
    const { result, mayRepeat, retryAfterSeconds } = await send();
    if (signal?.aborted && !result.ok) return aborted();
    if (result.ok || !mayRepeat || !repeatable || attempt >= attempts) return result;
    if ((retryAfterSeconds ?? 0) > maxWaitSeconds) return result;
    const wait = Math.max(retryAfterSeconds ?? 0, backOffSeconds(attempt));
    onRetry?.(wait, result.error.message);
    try {
      await sleep(wait * 1000, undefined, { signal });
    } catch {
      return aborted();
    }
  }
}
