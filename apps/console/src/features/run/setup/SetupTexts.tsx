/** The texts of a set-up by Keyway, which few visits need. */
import { textsOf } from '../../../intl/textsOf.ts';

export const SetupTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/setup.*.json', { import: 'default' }),
);
