/**
 * Says that an approval's time is over; whether it is, the core evaluates by the event's instant.
 */
import type { Handler } from './effectContext.ts';

export const expireApproval: Handler<'expireApproval'> = async ({ track }) => ({
  kind: 'approvalExpired',
  data: { track },
});
