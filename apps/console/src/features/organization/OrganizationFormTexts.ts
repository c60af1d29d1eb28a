/** The texts of the form of a new organization. */
import { textsOf } from '../../intl/textsOf.ts';

export const OrganizationFormTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/newOrganization.*.json', { import: 'default' }),
);
