/** The texts of the sign-in page, which come with its code. */
import { textsOf } from '../intl/textsOf.ts';

export const SignInTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../messages/signIn.*.json', { import: 'default' }),
);
