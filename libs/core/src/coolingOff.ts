/** Approvals that can't be used yet. A waiting time ends without an event: `now` decides. */
import { approvalUsableAt } from './approvalGuards.ts';
import type { RunDraft } from './run.ts';
import type { RunSummary, StepSummary, TrackSummary } from './runSummary.ts';
import type { Instant, StepId, StepStatus, TrackId } from './vocabulary.ts';

/** The step that waits for the time to be over. */
export interface CoolingOff {
  track: TrackId;
  step: StepId;
  until: Instant;
}

const NEXT_STEPS = { AEP: 'SUBMISSION', CJA: 'TICKET' } as const satisfies Record<TrackId, StepId>;

/** When the approval that the track's next step waits for can be used; null: at once, or none. */
export function usableFrom(run: RunDraft, track: TrackId): Instant | null {
  const { approval, steps } = run.tracks[track];
  if (run.policy.coolingOffSeconds === 0 || approval?.status !== 'approved') return null;
  return steps[NEXT_STEPS[track]]?.status === 'READY' ? approvalUsableAt(run, approval) : null;
}

/** Until when the step waits for the cooling-off; null where it doesn't, or no longer does. */
export function coolingOffUntil(
  run: RunDraft,
  track: TrackId,
  step: StepId,
  now: Instant,
): Instant | null {
  if (step !== NEXT_STEPS[track]) return null;
  const from = usableFrom(run, track);
  return from !== null && now < from ? from : null;
}

type Cooling = Pick<RunSummary, 'status' | 'waitingOn'> & {
  tracks: readonly (Pick<TrackSummary, 'id' | 'usableFrom'> & { steps: readonly StepSummary[] })[];
};

/** Every cooling-off of a run that lasts, AEP before CJA. */
export const coolingOffsOf = ({ tracks }: Cooling, now: Instant): CoolingOff[] =>
  tracks.flatMap(({ id, usableFrom: until }) =>
    until && now < until ? [{ track: id, step: NEXT_STEPS[id], until }] : [],
  );

const OVER: ReadonlySet<StepStatus> = new Set(['LOCKED', 'DONE', 'NOT_APPLICABLE']);

/** Until when nobody can act, since every open step waits for a cooling-off; null: somebody can. */
export function nobodysTurnUntil(run: Cooling, now: Instant): Instant | null {
  const waiting = coolingOffsOf(run, now);
  const others = run.tracks
    .flatMap(({ steps }) => steps)
    .filter(
      ({ id, track, status }) =>
        !OVER.has(status) && !waiting.some((one) => one.track === track && one.step === id),
    );
  if (waiting.length === 0 || others.length > 0) return null;
  return waiting.map(({ until }) => until).toSorted()[0]!;
}
