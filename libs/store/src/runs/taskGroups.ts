/** How many tasks of each kind wait for a viewer, and since when. */
import type { Instant, TaskName } from '@keyway/core';
import type { View } from '../tenancy/view.ts';
import { TASK_COUNT_CAP } from './findNeededActions.ts';
import { actionGroups, TaskConditions, type TaskViewer } from './taskConditions.ts';

/** The tasks with one name. */
export interface TaskGroup {
  task: TaskName;
  /** Exact up to `TASK_COUNT_CAP`, which it never is above. */
  count: number;
  /** Whether there are more. */
  capped: boolean;
  /** Since when the oldest waits. */
  oldest: Instant;
}

type GroupRow = Pick<TaskGroup, 'task' | 'count'> & { oldest: Date };

/** The groups that have tasks, but without those of some organizations. */
export async function groupNeededActions(
  view: View,
  viewer: TaskViewer,
  without: readonly string[] = [],
): Promise<TaskGroup[]> {
  const conditions = new TaskConditions(view, viewer);
  const { parameters } = conditions;
  const names = `${parameters.add(viewer.mutations)}::text[]`;
  const apart = `a.organization_id <> all (${parameters.add(without)}::uuid[])`;
  const rows = await view.sql.query<GroupRow>(
    view.visibility.scope.organizationIds
      ? ofSomeOrganizations(conditions, names, apart)
      : ofEveryOrganization(conditions, names, apart),
    parameters.values,
  );
  return rows.map(({ task, count, oldest }) => ({
    task,
    count: Math.min(count, TASK_COUNT_CAP),
    capped: count > TASK_COUNT_CAP,
    oldest: oldest.toISOString(),
  }));
}

/** SQL: groups of what `tasks` selects for `m.mutation`, in the column `since`. */
const countEach = (names: string, tasks: (limit: number) => string): string =>
  `select m.mutation as task, counted.count, oldest.since as oldest
   from unnest(${names}) as m(mutation),
     lateral (select count(*)::int as count from (${tasks(TASK_COUNT_CAP + 1)} limit ${TASK_COUNT_CAP + 1}) as t) as counted,
     lateral (select min(t.since) as since from (${tasks(1)}) as t) as oldest
   where counted.count > 0`;

const IN_ORDER = 'order by a.since, a.run_id';

/** From the runs that can be seen: few, and the index of tasks is by partner. */
function ofSomeOrganizations(conditions: TaskConditions, names: string, apart: string): string {
  const seenTasks = (limit: number): string =>
    `select t.since from (
       select a.since from run r join needed_action a on a.run_id = r.id
       where ${conditions.isVisible('r')} and a.mutation = m.mutation and ${conditions.isTask()} and ${apart}
       ${IN_ORDER} limit ${limit}) as t`;
  return countEach(names, seenTasks);
}

/** By whom rows are not the first for, as the tasks themselves are read. */
const ofEveryOrganization = (conditions: TaskConditions, names: string, apart: string): string =>
  `${actionGroups(names, conditions)}
   ${countEach(
     names,
     (limit) =>
       `select t.since from action_group g, lateral (
          select a.since from needed_action a
          where a.mutation = g.mutation and a.not_first_for = g.not_first_for and ${conditions.isTask()} and ${apart}
          ${IN_ORDER} limit ${limit}) as t
        where g.mutation = m.mutation and g.not_first_for is not null and ${conditions.mayBeFirst('g.not_first_for')}`,
   )}`;
