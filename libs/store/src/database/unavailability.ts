/**
 * Which failures mean that the database can't serve this process now: neither an error of Keyway
 * nor of the caller.
 */
import { NewerVersion } from '@keyway/core';
import { DatabaseBusy } from './databaseBusy.ts';
import { UnknownCommit } from './database.ts';
import { MovingDatabase } from '../continuity/movingDatabase.ts';
import {
  saysDatabaseClosed,
  saysDiskFull,
  saysMoving,
  saysNoConnectionLeft,
} from './driverFailures.ts';
import { isConnectionLoss } from './retry.ts';

/**
 * Why the database could not serve a request. Nothing was changed, except perhaps by
 * `unknownCommit`.
 * - `full`: no disk space, or an I/O error
 * - `exhausted`: no memory or no connection left
 * - `busy`: a time-out of a lock or statement, or too many requests wait for the same data
 * - `away`: not reachable, starting, stopping or in recovery
 * - `moving`: closed, because it is being moved to another server; it can be read
 * - `newer`: a newer version stored it, whose processes are replacing this one
 * - `unknownCommit`: the answer to COMMIT was lost, so the change may have been made
 */
export type Unavailability =
  'full' | 'exhausted' | 'busy' | 'away' | 'moving' | 'newer' | 'unknownCommit';

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
  // A recovering server refuses writes, and one that starts, stops or recovers any connection.
  '25006': 'away',
  '57P03': 'away',
};
const MAX_DEPTH = 5;

interface Wrapped {
  code?: unknown;
  originalCode?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** Null for any other error. Reads what a driver or Prisma has wrapped. */
export function unavailabilityOf(error: unknown, depth = 0): Unavailability | null {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return null;
  if (error instanceof UnknownCommit) return 'unknownCommit';
  if (error instanceof DatabaseBusy) return 'busy';
  if (error instanceof NewerVersion) return 'newer';
  if (error instanceof MovingDatabase || saysMoving(error)) return 'moving';
  const { code, originalCode, cause, meta } = error as Wrapped;
  const known = CODES[String(originalCode ?? code)];
  if (known) return known;
  if (saysDiskFull(error)) return 'full';
  if (saysNoConnectionLeft(error)) return 'exhausted';
  if (isConnectionLoss(error) || saysDatabaseClosed(error)) return 'away';
  return (
    unavailabilityOf(cause, depth + 1) ?? unavailabilityOf(meta?.driverAdapterError, depth + 1)
  );
}
