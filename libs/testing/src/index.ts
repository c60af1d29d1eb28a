/** What tests share: a database a file, a clock, and runs brought to any point by the real transitions. */
export { aDatabase, type TestDatabase } from './aDatabase.ts';
export { aClock, type TestClock } from './aClock.ts';
