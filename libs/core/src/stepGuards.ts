/** Shared by the guards: finding the step of a request, and why it is locked. */
import { planStep, planSteps } from './plans/planFor.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run, RunDraft } from './run.ts';
import type { StepState } from './stepState.ts';
import type { StepId, TrackId } from './vocabulary.ts';

/** The step's state, or a refusal where the track doesn't have the step. */
export function findStep(run: Run, track: TrackId, step: StepId): StepState | Refusal {
  if (!run.tracks[track].applicable) return refuse('trackNotApplicable', ['track'], { track });
  const state = planStep(run, track, step) ? run.tracks[track].steps[step] : undefined;
  if (state) return state;
  const steps = planSteps(run, track).map((candidate) => candidate.id);
  return refuse('stepNotOnTrack', ['step'], { step, track, steps });
}
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'reason' in value;

export function stepLockedRefusal(run: Run, track: TrackId, step: StepId): Refusal {
  const open =
    planStep(run, track, step)?.after.filter(
      (id) => run.tracks[track].steps[id]?.status !== 'DONE',
    ) ?? [];
  return refuse('stepLocked', ['step'], { step, open });
}

/** The refusal, about a field that the mutation's input has. */
export const withField = (refusal: Refusal, field: string): Refusal => ({
  ...refusal,
  field: [field],
});

/** The facts are being read again, for a submission by Keyway or by a person. */
export const isRereading = (run: RunDraft, track: TrackId): boolean =>
  track === 'AEP' &&
  (run.tracks.AEP.submission?.status === 'rereading' || run.tracks.AEP.attesting !== undefined);
