/** The texts of the cooling-off period. */
import { textsOf } from '../../../intl/textsOf.ts';

export const CoolingOffTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/coolingOff.*.json', { import: 'default' }),
);
