/**
 * Plan version 2: AWS had no APPROVAL, an attested submission neither froze its track nor used its
 * approval, and a failed one did not say what it left at Adobe.
 */
import { withTrack } from '../change.ts';
import { isFrozenStep } from '../knowledge.ts';
import { planSteps } from '../plans/planFor.ts';
import type { RunDraft, Submission, SubmissionOutcome } from '../run.ts';
import { lockedStep, settledStep, type StepDraft } from '../stepState.ts';
import { deriveStep } from '../stepStatus.ts';
import { TRACK_IDS, type TrackId } from '../vocabulary.ts';
import { fromVersion3 } from './fromVersion3.ts';
import { assertRun } from './assertRun.ts';
import { objectIn, textIn, type Json, type StoredRun } from './storedRun.ts';

/** Straight to version 4: what version 3 changed is derived from a run in the current shape. */
export function fromVersion2(stored: StoredRun): StoredRun {
  const upcast = fromVersion3(stored);
  assertRun(upcast);
  let run: RunDraft = upcast;
  for (const track of TRACK_IDS) run = withEveryStep(run, track);
  const { submission, steps } = run.tracks.AEP;
  if (submission?.status === 'failed') {
    const outcome = outcomeOf(submission, failureMessage(stored));
    run = withTrack(run, 'AEP', { submission: { ...submission, outcome } });
  }
  if (steps.SUBMISSION?.attestation) run = frozenAsAttested(run);
  for (const track of TRACK_IDS) run = withDerivedStatuses(run, track);
  return { ...run };
}

/** Steps that the plan gained, in the plan's order. */
function withEveryStep(run: RunDraft, track: TrackId): RunDraft {
  const { steps } = run.tracks[track];
  const plan = planSteps(run, track);
  if (plan.every(({ id }) => steps[id])) return run;
  return withTrack(run, track, {
    steps: Object.fromEntries(plan.map(({ id }) => [id, steps[id] ?? lockedStep(run.updatedAt)])),
  });
}

function failureMessage(stored: StoredRun): string {
  const at = (value: Json | null, name: string) => objectIn(value?.[name]);
  const steps = at(at(at(stored, 'tracks'), 'AEP'), 'steps');
  return textIn(at(at(steps, 'SUBMISSION'), 'failure')?.['message']) ?? '';
}

function outcomeOf({ conflict, sends }: Submission, message: string): SubmissionOutcome {
  if (conflict || /^Adobe (shows|already has) a configuration named /.test(message))
    return 'exists';
  const sendsBefore = 5;
  return sends >= sendsBefore ? 'unknown' : 'refused';
}

function frozenAsAttested(run: RunDraft): RunDraft {
  const { approval } = run.tracks.AEP;
  // It was approved when the submission was attested; what came afterwards could not undo that.
  const used =
    approval?.decidedBy && (approval.status === 'approved' || approval.status === 'void');
  const spent = withTrack(run, 'AEP', used ? { approval: { ...approval, status: 'spent' } } : {});
  const notDone = planSteps(spent, 'AEP')
    .map(({ id }) => id)
    .filter((id) => isFrozenStep(spent, 'AEP', id) && id !== 'APPROVAL' && id !== 'SUBMISSION')
    .filter((id) => spent.tracks.AEP.steps[id]?.status !== 'DONE');
  if (notDone.length === 0) return spent;
  const steps = { ...spent.tracks.AEP.steps };
  for (const id of notDone) steps[id] = doneAgain(steps[id]!);
  return {
    ...withTrack(spent, 'AEP', { steps }),
    anomalies: [
      ...spent.anomalies,
      {
        at: run.updatedAt,
        track: 'AEP',
        step: 'SUBMISSION',
        code: 'changedAfterAttestation',
        values: { steps: notDone.join(', ') },
      },
    ],
  };
}

const doneAgain = (state: StepDraft): StepDraft => ({
  ...state,
  status: 'DONE',
  observing: false,
  acting: false,
  nextObservationAt: null,
});

function withDerivedStatuses(run: RunDraft, track: TrackId): RunDraft {
  let next = run;
  for (const step of planSteps(run, track)) {
    const draft = next.tracks[track].steps[step.id];
    if (!draft) continue;
    const derived = deriveStep(next, track, step, draft);
    const settled = settledStep(draft, derived, run.updatedAt);
    next = withTrack(next, track, { steps: { ...next.tracks[track].steps, [step.id]: settled } });
  }
  return next;
}
