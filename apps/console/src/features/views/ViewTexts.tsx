/** The texts of saved views, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const ViewTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/views.*.json', { import: 'default' }),
);
