/** The texts of the insights, which few visits need. */
import { textsOf } from '../../intl/textsOf.ts';

export const InsightTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/insights.*.json', { import: 'default' }),
);
