/** The texts of the list of organizations, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const OrganizationListTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/organizationList.*.json', { import: 'default' }),
);
