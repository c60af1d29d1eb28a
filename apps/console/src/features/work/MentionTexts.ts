/** The texts of the picker of people. */
import { textsOf } from '../../intl/textsOf.ts';

export const MentionTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/mentions.*.json', { import: 'default' }),
);
