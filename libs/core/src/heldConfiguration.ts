/**
 * The organization's only configuration: what Adobe has, or may have, from a run
 * (docs/reference/run.md, rule 6; IRR-04; GAP-31).
 */
import type { EarlierSubmission, RunDraft, Submission, SubmissionOutcome } from './run.ts';
import { ADOBE_FAILED } from './stepStatus.ts';

/** What a finished submission left at Adobe; null while it can continue. */
export function outcomeOf({ status, outcome, statuses }: Submission): SubmissionOutcome | null {
  if (status === 'failed') return outcome ?? 'unknown';
  return status === 'sent' && statuses.at(-1)?.status === ADOBE_FAILED ? 'failed' : null;
}

const mayBeAtAdobe = (submission: Submission): boolean =>
  submission.status === 'sending' ||
  submission.status === 'sent' ||
  (submission.status === 'failed' && outcomeOf(submission) !== 'refused');

/**
 * The submission before the last retry, which limits the next one; null where nothing limits it.
 */
export const earlierSubmission = (run: RunDraft): EarlierSubmission | null =>
  run.tracks.AEP.earlierSubmissions?.at(-1) ?? null;

/**
 * The ID of the submission that has, or may have, created the configuration; `attested` where a
 * person attested it; null where there is none.
 */
export function heldConfiguration(run: RunDraft): string | null {
  const { submission, steps, attesting } = run.tracks.AEP;
  if (steps.SUBMISSION?.attestation || attesting) return 'attested';
  if (submission && mayBeAtAdobe(submission)) return submission.id;
  return earlierSubmission(run)?.id ?? null;
}

/** Whether Adobe has, or may have, something from the run that can't be undone. */
export const hasSubmitted = (run: RunDraft): boolean =>
  heldConfiguration(run) !== null || run.tracks.CJA.ticket !== null;
