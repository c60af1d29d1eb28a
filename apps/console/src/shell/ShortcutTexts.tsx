/** The texts of the search and of the list of shortcuts, which come with this code. */
import { textsOf } from '../intl/textsOf.ts';

export const ShortcutTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../messages/{settings,shortcuts}.*.json', { import: 'default' }),
);
