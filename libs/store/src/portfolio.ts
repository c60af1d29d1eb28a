/** How many runs stand where: counted by the database over the derived columns. */
import type { Actor, RunStatus, StepId, StepStatus, TrackId } from '@keyway/core';
import type { Query, Transaction } from './database.ts';
import { Parameters, type Visibility } from './partnerScope.ts';
import type { PortfolioCounts } from './store.ts';

function scoped(
  visibility: Visibility,
  alias: string,
  organizationColumn: string,
  build: (condition: string) => string,
): [Query | string, unknown[]] {
  const parameters = new Parameters();
  return [build(visibility.condition(parameters, alias, organizationColumn)), parameters.values];
}

export async function countPortfolio(transaction: Transaction, visibility: Visibility): Promise<PortfolioCounts> {
  const ask = <R>(alias: string, column: string, build: (condition: string) => string): Promise<R[]> =>
    transaction.query<R>(...scoped(visibility, alias, column, build));
  // Sent together, answered in order.
  const [[organizations], byStatus, byStep, waitingOn] = await Promise.all([
    ask<{ count: number }>('o', 'id', (condition) => `select count(*)::int as count from organization o where ${condition}`),
    ask<{ status: RunStatus; count: number }>('r', 'organization_id', (condition) => {
      return `select r.status, count(*)::int as count from run r where ${condition} group by r.status order by r.status`;
    }),
    ask<{ track: TrackId; step: StepId; status: StepStatus; count: number }>('s', 'organization_id', (condition) => {
      return `select s.track, s.step, s.status, count(*)::int as count from run_step s where ${condition} and not s.cancelled
        group by s.track, s.step, s.status order by s.track, s.step, s.status`;
    }),
    ask<{ actor: Actor; count: number }>('r', 'organization_id', (condition) => {
      return `select actor, count(*)::int as count from run r, unnest(r.waiting_on) as actor where ${condition} group by actor order by actor`;
    }),
  ]);
  const runs = byStatus.reduce((sum, { count }) => sum + count, 0);
  return { organizations: organizations?.count ?? 0, runs, byStatus, byStep, waitingOn };
}
