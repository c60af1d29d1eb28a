/** The handler of each type of effect. */
import type { EffectData, EffectType } from '@keyway/core';
import { assignRole } from './assignRole.ts';
import type { EffectContext, EffectHandler, EffectOutcome } from './effectContext.ts';
import { expireApproval } from './expireApproval.ts';
import { makeChange } from './makeChange.ts';
import { observeStep } from './observeStep.ts';
import { planSetup } from './planSetup.ts';
import { pollConfiguration } from './pollConfiguration.ts';
import { probeVault } from './probeVault.ts';
import { rereadTrack } from './rereadTrack.ts';
import { submitConfiguration } from './submitConfiguration.ts';

const EFFECT_HANDLERS: { readonly [T in EffectType]: EffectHandler<T> } = {
  observeStep,
  rereadTrack,
  submitConfiguration,
  pollConfiguration,
  assignRole,
  expireApproval,
  probeVault,
  planSetup,
  makeChange,
};

/** The type apart from its data, so that TypeScript pairs both with the handler. */
export const handleEffect = <T extends EffectType>(
  type: T,
  data: EffectData[T],
  context: EffectContext,
): Promise<EffectOutcome> => EFFECT_HANDLERS[type](data, context);
