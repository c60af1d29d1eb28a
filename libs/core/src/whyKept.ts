/** Which archived organizations must not be deleted, however long ago they were archived. */
import { earlierSubmission, outcomeOf } from './heldConfiguration.ts';
import type { RunDraft } from './run.ts';
import { isClosed } from './runStatus.ts';
import { callsToAwait } from './setup/openCalls.ts';
import type { Instant } from './vocabulary.ts';

/** Why the record of a run is still needed. */
export type KeptBecause = 'runOpen' | 'submissionInDoubt' | 'changeInFlight';

/** Whether it isn't certain what Adobe has of the run (GAP-31). */
function isInDoubt(run: RunDraft): boolean {
  const { submission } = run.tracks.AEP;
  const isOpen = submission?.status === 'rereading' || submission?.status === 'sending';
  if (submission && (isOpen || submission.unresolved || outcomeOf(submission) === 'unknown'))
    return true;
  return run.completedAt === null && earlierSubmission(run)?.outcome === 'unknown';
}

/** Null where the run's record may be deleted. */
export function whyKept(run: RunDraft, now: Instant): KeptBecause | null {
  if (!isClosed(run)) return 'runOpen';
  if (isInDoubt(run)) return 'submissionInDoubt';
  return callsToAwait(run, now).length > 0 ? 'changeInFlight' : null;
}
