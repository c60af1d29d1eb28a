/** The texts of making, listing and revoking hand-offs, which come with this code. */
import { textsOf } from '../../../intl/textsOf.ts';

export const HandOffTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/handOffs.*.json', { import: 'default' }),
);
