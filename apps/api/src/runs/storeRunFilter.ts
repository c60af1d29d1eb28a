/** A filter of runs as the store takes it. IDs of nothing match nothing. */
import { parseGlobalId } from '@keyway/core';
import type { RunFilter as StoreRunFilter } from '@keyway/store';
import type { RunFilter } from '../generated/resolverTypes.ts';
import { searchText } from '../schema/searchText.ts';

export function storeRunFilter(filter: RunFilter | null | undefined): StoreRunFilter {
  const { organizationIds, text, ...rest } = filter ?? {};
  return { ...rest, organizationIds: organizationIds?.flatMap((id) => parseGlobalId('Organization', id) ?? []), text: searchText(text) };
}
