/**
 * The organization's one configuration: what Adobe has, or may have, of a run's submission
 * (docs/reference/run.md, rule 6; IRR-04; GAP-31).
 */
import type { EarlierSubmission, RunDraft, Submission, SubmissionOutcome } from './run.ts';
import { ADOBE_FAILED } from './stepStatus.ts';

/** What a submission that cannot go on left at Adobe; null while it can. */
export function outcomeOf({ status, outcome, statuses }: Submission): SubmissionOutcome | null {
  if (status === 'failed') return outcome ?? 'unknown';
  return status === 'sent' && statuses.at(-1)?.status === ADOBE_FAILED ? 'failed' : null;
}

const mayBeAtAdobe = (submission: Submission): boolean =>
  submission.status === 'sending' ||
  submission.status === 'sent' ||
  (submission.status === 'failed' && outcomeOf(submission) !== 'refused');

/**
 * The newest submission that a retry left behind and that binds the next one; null where the next
 * one is free.
 */
export const earlierSubmission = (run: RunDraft): EarlierSubmission | null =>
  run.tracks.AEP.earlierSubmissions?.at(-1) ?? null;

/**
 * The ID of what holds the organization's one configuration; `attested` where a person said that it
 * was submitted; null where nothing does.
 */
export function heldConfiguration(run: RunDraft): string | null {
  const { submission, steps } = run.tracks.AEP;
  if (steps.SUBMISSION?.attestation) return 'attested';
  if (submission && mayBeAtAdobe(submission)) return submission.id;
  return earlierSubmission(run)?.id ?? null;
}

/**
 * Whether something of the run has or may have reached Adobe for good: what was sent or said
 * depends on the organization as it was.
 */
export const hasSubmitted = (run: RunDraft): boolean =>
  heldConfiguration(run) !== null || run.tracks.CJA.ticket !== null;
