import type { StepId } from '@keyway/core';

/** The steps whose result the case with Customer Care names, in the order of the plan. */
export const TICKET_ITEMS = [
  'ENTITLEMENT',
  'VAULT',
  'NETWORK',
  'KEY',
  'CONSENT',
  'ROLE',
] as const satisfies readonly StepId[];
export type TicketItem = (typeof TICKET_ITEMS)[number];
