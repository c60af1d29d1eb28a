/** The database is closed because it is being moved to another server: the error, and its texts. */

/** What everything begins with that says so: `unavailabilityOf` finds it by this sentence. */
export const MOVING = 'The database is closed, because it is being moved to another server.';

/** What the tables of a closed database refuse writes with, also of versions that know no moves. */
export const CLOSED =
  `${MOVING} ` +
  'Run `npm run move -- --complete` on the new server, or `npm run move -- --cancel` on the former one.';

/**
 * The database is being moved to another server: nothing can be written, and nothing is sent.
 * `former`: this is the server that it was closed on. `other`: a copy of it, on another server.
 */
export class MovingDatabase extends Error {
  override readonly name = 'MovingDatabase';
  constructor(on: 'former' | 'other') {
    super(on === 'former' ? ON_FORMER : ON_OTHER);
  }
}

const ON_FORMER =
  `${MOVING} ` +
  'Once it is there, lead DATABASE_URL to the new server and run `npm run move -- --complete` there. ' +
  'To stay on this server instead: `npm run move -- --cancel`, and never start anything on the copy. ' +
  'Where it is an older copy that was put back here: `npm run restored`, since it counts as a backup.';
const ON_OTHER =
  'This is the copy of a database that was closed to be moved here. Where nothing was ever run on it, nor on another copy, run `npm run move -- --complete`: nothing was lost. ' +
  'Where it is an old copy, or you are not sure, run `npm run restored`: it then counts as a backup.';
