/** The texts of what an observation found: one per harmful outcome, or it does not compile. */
import type { HarmfulOutcome, WatchedCheckId } from '@keyway/core';

/** Each stands alone: whole sentences that say what was found, and what it does. */
export type WatchCauses = {
  readonly [C in WatchedCheckId]: Readonly<Record<HarmfulOutcome<C>, string>>;
};
