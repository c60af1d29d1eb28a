/**
 * Reads every fact of a track again: before a submission, around the ticket, and after a failure
 * (docs/reference/api.md, "Verify and submit").
 */
import { jobKeys, withStep, type LaterObservation, type Outcome } from '../change.ts';
import type { CheckValues } from '../check.ts';
import { isRetryable } from '../connectorError.ts';
import type { Effect } from '../effect.ts';
import type { RereadPurpose, RunEventOf } from '../event.ts';
import { failureOf } from '../facts.ts';
import { isFrozen } from '../knowledge.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { backOffDue } from '../polling.ts';
import type { Approval, Run, RunDraft, Voided } from '../run.ts';
import { isConnected } from '../stepStatus.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { expired } from './approval.ts';
import { applyFacts } from './observation.ts';

/** After so many rereads that fail in an outage the submission is aborted. */
const MAX_REREADS = 8;

export const rereadEffect = (
  track: TrackId,
  purpose: RereadPurpose,
  attempt: number,
  due: Effect['due'],
): Effect => ({
  type: 'rereadTrack',
  jobKey: jobKeys.reread(track),
  data: { track, purpose, attempt },
  due,
});
const transientFailure = (facts: RunEventOf<'trackReread'>['data']['facts']): ReadFailure | null =>
  facts.map(failureOf).find((failure) => failure !== null && isRetryable(failure.kind)) ?? null;

/** Read again later where an outage made it fail; null where what was read counts. */
export function rereadAgain(run: Run, { data }: RunEventOf<'trackReread'>): Outcome | null {
  const { track, purpose, attempt } = data;
  const failure = transientFailure(data.facts);
  if (!failure || attempt >= MAX_REREADS) return null;
  const effect = rereadEffect(track, purpose, attempt + 1, backOffDue(attempt, failure));
  return { run, changed: false, effects: [effect] };
}

/** The run with what was read applied to its steps. */
export function applyReread(run: RunDraft, event: RunEventOf<'trackReread'>): RunDraft {
  const { track, facts, timeScale } = event.data;
  // What was read with a credential that was withdrawn meanwhile could not be read again.
  const readable = facts.filter(({ step }) => isConnected(run, step));
  return readable.reduce((next, seen) => applyFacts(next, track, seen, event.at, timeScale), run);
}

export const laterObservations = ({
  data: { track, facts, timeScale },
}: RunEventOf<'trackReread'>): LaterObservation[] =>
  facts.map(({ step }) => ({ track, step, attempt: 0, timeScale }));

/** The approval after a reread that sent nothing. */
export function withoutEffect(approval: Approval, now: Instant, changed: CheckValues): Approval {
  // Voided or withdrawn while the facts were read: that is why.
  if (approval.status !== 'approved') return approval;
  const { expiresAt } = approval;
  const voided: Voided =
    expiresAt !== null && now >= expiresAt
      ? expired(expiresAt)
      : { code: 'factsDiffer', values: changed, at: now };
  return { ...approval, status: 'void', voided };
}

/** AEP-43: FAILED comes without a reason; the checks that do not pass now are put beside it. */
export function diagnosed(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const again = rereadAgain(run, event);
  if (again) return again;
  const seen = applyReread(run, event);
  const found = event.data.facts.flatMap(
    ({ step }) =>
      seen.tracks.AEP.steps[step]?.checks.filter((check) => check.verdict !== 'PASS') ?? [],
  );
  if (!isFrozen(run, 'AEP')) return { run: seen };
  const own =
    run.tracks.AEP.steps.ACTIVATION?.checks.filter(
      ({ check }) => check === 'configurationStatusIsRead',
    ) ?? [];
  const checks = [...own, ...found.map((check) => ({ ...check, checkedAt: event.at }))];
  return { run: withStep(run, 'AEP', 'ACTIVATION', { checks }) };
}
