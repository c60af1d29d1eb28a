/** The organizations that somebody selected: by ID, or everything that a filter matches. */
import type { OrganizationFilter } from '../../generated/graphql.ts';

export type Selection = { organizationIds: string[] } | { filter: OrganizationFilter };

/** What is chosen on a page of a list. */
export interface Chosen {
  ids: ReadonlySet<string>;
  /** Everything that matches, also what is not loaded. */
  isAll: boolean;
}

export const NOTHING: Chosen = { ids: new Set(), isAll: false };

/** Adds or takes away. After "all", only the loaded rows can be taken away one by one. */
export function choose(
  { ids, isAll }: Chosen,
  changed: readonly string[],
  isChosen: boolean,
  loaded: readonly string[],
): Chosen {
  const next = new Set(isAll ? loaded : ids);
  for (const id of changed) {
    if (isChosen) next.add(id);
    else next.delete(id);
  }
  return { ids: next, isAll: false };
}
