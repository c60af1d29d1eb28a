/** The texts of the inbox, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const InboxTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/inbox.*.json', { import: 'default' }),
);
