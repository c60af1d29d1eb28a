/** The texts of a completed run. */
import { textsOf } from '../../../intl/textsOf.ts';

export const CompletedTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/{completed,evidence}.*.json', { import: 'default' }),
);
