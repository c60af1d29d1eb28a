/** The tasks of a viewer, from the rows that the write path keeps: no state is read. */
import {
  mutationOf,
  type ActionName,
  type Instant,
  type StepId,
  type TaskName,
  type TrackId,
} from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';

/** For whom tasks are read, and at which time. */
export interface TaskViewer {
  /** The tasks that role and scope allow. */
  mutations: readonly TaskName[];
  principal: string;
  now: Instant;
}

/** What waits for a viewer. */
export interface Task {
  runId: string;
  organizationId: string;
  mutation: ActionName;
  track: TrackId | null;
  step: StepId | null;
  since: Instant;
}

/** A task as it is read. */
type TaskRow = Omit<Task, 'since' | 'runId' | 'organizationId' | 'mutation'> & {
  mutation: TaskName;
  run_id: string;
  organization_id: string;
  since: Date;
};

/**
 * The most important action of each run that waits for this viewer, longest waiting first. Rows are
 * read by mutation and by whom they are not the first for, so that what this viewer has to do later
 * is passed over at once.
 */
export async function findNeededActions(
  { sql, visibility }: View,
  { mutations, principal, now }: TaskViewer,
  first: number,
): Promise<Task[]> {
  const parameters = new Parameters();
  const may = `${parameters.add(mutations)}::text[]`;
  const who = `${parameters.add(principal)}::text`;
  const at = `${parameters.add(now)}::timestamptz`;
  const limit = parameters.add(first);
  const isVisible = (alias: string): string => visibility.condition(parameters, alias);
  const isPossible = (alias: string): string =>
    `${visibility.condition(parameters, alias)} and (${alias}.not_for is null or ${alias}.not_for <> ${who})
       and (${alias}.possible_from is null or ${alias}.possible_from <= ${at})
       and (${alias}.possible_until is null or ${alias}.possible_until > ${at})`;
  const tasks = (from: string, which: string): string =>
    `select a.run_id, a.organization_id, a.mutation, a.track, a.step, a.since from ${from}
     where ${which} and ${isPossible('a')}
       and not exists (
         select 1 from needed_action b
         where b.run_id = a.run_id and b.rank < a.rank and b.mutation = any (${may}) and ${isPossible('b')})
       and not exists (
         select 1 from organization o where o.id = a.organization_id and o.archived_at is not null and ${visibility.condition(parameters, 'o', 'id')})
     order by a.since, a.run_id limit ${limit}`;
  const found = visibility.scope.organizationIds
    ? `select t.* from (${tasks(
        'run r join needed_action a on a.run_id = r.id',
        `${visibility.condition(parameters, 'r')} and a.mutation = any (${may})`,
      )}) as t`
    : `${groups(may, isVisible)}
       select t.* from action_group g, lateral (${tasks(
         'needed_action a',
         'a.mutation = g.mutation and a.not_first_for = g.not_first_for',
       )}) as t
       where g.not_first_for is not null and not exists (
         select 1 from string_to_table(g.not_first_for, E'\n') as line
         where line = '!' || ${who} or (split_part(line, '@', 1) = any (${may}) and line <> split_part(line, '@', 1) || '@' || ${who}))`;
  const rows = await sql.query<TaskRow>(
    `${found} order by t.since, t.run_id limit ${limit}`,
    parameters.values,
  );
  return rows.map(
    ({ run_id: runId, organization_id: organizationId, since, mutation, ...task }) => ({
      runId,
      organizationId,
      ...task,
      mutation: mutationOf(mutation),
      since: since.toISOString(),
    }),
  );
}

/** SQL: the few different values of `not_first_for` of each mutation, each found by the index. */
const groups = (may: string, isVisible: (alias: string) => string): string => {
  const next = (of: string, after: string): string =>
    `(select a.not_first_for from needed_action a
      where ${isVisible('a')} and a.mutation = ${of}.mutation ${after} order by a.not_first_for limit 1)`;
  return `with recursive action_group as (
      select m.mutation, ${next('m', '')} as not_first_for from unnest(${may}) as m(mutation)
      union all
      select g.mutation, ${next('g', 'and a.not_first_for > g.not_first_for')} from action_group g where g.not_first_for is not null
    )`;
};
