/**
 * What is known of all observations together, for the pace of workers and for `/metrics`. Each
 * statement reads indexes and a bounded number of rows, however many organizations are watched.
 */
import type { Database } from '../database/database.ts';
import { REPORT_SECONDS } from '../effects/claimedEffect.ts';
import { observationsASecond } from './observationTimes.ts';

/**
 * How an observation ended. `lost`: another worker had it by then; `failed`: it ended without a
 * result and is made again; `released`: its worker was stopped.
 */
export const OBSERVATION_OUTCOMES = ['unchanged', 'changed', 'lost', 'failed', 'released'] as const;
/** See `OBSERVATION_OUTCOMES`. */
export type ObservationOutcomeName = (typeof OBSERVATION_OUTCOMES)[number];

/** All observations with one outcome. */
export interface ObservationTotal {
  outcome: ObservationOutcomeName;
  observations: number;
  /** That they took, from claim to end. */
  seconds: number;
  /** Requests to clouds, with those for tokens. */
  calls: number;
}

/** How many organizations are watched, and how many workers share their observations. */
export interface WatchedCount {
  watched: number;
  workers: number;
}

/** Observations that are due for longer are overdue. */
const OVERDUE_SECONDS = 60;
/** More are not counted. */
const MOST_COUNTED = 100_000;
/** Fewer are counted rather than estimated: estimates are late, and a new table has none. */
const MOST_EXACT = 10_000;

const WATCHED = `(select case when c.reltuples >= ${MOST_EXACT} then c.reltuples::float8
    else (select count(*) from watch_observation where not is_paused)::float8 end
    from pg_class c where c.oid = 'watch_observation'::regclass)`;

const COUNT = {
  name: 'watched_count',
  text: `select ${WATCHED} as watched,
    (select count(*)::int from worker_report where reported_at > clock_timestamp() - interval '${REPORT_SECONDS} seconds') as workers`,
};

/** The workers are those that reported (`EffectQueue.report`); at least one. */
export async function watchedCount(database: Database): Promise<WatchedCount> {
  const [{ watched, workers } = { watched: 0, workers: 1 }] =
    await database.read<WatchedCount>(COUNT);
  return { watched, workers: Math.max(1, workers) };
}

const ADD = `insert into observation_total (outcome, observations, seconds, calls)
  select * from jsonb_to_recordset($1::jsonb) as t(outcome text, observations bigint, seconds float8, calls bigint)
  on conflict (outcome) do update set observations = observation_total.observations + excluded.observations,
    seconds = observation_total.seconds + excluded.seconds, calls = observation_total.calls + excluded.calls`;

/** Adds what a worker did since it last did so. Not tried again: it may have been added. */
export async function addObservationTotals(
  database: Database,
  totals: readonly ObservationTotal[],
): Promise<void> {
  if (totals.length === 0) return;
  await database.together('system', [{ query: ADD, values: [JSON.stringify(totals)] }]);
}

/** Of everything that waits, for `/metrics`. */
export interface ObservationDepth extends WatchedCount {
  /** Up to a hundred thousand are counted. */
  due: number;
  /** Due for more than a minute. */
  overdue: number;
  /** How late the latest is. */
  oldestDueSeconds: number;
  /** How many may begin in a second, by all workers together. */
  aSecond: number;
  totals: ObservationTotal[];
}

const each = (sql: (queue: string) => string): string[] => [
  sql('not is_paused and asked'),
  sql('not is_paused and not asked'),
];
const dueBefore = (before: string): string =>
  `(${each(
    (queue) =>
      `(select count(*)::int from (select from watch_observation where ${queue} and due_at <= ${before} limit ${MOST_COUNTED}) d)`,
  ).join(' + ')})`;

/** $1 now. Not prepared, so that it is planned for the table as it is. */
export const OBSERVATION_DEPTH = `select ${dueBefore('$1::timestamptz')} as due,
  ${dueBefore(`$1::timestamptz - interval '${OVERDUE_SECONDS} seconds'`)} as overdue,
  coalesce(greatest(0, extract(epoch from $1::timestamptz - least(${each(
    (queue) => `(select due_at from watch_observation where ${queue} order by due_at limit 1)`,
  ).join(', ')}))), 0)::float8 as "oldestDueSeconds"`;
const TOTALS = `select outcome, observations::float8 as observations, seconds, calls::float8 as calls from observation_total`;

export async function observationDepth(
  database: Database,
  timeScale: number,
): Promise<ObservationDepth> {
  const [[depth], totals, [count]] = await database.readTogether<
    [
      Pick<ObservationDepth, 'due' | 'overdue' | 'oldestDueSeconds'>[],
      ObservationTotal[],
      WatchedCount[],
    ]
  >([
    { query: OBSERVATION_DEPTH, values: [database.clock.now()] },
    { query: TOTALS, values: [] },
    { query: COUNT, values: [] },
  ]);
  return {
    ...depth!,
    ...count!,
    aSecond: observationsASecond(count!.watched, timeScale),
    totals,
  };
}
