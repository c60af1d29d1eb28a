/** The texts of the first steps. */
import { textsOf } from '../../intl/textsOf.ts';

export const GettingStartedTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/gettingStarted.*.json', { import: 'default' }),
);
