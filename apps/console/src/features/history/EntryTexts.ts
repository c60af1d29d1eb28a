/** The texts of an opened entry of history. */
import { textsOf } from '../../intl/textsOf.ts';

export const EntryTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/entries.*.json', { import: 'default' }),
);
