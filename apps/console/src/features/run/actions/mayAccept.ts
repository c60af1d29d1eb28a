/** Which checks can be accepted with a reason: what the server says of them, and offers. */
import type { TrackId } from '../../../generated/enums.ts';
import type { CheckView, RunView } from '../data/runFields.ts';
import { findOfferedAction } from './findOfferedAction.ts';

/** What could be accepted, if the policy didn't forbid it. */
export const isNeverAccepted = (check: CheckView): boolean =>
  !check.override && check.neverAccepted;

/** A warning, or a block by Keyway's own policy (GAP-19), that no one has accepted. */
export const isAcceptable = (check: CheckView): boolean => !check.override && check.overridable;

/** Whether this person can accept this check now. */
export const mayAccept = (run: RunView, track: TrackId, check: CheckView): boolean =>
  isAcceptable(check) && findOfferedAction(run, 'overrideCheck', track) !== null;
