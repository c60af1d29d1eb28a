/** The texts of the question before changes are lost. */
import { textsOf } from '../intl/textsOf.ts';

export const UnsavedTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../messages/unsaved.*.json', { import: 'default' }),
);
