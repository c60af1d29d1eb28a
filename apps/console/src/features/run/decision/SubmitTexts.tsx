/** The texts of the submission, which come with this code. */
import { textsOf } from '../../../intl/textsOf.ts';

export const SubmitTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/{decision,submit}.*.json', { import: 'default' }),
);
