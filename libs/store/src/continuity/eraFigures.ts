/** The last era, for /metrics. It reads alone: an era begins in `databaseEras.ts`. */
import { lostIntentSeconds } from '@keyway/core';
import type { Database } from '../database/database.ts';
import type { EraCause } from './eraRecord.ts';

/** The last era that a process noticed. */
export interface EraFigures {
  /** 1, and one more for each time the database may have lost what was written last. */
  number: number;
  cause: EraCause;
  /** Until configurations are sent to Adobe again; 0 where nothing may be lost. */
  settlingSeconds: number;
}

/** `age`: of the last one in which something may have been lost; a move shortens no wait. */
const LAST_ERA = `
  select number, cause, (select extract(epoch from clock_timestamp() - max(l.began_at))::float8 from database_era l
    where l.cause in ('FAILED_OVER', 'RESTORED', 'RESUMED')) as age
  from database_era order by number desc limit 1`;

interface LastEra {
  number: number;
  cause: EraCause;
  age: number | null;
}

export async function eraFigures(database: Database, pollScale: number): Promise<EraFigures> {
  const [last] = await database.read<LastEra>(LAST_ERA);
  const { number, cause, age } = last!;
  const wait = lostIntentSeconds(pollScale);
  return { number, cause, settlingSeconds: age === null ? 0 : Math.max(0, Math.ceil(wait - age)) };
}
