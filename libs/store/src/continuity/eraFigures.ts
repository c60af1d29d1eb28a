/** The last era, for /metrics. It reads alone: an era begins in `databaseEras.ts`. */
import { lostIntentSeconds } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { hasLostTime, type EraCause } from './eraRecord.ts';

/** The last era that a process noticed. */
export interface EraFigures {
  /** 1, and one more for each time the database may have lost what was written last. */
  number: number;
  cause: EraCause;
  /** Until configurations are sent to Adobe again; 0 where nothing may be lost. */
  settlingSeconds: number;
}

const LAST_ERA = `
  select number, cause, extract(epoch from clock_timestamp() - began_at)::float8 as age
  from database_era order by number desc limit 1`;

export async function eraFigures(database: Database, pollScale: number): Promise<EraFigures> {
  const [last] = await database.read<{ number: number; cause: EraCause; age: number }>(LAST_ERA);
  const { number, cause, age } = last!;
  const settlingSeconds = hasLostTime(cause)
    ? Math.max(0, Math.ceil(lostIntentSeconds(pollScale) - age))
    : 0;
  return { number, cause, settlingSeconds };
}
