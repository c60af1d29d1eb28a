/** The texts of alerts, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const AlertTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/alerts.*.json', { import: 'default' }),
);
