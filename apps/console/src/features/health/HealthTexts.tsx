/** The texts of the health of keys, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const HealthTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/health.*.json', { import: 'default' }),
);
