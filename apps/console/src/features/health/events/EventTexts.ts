/** The texts of the addresses of events. */
import { textsOf } from '../../../intl/textsOf.ts';

export const EventTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/events.*.json', { import: 'default' }),
);
