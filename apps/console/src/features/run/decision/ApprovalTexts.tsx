/** The texts of the decision on an approval, which come with this code. */
import { textsOf } from '../../../intl/textsOf.ts';

export const ApprovalTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/{decision,approval}.*.json', { import: 'default' }),
);
