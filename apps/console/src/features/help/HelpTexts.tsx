/** The texts of the help menu and of what is new, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const HelpTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/help.*.json', { import: 'default' }),
);
