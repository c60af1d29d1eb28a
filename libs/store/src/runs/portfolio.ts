/**
 * Counts runs by status, step and actor, from counts that triggers keep by status and key.
 */
import { ACTORS, RUN_STATUSES, STEP_IDS, STEP_STATUSES, TRACK_IDS } from '@keyway/core';
import type { Database, Query, Sql } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import type { Visibility } from '../tenancy/visibility.ts';
import type { PortfolioCounts, RunFilter } from './runRecord.ts';
import { partnersLater } from './waitingOnCondition.ts';

interface CountRow {
  status: string;
  /** As `Projection` has it. */
  portfolioKey: string;
  count: number;
  /** Whether the partner, of these actors, is not waited for yet. */
  isCooling: boolean;
}

/** Counts all portfolios again, from runs and organizations. */
export const RECOUNT: Query = { name: 'portfolio_recount', text: 'select recount_portfolios()' };
const ADD_UP: Query = { name: 'portfolio_add_up', text: 'select add_up_portfolios() as changes' };

/**
 * Adds up changes of counts, so that readers find few of them: one pass; answers how many there
 * were.
 */
export async function addUpPortfolios(database: Database): Promise<number> {
  const [row] = await database.read<{ changes: number }>(ADD_UP);
  return row?.changes ?? 0;
}

/** The ID of the count of organizations that are not archived. */
const ORGANIZATIONS = 0;

/** SQL: a partner's counts (`id`, `count`), with the changes that were not added up yet. */
function countsOf(parameters: Parameters, visibility: Visibility): string {
  const [ofCount, ofChange] = ['c', 'h'].map((alias) => visibility.condition(parameters, alias));
  return `select id, sum(n)::int as count from (
      select c.id, c.count as n from portfolio_count c where ${ofCount} and c.count <> 0
      union all select h.was, -h.times from portfolio_change h where ${ofChange} and h.was is not null
      union all select h.becomes, h.times from portfolio_change h where ${ofChange} and h.becomes is not null
    ) as parts group by id having sum(n) <> 0`;
}

const isLimited = ({ scope }: Visibility): boolean => scope.organizationIds !== null;

/** Of organizations that are not archived; exact, however many there are. */
export async function countPortfolioOrganizations({ sql, visibility }: View): Promise<number> {
  const parameters = new Parameters();
  const counted = isLimited(visibility)
    ? `select count(*)::int as count from organization o
       where ${visibility.condition(parameters, 'o', 'id')} and o.archived_at is null`
    : `select count from (${countsOf(parameters, visibility)}) as counts where id = ${ORGANIZATIONS}`;
  const [row] = await sql.query<{ count: number }>(counted, parameters.values);
  return row?.count ?? 0;
}

/**
 * All runs by status and key, less those of archived organizations, which are few. Viewers
 * of some organizations see the counts of no others, so their runs are counted one by one.
 */
function countByProjection(sql: Sql, visibility: Visibility): Promise<CountRow[]> {
  const parameters = new Parameters();
  const where = visibility.condition(parameters, 'r');
  const all = isLimited(visibility)
    ? `select r.status, r.standing, count(*)::int as count from run r where ${where} group by r.status, r.standing`
    : `select k.status, k.standing, n.count from (${countsOf(parameters, visibility)}) as n
       join portfolio_count k on k.id = n.id and ${visibility.condition(parameters, 'k')} where n.id <> ${ORGANIZATIONS}`;
  // Nothing is written when a cooling-off ends, so that no count has it. Few runs wait for one.
  return sql.query<CountRow>(
    `select status, standing as "portfolioKey", count, false as "isCooling" from (${all}) as every
     union all
     select r.status, r.standing, -count(*)::int, false from organization o join run r on r.organization_id = o.id
     where ${where} and o.archived_at is not null group by r.status, r.standing
     union all
     select r.status, r.standing, (n.sign * count(*))::int, n.sign > 0 from run r, (values (1), (-1)) as n(sign)
     where ${where} and ${partnersLater('r')} group by r.status, r.standing, n.sign`,
    parameters.values,
  );
}

/** What the counts know of runs; null is any. */
export type CountedFilter = Pick<
  RunFilter,
  'status' | 'waitingOn' | 'track' | 'step' | 'stepStatus'
>;

/** How many runs of organizations that are not archived meet a filter, exactly. */
export async function countRunsByKey(
  { sql, visibility }: View,
  { status, waitingOn, track, step, stepStatus }: CountedFilter,
): Promise<number> {
  const isAny = (wanted: readonly string[] | null | undefined, one: string): boolean =>
    !wanted || wanted.includes(one);
  const isOpen = (of: string): boolean => of !== 'COMPLETED' && of !== 'CANCELLED';
  const meets = (row: CountRow): boolean => {
    const { actors, steps } = partsOf(row);
    return (
      isAny(status, row.status) &&
      (!waitingOn || (isOpen(row.status) && actors.some((actor) => isAny(waitingOn, actor)))) &&
      ((!track && !step && !stepStatus) ||
        steps.some((one) => {
          const [ofTrack, name = '', standing = ''] = one.split('/');
          return (
            (!track || ofTrack === track) && (!step || name === step) && isAny(stepStatus, standing)
          );
        }))
    );
  };
  const rows = await countByProjection(sql, visibility);
  return rows.filter(meets).reduce((sum, { count }) => sum + count, 0);
}

/** The names in a portfolio key, less the actor who is not waited for yet. */
function partsOf({ portfolioKey, isCooling }: CountRow): { actors: string[]; steps: string[] } {
  const [actors = [], steps = []] = portfolioKey
    .split('|')
    .map((names) => names.split(' ').filter(Boolean));
  return { actors: isCooling ? actors.filter((one) => one !== 'PARTNER') : actors, steps };
}

/** Counts by name, in the order of the names. */
class Tally {
  private readonly counts = new Map<string, number>();
  add(name: string, count: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + count);
  }
  get sorted(): [string, number][] {
    return [...this.counts]
      .filter(([, count]) => count > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** @throws TypeError for a name that this version does not know */
function nameIn<T extends string>(known: readonly T[], name: string | undefined): T {
  const found = known.find((one) => one === name);
  if (found === undefined) throw new TypeError(`A stored count can't be read: ${name}.`);
  return found;
}

export async function countPortfolio({ sql, visibility }: View): Promise<PortfolioCounts> {
  const rows = await countByProjection(sql, visibility);
  const [byStatus, byStep, byActor] = [new Tally(), new Tally(), new Tally()];
  for (const row of rows) {
    const { status, count } = row;
    byStatus.add(status, count);
    const { actors, steps } = partsOf(row);
    for (const actor of actors) byActor.add(actor, count);
    if (status !== 'CANCELLED') for (const step of steps) byStep.add(step, count);
  }
  return {
    runs: rows.reduce((sum, { count }) => sum + count, 0),
    byStatus: byStatus.sorted.map(([status, count]) => ({
      status: nameIn(RUN_STATUSES, status),
      count,
    })),
    byStep: byStep.sorted.map(([name, count]) => {
      const [track, step, status] = name.split('/');
      return {
        track: nameIn(TRACK_IDS, track),
        step: nameIn(STEP_IDS, step),
        status: nameIn(STEP_STATUSES, status),
        count,
      };
    }),
    waitingOn: byActor.sorted.map(([actor, count]) => ({ actor: nameIn(ACTORS, actor), count })),
  };
}
