/** The store's filter of organizations. */
import type { OrganizationFilter } from '../generated/resolverTypes.ts';
import { searchText } from '../schema/searchText.ts';

export const storeOrganizationFilter = (
  filter: OrganizationFilter | null | undefined,
): OrganizationFilter => ({
  ...filter,
  text: searchText(filter?.text),
});
