/**
 * How many runs stand where: counted by the database over the standings, of which many runs have
 * few, and added up here.
 */
import type { Actor, RunStatus, StepId, StepStatus, TrackId } from '@keyway/core';
import type { Transaction } from '../database/database.ts';
import { Parameters, type Visibility } from '../tenancy/partnerScope.ts';
import type { PortfolioCounts } from '../store.ts';

interface StandingRow {
  status: RunStatus;
  /** As `Projection` has it. */
  standing: string;
  count: number;
}

async function countOrganizations(
  transaction: Transaction,
  visibility: Visibility,
): Promise<number> {
  const parameters = new Parameters();
  const where = visibility.condition(parameters, 'o', 'id');
  const [row] = await transaction.query<{ count: number }>(
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
function countStandings(transaction: Transaction, visibility: Visibility): Promise<StandingRow[]> {
  const parameters = new Parameters();
  const where = visibility.condition(parameters, 'r');
  return transaction.query<StandingRow>(
    `select r.status, r.standing, count(*)::int as count from run r where ${where} group by r.status, r.standing
     union all
     select r.status, r.standing, -count(*)::int from organization o join run r on r.organization_id = o.id
     where ${where} and o.archived_at is not null group by r.status, r.standing`,
    parameters.values,
  );
}

/** Counts by name, told in the order of the names. */
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

export async function countPortfolio(
  transaction: Transaction,
  visibility: Visibility,
): Promise<PortfolioCounts> {
  // Sent together, answered in order.
  const [organizations, standings] = await Promise.all([
    countOrganizations(transaction, visibility),
    countStandings(transaction, visibility),
  ]);
  const [byStatus, byStep, byActor] = [new Tally(), new Tally(), new Tally()];
  for (const { status, standing, count } of standings) {
    byStatus.add(status, count);
    const [actors = '', steps = ''] = standing.split('|');
    for (const actor of actors.split(' ').filter(Boolean)) byActor.add(actor, count);
    if (status !== 'CANCELLED')
      for (const step of steps.split(' ').filter(Boolean)) byStep.add(step, count);
  }
  return {
    organizations,
    runs: standings.reduce((sum, { count }) => sum + count, 0),
    byStatus: byStatus.sorted.map(([status, count]) => ({ status: status as RunStatus, count })),
    byStep: byStep.sorted.map(([name, count]) => {
      const [track, step, status] = name.split('/') as [TrackId, StepId, StepStatus];
      return { track, step, status, count };
    }),
    waitingOn: byActor.sorted.map(([actor, count]) => ({ actor: actor as Actor, count })),
  };
}
