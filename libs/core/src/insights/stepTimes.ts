/** How long each step took over many runs, and who was waited for. */
import type { PlanStep } from '../plan.ts';
import { planFor } from '../plans/planFor.ts';
import type { TrackSummary } from '../runSummary.ts';
import type { Actor, StepId, TrackId } from '../vocabulary.ts';
import { STEP_IDS, TRACK_IDS } from '../vocabulary.ts';
import type { MeasuredRun } from './funnel.ts';

/** Every `Party`. */
export const PARTIES = ['PARTNER', 'CUSTOMER', 'ADOBE'] as const;
/** Who is waited for: those who use Keyway, the customer's administrators, or Adobe. */
export type Party = (typeof PARTIES)[number];

/** A step over many runs. */
export interface StepTime {
  track: TrackId;
  step: StepId;
  /** Whom the plan has do it. */
  party: Party;
  /** Runs in which it is done and its duration is known. */
  count: number;
  /** From when it could begin until it was done; null where `count` is 0. */
  medianSeconds: number | null;
  /** Nine of ten took no longer. */
  p90Seconds: number | null;
  /** Runs in which it could begin and is not done. They are in no duration. */
  openCount: number;
}

const PARTY_OF_ACTOR: Readonly<Record<Actor, Party>> = {
  PARTNER: 'PARTNER',
  APPROVER: 'PARTNER',
  SYSTEM: 'PARTNER',
  AZURE_ADMIN: 'CUSTOMER',
  ENTRA_ADMIN: 'CUSTOMER',
  AWS_ADMIN: 'CUSTOMER',
  ADOBE: 'ADOBE',
};

interface Measured {
  party: Party;
  durations: number[];
  openCount: number;
}

/** Steps that no run has are left out; the others are in the order of the plan. */
export function measureStepTimes(runs: readonly MeasuredRun[]): StepTime[] {
  const found = new Map<string, Measured>();
  for (const { startedAt, tracks } of runs)
    for (const track of tracks) addTrack(found, track, Date.parse(startedAt));
  return TRACK_IDS.flatMap((track) =>
    STEP_IDS.flatMap((step): StepTime[] => {
      const measured = found.get(`${track}/${step}`);
      if (!measured) return [];
      const { party, durations, openCount } = measured;
      const sorted = durations.toSorted((a, b) => a - b);
      return [
        {
          ...{ track, step, party, count: sorted.length, openCount },
          medianSeconds: quantile(sorted, 0.5),
          p90Seconds: quantile(sorted, 0.9),
        },
      ];
    }),
  );
}

function addTrack(found: Map<string, Measured>, { id, steps }: TrackSummary, started: number) {
  const plan = planOf(id, steps);
  const ends = new Map(
    steps.map(({ id: step, status, since }) => [
      step,
      status === 'DONE' || status === 'NOT_APPLICABLE' ? Date.parse(since) : Infinity,
    ]),
  );
  for (const { id: step, status, since } of steps) {
    const planned = plan.find((one) => one.id === step);
    if (!planned || status === 'NOT_APPLICABLE') continue;
    const key = `${id}/${step}`;
    const party = PARTY_OF_ACTOR[planned.actor];
    const measured = found.get(key) ?? { party, durations: [], openCount: 0 };
    found.set(key, measured);
    const began = couldBegin(plan, planned, ends, started);
    const end = Date.parse(since);
    if (status !== 'DONE') measured.openCount += status === 'LOCKED' ? 0 : 1;
    // A step that was attested before it could begin has no duration.
    else if (end >= began) measured.durations.push(Math.round((end - began) / 1000));
  }
}

/** A vault is on Azure alone, and every track there has one. */
const planOf = (track: TrackId, steps: readonly { id: StepId }[]): readonly PlanStep[] =>
  planFor(steps.some(({ id }) => id === 'VAULT') ? 'AZURE' : 'AWS').tracks[track] ?? [];

/**
 * When the steps before it were done, or the run began; never while one of them is open. What the
 * run does not have, such as POLICY of an old run, leads to what is before that.
 */
function couldBegin(
  plan: readonly PlanStep[],
  { after }: PlanStep,
  ends: ReadonlyMap<StepId, number>,
  started: number,
): number {
  const before = after.map((id) => {
    const end = ends.get(id);
    if (end !== undefined) return end;
    const absent = plan.find((one) => one.id === id);
    return absent ? couldBegin(plan, absent, ends, started) : started;
  });
  return Math.max(started, ...before);
}

/** By nearest rank: one of the durations that there were. */
const quantile = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
