/** Reports that an approval may have expired; the core decides by the event's instant. */
import type { EffectHandler } from './effectContext.ts';

export const expireApproval: EffectHandler<'expireApproval'> = async ({ track }) => ({
  kind: 'approvalExpired',
  data: { track },
});
