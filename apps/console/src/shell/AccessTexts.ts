/** The texts of the notice of a changed access. */
import { textsOf } from '../intl/textsOf.ts';

export const AccessTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../messages/access.*.json', { import: 'default' }),
);
