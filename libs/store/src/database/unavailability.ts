/**
 * Which failures mean that the database is unavailable: neither an error of Keyway nor of the
 * caller.
 */
import { DatabaseBusy } from './databaseBusy.ts';
import { UnknownCommit } from './database.ts';
import { isConnectionLoss } from './retry.ts';

/**
 * Why the database could not serve a request. Nothing was changed, except perhaps by
 * `unknownCommit`.
 * - `full`: no disk space, or an I/O error
 * - `exhausted`: no memory or no connection left
 * - `busy`: a time-out of a lock or statement, or too many requests wait for the same data
 * - `away`: not reachable, starting, stopping or in recovery
 * - `unknownCommit`: the answer to COMMIT was lost, so the change may have been made
 */
export type Unavailability = 'full' | 'exhausted' | 'busy' | 'away' | 'unknownCommit';

/**
 * By SQLSTATE: disk full and I/O errors, other resources, and time-outs for locks and statements.
 */
const CODES: Readonly<Record<string, Unavailability>> = {
  '53100': 'full',
  '58030': 'full',
  '53000': 'exhausted',
  '53200': 'exhausted',
  '53300': 'exhausted',
  '53400': 'exhausted',
  '55P03': 'busy',
  '57014': 'busy',
  // A recovering server refuses writes.
  '25006': 'away',
};
const FULL =
  /could not (extend|write|create|fsync) (file|to)|No space left on device|disk quota exceeded/i;
/** A pool's own message: all its connections are taken. */
const NO_CONNECTION = /timeout exceeded when trying to connect/;
const AWAY =
  /not currently accepting connections|is starting up|is shutting down|in recovery mode/i;
const MAX_DEPTH = 5;

interface Wrapped {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** Null for any other error. Reads what a driver or Prisma has wrapped. */
export function unavailabilityOf(error: unknown, depth = 0): Unavailability | null {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return null;
  if (error instanceof UnknownCommit) return 'unknownCommit';
  if (error instanceof DatabaseBusy) return 'busy';
  const { code, originalCode, message, cause, meta } = error as Wrapped;
  const known = CODES[String(originalCode ?? code)];
  if (known) return known;
  if (typeof message === 'string' && FULL.test(message)) return 'full';
  if (typeof message === 'string' && NO_CONNECTION.test(message)) return 'exhausted';
  if (isConnectionLoss(error) || (typeof message === 'string' && AWAY.test(message))) return 'away';
  return (
    unavailabilityOf(cause, depth + 1) ?? unavailabilityOf(meta?.driverAdapterError, depth + 1)
  );
}
