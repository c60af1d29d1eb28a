/**
 * Which checks may be accepted with a reason, from what the server offers and which checks it calls
 * overridable.
 */
import type { TrackId } from '../../../generated/enums.ts';
import type { CheckView, RunView } from '../data/runFields.ts';
import { offeredAction } from './offeredAction.ts';

/** A warning, or a block by Keyway's own policy (GAP-19), that nobody has accepted yet. */
export const isAcceptable = (check: CheckView): boolean => !check.override && check.overridable;

/** Whether to offer accepting this check now. */
export const mayAccept = (run: RunView, track: TrackId, check: CheckView): boolean =>
  isAcceptable(check) && offeredAction(run, 'overrideCheck', track) !== null;
