/** The tasks of a viewer, from the rows that the write path keeps: no state is read. */
import {
  dueSoonBefore,
  isByDueDate,
  mutationOf,
  PROBLEM_TASKS,
  TASK_URGENCIES,
  taskPosition,
  type ActionName,
  type Instant,
  type StepId,
  type TaskName,
  type TaskPlace,
  type TaskUrgency,
  type TrackId,
} from '@keyway/core';
import type { Count } from '../page.ts';
import type { View } from '../tenancy/view.ts';
import { actionGroups, TaskConditions, type TaskViewer } from './taskConditions.ts';
import { isOpenRun } from './workConditions.ts';

/** What waits for a viewer. */
export interface Task {
  runId: string;
  organizationId: string;
  mutation: ActionName;
  track: TrackId | null;
  step: StepId | null;
  since: Instant;
  urgency: TaskUrgency;
  /** Texts that sort as the tasks do (`taskPosition`). */
  position: string;
}

/** A task as it is read. */
type TaskRow = Pick<Task, 'track' | 'step'> & {
  mutation: TaskName;
  run_id: string;
  organization_id: string;
  since: Date;
  at: Date;
};

/** Which of the tasks, in their order. */
export interface TaskRequest {
  first: number;
  /** Those that follow it; null or absent: from the most urgent on. */
  after?: TaskPlace | null;
  /** Of the viewer's tasks those with these names; absent: all. */
  only?: readonly TaskName[] | undefined;
}

/** Counts above this are not worth their price. */
export const TASK_COUNT_CAP = 1000;

/** The most important action of each run that waits for this viewer, the most urgent first. */
export async function findNeededActions(
  view: View,
  viewer: TaskViewer,
  { first, after, only = viewer.mutations }: TaskRequest,
): Promise<Task[]> {
  const found: Task[] = [];
  for (const urgency of TASK_URGENCIES) {
    if (found.length >= first) break;
    if (after && TASK_URGENCIES.indexOf(urgency) < TASK_URGENCIES.indexOf(after.urgency)) continue;
    const from = after?.urgency === urgency ? after : null;
    const part = { first: first - found.length, after: from, only };
    found.push(...(await findTasks(view, viewer, urgency, part)));
  }
  return found;
}

/** Those of one urgency, in their order. */
async function findTasks(
  view: View,
  viewer: TaskViewer,
  urgency: TaskUrgency,
  { first, after, only }: Required<TaskRequest>,
): Promise<Task[]> {
  const isProblem = (name: TaskName): boolean => PROBLEM_TASKS.includes(name);
  const names = viewer.mutations.filter(
    (name) =>
      only?.includes(name) &&
      (urgency === 'OVERDUE' || isProblem(name) === (urgency === 'PROBLEM')),
  );
  if (names.length === 0) return [];
  const conditions = new TaskConditions(view, viewer);
  const { parameters } = conditions;
  const read = isByDueDate(urgency) ? selectByDueDate : selectBySince;
  const rows = await view.sql.query<TaskRow>(
    read(view, conditions, {
      names: `${parameters.add(names)}::text[]`,
      instant: (at) => `${parameters.add(at)}::timestamptz`,
      now: viewer.now,
      urgency,
      after: (key) =>
        after
          ? `and ${key} > (${parameters.add(after.at)}::timestamptz, ${parameters.add(after.runId)}::uuid)`
          : '',
      limit: parameters.add(first),
    }),
    parameters.values,
  );
  return rows.map(
    ({ run_id: runId, organization_id: organizationId, since, mutation, at, ...task }) => ({
      ...{ runId, organizationId, ...task, urgency },
      mutation: mutationOf(mutation),
      since: since.toISOString(),
      position: taskPosition({ urgency, at: at.toISOString(), runId }),
    }),
  );
}

interface Wanted {
  /** SQL: the tasks of this urgency. */
  names: string;
  /** SQL of an instant, which is then used. */
  instant: (at: Instant) => string;
  now: Instant;
  urgency: TaskUrgency;
  /** SQL: the sort key is after that of the last page. */
  after: (key: string) => string;
  limit: string;
}

const COLUMNS = 'a.run_id, a.organization_id, a.mutation, a.track, a.step, a.since';

/** From the runs with a due date, of which an index has those that are open in their order. */
function selectByDueDate(
  _: View,
  conditions: TaskConditions,
  { names, instant, now, urgency, after, limit }: Wanted,
): string {
  const isDue =
    urgency === 'OVERDUE'
      ? `r.due_at < ${instant(now)}`
      : `r.due_at >= ${instant(now)} and r.due_at < ${instant(dueSoonBefore(now))}`;
  return `select ${COLUMNS}, r.due_at as at from run r join needed_action a on a.run_id = r.id
    where ${conditions.isVisible('r')} and ${isOpenRun('r')} and ${isDue} and a.mutation = any (${names})
      and ${conditions.isTask()} ${after('(r.due_at, r.id)')}
    order by r.due_at, r.id limit ${limit}`;
}

/**
 * Rows are read by mutation and by whom they are not the first for, so that what this viewer has to
 * do later is passed over at once. The due date is asked of each task's run, in order and only
 * until the page is full: as a join, all runs could be read.
 */
function selectBySince(
  { visibility }: View,
  conditions: TaskConditions,
  { names, instant, now, urgency, after, limit }: Wanted,
): string {
  const end = instant(urgency === 'PROBLEM' ? now : dueSoonBefore(now));
  const tasks = (from: string, which: string): string =>
    `select ${COLUMNS}, a.since as at from ${from}
     where ${which} and ${conditions.isTask()} ${after('(a.since, a.run_id)')}
       and (select d.due_at < ${end} from run d where d.id = a.run_id and ${conditions.isVisible('d')}) is not true
     order by a.since, a.run_id limit ${limit}`;
  const found = visibility.scope.organizationIds
    ? `select t.* from (${tasks(
        'run r join needed_action a on a.run_id = r.id',
        `${conditions.isVisible('r')} and a.mutation = any (${names})`,
      )}) as t`
    : `${actionGroups(names, conditions)}
       select t.* from action_group g, lateral (${tasks(
         'needed_action a',
         'a.mutation = g.mutation and a.not_first_for = g.not_first_for',
       )}) as t
       where g.not_first_for is not null and ${conditions.mayBeFirst('g.not_first_for')}`;
  return `${found} order by t.since, t.run_id limit ${limit}`;
}

/** How many there are, but those of some organizations. Exact up to `TASK_COUNT_CAP`. */
export async function countNeededActions(
  view: View,
  viewer: TaskViewer,
  without: readonly string[] = [],
  only: readonly TaskName[] = viewer.mutations,
): Promise<Count> {
  const conditions = new TaskConditions(view, viewer);
  const { parameters } = conditions;
  const [row] = await view.sql.query<{ count: number }>(
    `select count(*)::int as count from (
       select 1 from needed_action a
       where ${conditions.isTask()} and a.organization_id <> all (${parameters.add(without)}::uuid[])
         and a.mutation = any (${parameters.add(only)}::text[])
       limit ${TASK_COUNT_CAP + 1}) as t`,
    parameters.values,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, TASK_COUNT_CAP), capped: count > TASK_COUNT_CAP };
}
