/** The texts of the glossary, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const GlossaryTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/glossary.*.json', { import: 'default' }),
);
