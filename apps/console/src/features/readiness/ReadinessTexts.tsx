/** The texts of dry runs, which few visits need. */
import { textsOf } from '../../intl/textsOf.ts';

export const ReadinessTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/readiness.*.json', { import: 'default' }),
);
