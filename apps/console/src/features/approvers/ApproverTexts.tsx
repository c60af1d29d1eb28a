/** The texts about who can approve, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const ApproverTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/approvers.*.json', { import: 'default' }),
);
