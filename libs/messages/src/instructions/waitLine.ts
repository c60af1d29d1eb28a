import { modeOf, type StepId } from '@keyway/core';
import type { Setting } from './setting.ts';

/** What follows a change at Azure: where nothing is connected, Keyway checks nothing. */
export const waitLine = ({ run, track }: Setting, step: StepId): 'wait' | 'waitOnly' =>
  modeOf(run, track, step) === 'ATTESTED' ? 'waitOnly' : 'wait';
