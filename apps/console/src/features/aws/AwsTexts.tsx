/** The texts of connections to AWS, which few visits need. */
import { textsOf } from '../../intl/textsOf.ts';

export const AwsTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/aws.*.json', { import: 'default' }),
);
