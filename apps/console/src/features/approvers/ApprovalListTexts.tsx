/** The texts of the lists of approvals, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const ApprovalListTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/approvals.*.json', { import: 'default' }),
);
