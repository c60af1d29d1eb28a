/** The texts that only the page of the ticket has, which come with its code. */
import { textsOf } from '../../../intl/textsOf.ts';

export const TicketTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/ticket.*.json', { import: 'default' }),
);
