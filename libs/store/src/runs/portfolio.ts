/**
 * Counts runs by status, step and actor. The database groups them; the groups are added up here.
 */
import { ACTORS, RUN_STATUSES, STEP_IDS, STEP_STATUSES, TRACK_IDS } from '@keyway/core';
import type { Sql } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import type { Visibility } from '../tenancy/visibility.ts';
import type { PortfolioCounts } from './runRecord.ts';

interface CountRow {
  status: string;
  /** As `Projection` has it. */
  portfolioKey: string;
  count: number;
}

/** Of organizations that are not archived; exact, however many there are. */
export async function countPortfolioOrganizations({ sql, visibility }: View): Promise<number> {
  const parameters = new Parameters();
  const where = visibility.condition(parameters, 'o', 'id');
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::int - (select count(*) from organization o where ${where} and o.archived_at is not null)::int as count
     from organization o where ${where}`,
    parameters.values,
  );
  return row?.count ?? 0;
}

/**
 * All, less those of archived organizations, which are few: so that one narrow index still counts
 * the most of them.
 */
function countByProjection(sql: Sql, visibility: Visibility): Promise<CountRow[]> {
  const parameters = new Parameters();
  const where = visibility.condition(parameters, 'r');
  return sql.query<CountRow>(
    `select r.status, r.standing as "portfolioKey", count(*)::int as count from run r where ${where} group by r.status, r.standing
     union all
     select r.status, r.standing, -count(*)::int from organization o join run r on r.organization_id = o.id
     where ${where} and o.archived_at is not null group by r.status, r.standing`,
    parameters.values,
  );
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
  for (const { status, portfolioKey, count } of rows) {
    byStatus.add(status, count);
    const [actors = '', steps = ''] = portfolioKey.split('|');
    for (const actor of actors.split(' ').filter(Boolean)) byActor.add(actor, count);
    if (status !== 'CANCELLED')
      for (const step of steps.split(' ').filter(Boolean)) byStep.add(step, count);
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
