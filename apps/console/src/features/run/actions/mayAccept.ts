/**
 * Which checks can be accepted with a reason, from the actions that the server offers and the
 * policy that decides on the run.
 */
import type { TrackId } from '../../../generated/enums.ts';
import type { CheckView, RunView } from '../data/runFields.ts';
import { findOfferedAction } from './findOfferedAction.ts';

const isOpen = (check: CheckView): boolean => !check.override && check.overridable;
const isForbidden = (run: RunView, check: string): boolean =>
  run.policy.neverAccept.includes(check);

/** What could be accepted, if the policy didn't forbid it. */
export const isNeverAccepted = (run: RunView, check: CheckView): boolean =>
  isOpen(check) && isForbidden(run, check.id);

/** Whether the policy forbids a name that the check of names warns about (VAL-26). */
export const isNameNeverAccepted = (run: RunView, verdict: string | undefined): boolean =>
  verdict === 'WARN' && isForbidden(run, 'configurationNameIsSafe');

/** A warning, or a block by Keyway's own policy (GAP-19), that no one has accepted. */
export const isAcceptable = (run: RunView, check: CheckView): boolean =>
  isOpen(check) && !isForbidden(run, check.id);

/** Whether this person can accept this check now. */
export const mayAccept = (run: RunView, track: TrackId, check: CheckView): boolean =>
  isAcceptable(run, check) && findOfferedAction(run, 'overrideCheck', track) !== null;
