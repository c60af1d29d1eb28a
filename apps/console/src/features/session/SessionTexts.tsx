/** The texts of a session's end, which come with its code. */
import { textsOf } from '../../intl/textsOf.ts';

export const SessionTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/session.*.json', { import: 'default' }),
);
