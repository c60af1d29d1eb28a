/** A filter of organizations as the store takes it. */
import type { OrganizationFilter } from '../generated/resolverTypes.ts';
import { searchText } from '../schema/searchText.ts';

export const storeOrganizationFilter = (
  filter: OrganizationFilter | null | undefined,
): OrganizationFilter => ({
  ...filter,
  text: searchText(filter?.text),
});
