/** The texts of the page of a hand-off. */
import { textsOf } from '../intl/textsOf.ts';

export const HandOffPageTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../messages/handOff.*.json', { import: 'default' }),
);
