/** The store's filter of runs. Unknown IDs match nothing. */
import { parseGlobalId } from '@keyway/core';
import type { RunFilter as StoreRunFilter } from '@keyway/store';
import type { RunFilter } from '../generated/resolverTypes.ts';
import { badUserInput } from '../schema/pages.ts';
import { searchText } from '../schema/searchText.ts';

/** More than anybody selects by hand. To get all, leave the list out. */
const MAX_ORGANIZATIONS = 1000;

/** @throws GraphQLError with code BAD_USER_INPUT for more organizations than one filter takes. */
export function storeRunFilter(filter: RunFilter | null | undefined): StoreRunFilter {
  const { organizationIds, text, ...rest } = filter ?? {};
  if (organizationIds && organizationIds.length > MAX_ORGANIZATIONS)
    throw badUserInput(
      `"organizationIds" names ${organizationIds.length}; a filter takes at most ${MAX_ORGANIZATIONS}.`,
    );
  return {
    ...rest,
    organizationIds: organizationIds?.flatMap((id) => parseGlobalId('Organization', id) ?? []),
    text: searchText(text),
  };
}
