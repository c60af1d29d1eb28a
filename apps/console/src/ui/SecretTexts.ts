/** The texts of the dialog of a secret. */
import { textsOf } from '../intl/textsOf.ts';

export const SecretTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../messages/secret.*.json', { import: 'default' }),
);
