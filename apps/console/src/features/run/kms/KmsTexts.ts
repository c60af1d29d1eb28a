/** The texts of what was read in AWS. */
import { textsOf } from '../../../intl/textsOf.ts';

export const KmsTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/kms.*.json', { import: 'default' }),
);
