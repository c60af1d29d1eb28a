/** The handler of each type of effect. */
import type { EffectType } from '@keyway/core';
import { assignRole } from './assignRole.ts';
import type { EffectHandler } from './effectContext.ts';
import { expireApproval } from './expireApproval.ts';
import { observeStep } from './observeStep.ts';
import { pollConfiguration } from './pollConfiguration.ts';
import { rereadTrack } from './rereadTrack.ts';
import { submitConfiguration } from './submitConfiguration.ts';

export const EFFECT_HANDLERS = {
  observeStep,
  rereadTrack,
  submitConfiguration,
  pollConfiguration,
  assignRole,
  expireApproval,
} satisfies { [T in EffectType]: EffectHandler<T> };
