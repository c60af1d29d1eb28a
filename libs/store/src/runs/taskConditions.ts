/** SQL that everything shares which is read of the tasks of a viewer. */
import type { Instant, TaskName } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';

/** For whom tasks are read, and at which time. */
export interface TaskViewer {
  /** The tasks that role and scope allow. */
  mutations: readonly TaskName[];
  principal: string;
  now: Instant;
}

/** Conditions with their parameters. */
export class TaskConditions {
  readonly parameters = new Parameters();
  readonly #view: View;
  readonly #may: string;
  readonly #who: string;
  readonly #now: string;

  constructor(view: View, { mutations, principal, now }: TaskViewer) {
    this.#view = view;
    this.#may = `${this.parameters.add(mutations)}::text[]`;
    this.#who = `${this.parameters.add(principal)}::text`;
    this.#now = `${this.parameters.add(now)}::timestamptz`;
  }

  isVisible(alias: string, organizationColumn?: string): string {
    return this.#view.visibility.condition(this.parameters, alias, organizationColumn);
  }

  #isPossible(alias: string): string {
    return `${this.isVisible(alias)} and (${alias}.not_for is null or ${alias}.not_for <> ${this.#who})
       and (${alias}.possible_from is null or ${alias}.possible_from <= ${this.#now})
       and (${alias}.possible_until is null or ${alias}.possible_until > ${this.#now})`;
  }

  /** It is the first that the viewer may do of its run now. */
  isTask(): string {
    return `a.mutation = any (${this.#may}) and ${this.#isPossible('a')}
       and not exists (
         select 1 from needed_action b
         where b.run_id = a.run_id and b.rank < a.rank and b.mutation = any (${this.#may}) and ${this.#isPossible('b')})
       and not exists (
         select 1 from organization o where o.id = a.organization_id and o.archived_at is not null and ${this.isVisible('o', 'id')})`;
  }

  /** Rows with this `not_first_for` can be the viewer's first. */
  mayBeFirst(notFirstFor: string): string {
    return `not exists (
         select 1 from string_to_table(${notFirstFor}, E'\n') as line
         where line = '!' || ${this.#who} or (split_part(line, '@', 1) = any (${this.#may}) and line <> split_part(line, '@', 1) || '@' || ${this.#who}))`;
  }
}

/** SQL: the few different values of `not_first_for` of each mutation, each found by the index. */
export const actionGroups = (names: string, conditions: TaskConditions): string => {
  const next = (of: string, after: string): string =>
    `(select a.not_first_for from needed_action a
      where ${conditions.isVisible('a')} and a.mutation = ${of}.mutation ${after} order by a.not_first_for limit 1)`;
  return `with recursive action_group as (
      select m.mutation, ${next('m', '')} as not_first_for from unnest(${names}) as m(mutation)
      union all
      select g.mutation, ${next('g', 'and a.not_first_for > g.not_first_for')} from action_group g where g.not_first_for is not null
    )`;
};
