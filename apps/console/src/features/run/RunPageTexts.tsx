/** The texts of the page of a run that no other page needs. */
import { textsOf } from '../../intl/textsOf.ts';

export const RunPageTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/runPage.*.json', { import: 'default' }),
);
