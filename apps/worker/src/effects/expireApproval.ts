/**
 * Says that an approval's time is over; whether it is, the core evaluates by the event's instant.
 */
import type { EffectHandler } from './effectContext.ts';

export const expireApproval: EffectHandler<'expireApproval'> = async ({ track }) => ({
  kind: 'approvalExpired',
  data: { track },
});
