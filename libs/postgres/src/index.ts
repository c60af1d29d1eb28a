/** The PostgreSQL behind Keyway: the one `DATABASE_URL` names, or an embedded one. */
export { openDatabase, type OpenedDatabase } from './openDatabase.ts';
export { planLaunch, type Launch } from './planLaunch.ts';
