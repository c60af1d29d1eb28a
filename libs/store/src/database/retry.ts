/** Which failures of the database are temporary, and retries. */
import { saysConnectionLost } from './driverFailures.ts';

const errorCode = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

/**
 * Server stopped or starting (57P01..03), a session ended because it idled (25P03, 57P05),
 * connections refused or lost (08…), and errors of sockets. 08P01 is our own error, except where a
 * pooler ends the connection with it.
 */
const LOST = /^(57P0[1235]|25P03|08(00[01346])|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;

/**
 * PgBouncer says of whatever happens to it or the server only this: a lost server, one that can't
 * be reached, a queue that is too long.
 */
const isEndedByPooler = (error: unknown): boolean =>
  errorCode(error) === '08P01' && (error as { severity?: unknown }).severity === 'FATAL';

export const isConnectionLoss = (error: unknown): boolean =>
  LOST.test(errorCode(error)) ||
  isEndedByPooler(error) ||
  (error instanceof Error && saysConnectionLost(error));

/** Serialization failure, deadlock. */
export const isContention = (error: unknown): boolean =>
  ['40001', '40P01'].includes(errorCode(error));

/** A lock waited for as long as allowed (`lock_timeout`). */
export const isLockTimeout = (error: unknown): boolean => errorCode(error) === '55P03';

export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  errorCode(error) === '23505' &&
  (constraint === undefined || (error as { constraint?: string }).constraint === constraint);

/** How long something is tried again, and the longest pause between two tries. */
export interface RetryOptions {
  forMilliseconds: number;
  pauseMilliseconds: number;
  /** Gets what each try failed with that is followed by another. */
  onRetry?: (error: unknown) => void;
}
const USUAL: RetryOptions = { forMilliseconds: 15_000, pauseMilliseconds: 500 };

/** Runs `work` again, with growing pauses, while it fails in a way that passes. */
export async function withRetry<T>(
  work: () => Promise<T>,
  passes: (error: unknown) => boolean = isConnectionLoss,
  { forMilliseconds, pauseMilliseconds, onRetry } = USUAL,
): Promise<T> {
  const deadline = Date.now() + forMilliseconds;
  for (let pause = 20; ; pause = Math.min(pause * 2, pauseMilliseconds)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline || !passes(error)) throw error;
      onRetry?.(error);
      await new Promise((resolve) => setTimeout(resolve, pause / 2 + Math.random() * (pause / 2)));
    }
  }
}
