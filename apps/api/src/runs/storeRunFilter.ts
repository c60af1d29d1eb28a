/** The store's filter of runs. Unknown IDs match nothing. */
import { parseGlobalId } from '@keyway/core';
import type { RunFilter as StoreRunFilter } from '@keyway/store';
import type { RunFilter } from '../generated/resolverTypes.ts';
import { badUserInput } from '../schema/pages.ts';
import { searchText } from '../schema/searchText.ts';

/** More than a person selects. Without the list, a filter matches all organizations. */
const MAX_ORGANIZATIONS = 1000;

/** UUID of the member to filter by; an ID of something else belongs to nobody. */
export const memberIdOf = (given: string | null | undefined): string | null =>
  given == null ? null : (parseGlobalId('Member', given) ?? '');

/** @throws GraphQLError with code BAD_USER_INPUT for a negative number. */
export function atLeastZero(
  name: 'stuckForSeconds' | 'dueWithinSeconds',
  seconds: number | null | undefined,
): number | null {
  if (seconds != null && seconds < 0) throw badUserInput(`"${name}" is ${seconds}. Use 0 or more.`);
  return seconds ?? null;
}

/**
 * UUIDs of organizations.
 * @throws GraphQLError with code BAD_USER_INPUT for more than one filter takes
 */
export function organizationIdsOf(
  name: string,
  ids: readonly string[] | null | undefined,
): string[] | undefined {
  if (ids && ids.length > MAX_ORGANIZATIONS)
    throw badUserInput(`"${name}" has ${ids.length} IDs. Use at most ${MAX_ORGANIZATIONS}.`);
  return ids?.flatMap((id) => parseGlobalId('Organization', id) ?? []);
}

/** @throws GraphQLError with code BAD_USER_INPUT for more organizations than one filter takes. */
export function storeRunFilter(filter: RunFilter | null | undefined): StoreRunFilter {
  const { organizationIds, text, ownerId, ...rest } = filter ?? {};
  return {
    ...rest,
    ownerId: memberIdOf(ownerId),
    stuckForSeconds: atLeastZero('stuckForSeconds', rest.stuckForSeconds),
    dueWithinSeconds: atLeastZero('dueWithinSeconds', rest.dueWithinSeconds),
    organizationIds: organizationIdsOf('organizationIds', organizationIds),
    text: searchText(text),
  };
}
