/** The tasks of a viewer, from the rows that the write path keeps: no state is read. */
import type { ActionName, Instant, StepId, TrackId } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';

/** For whom tasks are read, and at which time. */
export interface TaskViewer {
  /** The mutations that role and scope allow. */
  mutations: readonly ActionName[];
  principal: string;
  now: Instant;
}

export interface Task {
  runId: string;
  mutation: ActionName;
  track: TrackId | null;
  step: StepId | null;
  since: Instant;
}

/**
 * The most important action of each run that waits for this viewer, longest waiting first. Each
 * mutation is read separately, so that a viewer who may do little does not read what others may.
 */
export async function findNeededActions(
  { sql, visibility }: View,
  { mutations, principal, now }: TaskViewer,
  first: number,
): Promise<Task[]> {
  const parameters = new Parameters();
  const may = `${parameters.add(mutations)}::text[]`;
  const who = parameters.add(principal);
  const at = `${parameters.add(now)}::timestamptz`;
  const limit = parameters.add(first);
  const isPossible = (alias: string): string =>
    `${visibility.condition(parameters, alias)} and (${alias}.not_for is null or ${alias}.not_for <> ${who})
       and (${alias}.possible_from is null or ${alias}.possible_from <= ${at})
       and (${alias}.possible_until is null or ${alias}.possible_until > ${at})`;
  const rows = await sql.query<Omit<Task, 'since'> & { since: Date }>(
    `select t.run_id as "runId", t.mutation, t.track, t.step, t.since
     from unnest(${may}) as m(mutation), lateral (
       select a.run_id, a.mutation, a.track, a.step, a.since from needed_action a
       where a.mutation = m.mutation and ${isPossible('a')}
         and not exists (
           select 1 from needed_action b
           where b.run_id = a.run_id and b.rank < a.rank and b.mutation = any (${may}) and ${isPossible('b')})
         and not exists (
           select 1 from organization o where o.id = a.organization_id and o.archived_at is not null and ${visibility.condition(parameters, 'o', 'id')})
       order by a.since, a.run_id limit ${limit}
     ) as t
     order by t.since, t.run_id limit ${limit}`,
    parameters.values,
  );
  return rows.map(({ since, ...task }) => ({ ...task, since: since.toISOString() }));
}
