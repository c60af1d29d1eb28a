/** The store's filter of runs. Unknown IDs match nothing. */
import { parseGlobalId } from '@keyway/core';
import type { RunFilter as StoreRunFilter } from '@keyway/store';
import type { RunFilter } from '../generated/resolverTypes.ts';
import { badUserInput } from '../schema/pages.ts';
import { searchText } from '../schema/searchText.ts';

/** More than a person selects. Without the list, a filter matches all organizations. */
const MAX_ORGANIZATIONS = 1000;

/** @throws GraphQLError with code BAD_USER_INPUT for more organizations than one filter takes. */
export function storeRunFilter(filter: RunFilter | null | undefined): StoreRunFilter {
  const { organizationIds, text, ...rest } = filter ?? {};
  if (organizationIds && organizationIds.length > MAX_ORGANIZATIONS)
    throw badUserInput(
      `"organizationIds" has ${organizationIds.length} IDs. Use at most ${MAX_ORGANIZATIONS}.`,
    );
  return {
    ...rest,
    organizationIds: organizationIds?.flatMap((id) => parseGlobalId('Organization', id) ?? []),
    text: searchText(text),
  };
}
