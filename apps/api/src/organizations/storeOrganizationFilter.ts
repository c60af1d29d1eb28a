/** The store's filter of organizations. Unknown IDs match nothing. */
import type { OrganizationFilter as StoreOrganizationFilter } from '@keyway/store';
import type { OrganizationFilter } from '../generated/resolverTypes.ts';
import { atLeastZero, memberIdOf, organizationIdsOf } from '../runs/storeRunFilter.ts';
import { searchText } from '../schema/searchText.ts';

/** @throws GraphQLError with code BAD_USER_INPUT for values that no filter takes. */
export const storeOrganizationFilter = (
  filter: OrganizationFilter | null | undefined,
): StoreOrganizationFilter => ({
  ...filter,
  ids: organizationIdsOf('ids', filter?.ids),
  ownerId: memberIdOf(filter?.ownerId),
  stuckForSeconds: atLeastZero('stuckForSeconds', filter?.stuckForSeconds),
  dueWithinSeconds: atLeastZero('dueWithinSeconds', filter?.dueWithinSeconds),
  text: searchText(filter?.text),
});
