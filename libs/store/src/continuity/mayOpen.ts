/**
 * Whether a closed database is the one that was closed, its copy, or an older one: each is opened
 * by another command (docs/decisions/0102-planned-move.md).
 */
import { StartError } from '@keyway/config';
import { openTables } from './closedTables.ts';
import { isOtherTimeline, isSameDatabase, type FoundEra, type SeenEra } from './eraRecord.ts';
import type { EraView } from './findEra.ts';
import type { OwnerTransaction } from './ownerTransaction.ts';

/** Closed for longer, a copy is rather an old one that somebody restored. */
const MAX_MOVE_DAYS = 7;
const MAX_MOVE_MILLISECONDS = MAX_MOVE_DAYS * 86_400_000;

const isClosedTooLong = ({ now, beganAt }: FoundEra): boolean =>
  now.getTime() - beganAt.getTime() > MAX_MOVE_MILLISECONDS;

const OPEN =
  'This database is open; there is nothing to complete. Where a closed copy of it is on another server, lead DATABASE_URL and DATABASE_MIGRATION_URL there.';

/** @throws StartError where this is not the database as it was closed, on another server */
export async function assertMoved(
  { client, roles }: OwnerTransaction,
  { seen }: EraView,
  found: FoundEra,
): Promise<void> {
  const isHere = isSameDatabase(found.here, found);
  if (found.cause !== 'MOVING')
    throw new StartError(
      isHere
        ? OPEN
        : 'The database was not closed when this copy was made: `npm run move -- --begin` was not run before. Something may be missing, so it counts as a backup: run `npm run restored`.',
    );
  if (isHere)
    throw new StartError(
      'This is the server that the move was begun on. Lead DATABASE_URL and DATABASE_MIGRATION_URL to the new one, or end the move by `npm run move -- --cancel`.',
    );
  const isOld = isClosedTooLong(found);
  if (isOld || (seen !== null && seen.number > found.number))
    throw new StartError(
      `The database was closed at ${found.beganAt.toISOString()}, and ${isOld ? `that is more than ${MAX_MOVE_DAYS} days ago` : 'processes with this DATA_DIR worked on it since'}, so this is rather an old copy. ` +
        'Run `npm run restored`: it then counts as a backup. Or go back to the former server, cancel the move there, and begin again.',
    );
  const open = await openTables(client, roles);
  if (open.length > 0)
    throw new StartError(
      `This copy is incomplete, or something was written on it: ${open.join(', ')} should be closed and can be written to. Restore the dump again, into an empty database.`,
    );
}

const olderSince = (reason: string): string =>
  `This is rather an older copy of the database than the one that was closed, put back on its server: ${reason}. Run \`npm run restored\`: it then counts as a backup.`;
const OPENED_ELSEWHERE =
  'The database was opened on another server since, as database-seen.json in DATA_DIR says. Shut this server down. ' +
  'Where the other one is given up, run `npm run restored` here: this database then counts as a backup.';

/** Why the database on its former server may not continue as if nothing was lost; null: it may. */
function whyNotContinued(found: FoundEra, seen: SeenEra | null): string | null {
  if (seen !== null && seen.number > found.number)
    return isSameDatabase(found.here, seen)
      ? olderSince('processes with this DATA_DIR worked on it since')
      : OPENED_ELSEWHERE;
  if (isOtherTimeline(found.here, found))
    return olderSince('it was recovered from a backup, or a standby was promoted');
  return isClosedTooLong(found)
    ? olderSince(`it was closed more than ${MAX_MOVE_DAYS} days ago`)
    : null;
}

/** @throws StartError where the move may not be canceled here */
export function assertFormer(found: FoundEra, { seen }: EraView): void {
  if (!isSameDatabase(found.here, found))
    throw new StartError(
      'This is another server than the one that the move was begun on. Run `npm run move -- --complete` here, or `npm run move -- --cancel` on the former server.',
    );
  const reason = whyNotContinued(found, seen);
  if (reason !== null) throw new StartError(reason);
}

/**
 * As a backup it would sign everybody out, and nothing of it was lost. Not where the server does
 * not say which one it is: no other command opens a copy there.
 * @throws StartError where processes with this data folder closed this database just now
 */
export function assertNoOriginal(found: FoundEra, { seen }: EraView): void {
  const { here } = found;
  const isOriginal =
    found.cause === 'MOVING' &&
    here.systemIdentifier !== null &&
    isSameDatabase(here, found) &&
    seen?.number === found.number &&
    isSameDatabase(here, seen) &&
    whyNotContinued(found, seen) === null;
  if (isOriginal)
    throw new StartError(
      'This is the database that was closed to be moved, and no backup of it. Lead DATABASE_URL and DATABASE_MIGRATION_URL to the new server, or end the move by `npm run move -- --cancel`. ' +
        'Where it was put back together with DATA_DIR, cancel the move, and then run `npm run restored`.',
    );
}
