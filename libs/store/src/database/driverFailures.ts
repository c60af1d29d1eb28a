/**
 * Failures that pg or PostgreSQL report by a text alone, with no code or class of their own. No
 * other file compares texts (docs/decisions/0020-transactions.md).
 */

import { MOVING } from '../continuity/movingDatabase.ts';

/** pg: the connection ended under a statement, or before it. */
const CONNECTION_LOST = /Connection terminated|not queryable|Client was closed/;
/** pg's pool: all its connections are taken. */
const NO_CONNECTION_LEFT = /timeout exceeded when trying to connect/;
/** PostgreSQL: 55000 has many meanings. */
const DATABASE_CLOSED = /not currently accepting connections/i;
/** PostgreSQL: XX000, where it maps an operating system's error to no SQLSTATE. */
const DISK_FULL =
  /could not (extend|write|create|fsync) (file|to)|No space left on device|disk quota exceeded/i;

/** `text`: a pattern, or a sentence that it begins with. */
const says =
  (text: RegExp | string) =>
  (error: unknown): boolean => {
    const message = (error as { message?: unknown } | null)?.message;
    if (typeof message !== 'string') return false;
    return typeof text === 'string' ? message.startsWith(text) : text.test(message);
  };

export const saysConnectionLost = says(CONNECTION_LOST);
export const saysNoConnectionLeft = says(NO_CONNECTION_LEFT);
export const saysDatabaseClosed = says(DATABASE_CLOSED);
export const saysDiskFull = says(DISK_FULL);
/** Keyway's own trigger on each table of a database that is being moved. */
export const saysMoving = says(MOVING);
