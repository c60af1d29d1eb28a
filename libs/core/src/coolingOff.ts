/** Approvals that can't be used yet. A waiting time ends without an event: `now` decides. */
import { approvalUsableAt } from './approvalGuards.ts';
import type { RunDraft } from './run.ts';
import type { RunSummary, StepSummary, TrackSummary } from './runSummary.ts';
import type { Actor, Instant, StepId, StepStatus, TrackId } from './vocabulary.ts';

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

/** Who acts in the steps that can wait for a cooling-off. */
const WAITS: Actor = 'PARTNER';

/**
 * From when on the run waits on the partner, whose open steps all wait for a cooling-off; null:
 * already, or not at all. It does not depend on the time, so that it can be stored.
 */
export function partnersTurnFrom(run: Cooling): Instant | null {
  if (!run.waitingOn.includes(WAITS)) return null;
  const open = run.tracks.flatMap(({ id, usableFrom, steps }) =>
    steps
      .filter(({ status, actor }) => actor === WAITS && !OVER.has(status))
      .map((step) => (step.id === NEXT_STEPS[id] ? usableFrom : null)),
  );
  if (open.includes(null)) return null;
  return open.flatMap((from) => from ?? []).toSorted()[0] ?? null;
}

/** Who must act at a time: not yet the partner while a cooling-off lasts. */
export function waitingOnAt(run: Cooling, now: Instant): Actor[] {
  const from = partnersTurnFrom(run);
  return from !== null && now < from ? run.waitingOn.filter((one) => one !== WAITS) : run.waitingOn;
}

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
