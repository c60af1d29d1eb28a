/** How far organizations were at the end of each week, by when their steps were done. */
import type { RunSummary, StepSummary } from '../runSummary.ts';
import type { Instant, StepId } from '../vocabulary.ts';

/** Every `Phase`, in the order in which a run passes them. */
export const PHASES = ['PREPARATION', 'APPROVAL', 'SUBMISSION', 'ADOBE', 'COMPLETED'] as const;
/**
 * What a run is at, by the track that is furthest behind: the keys are prepared, an approval is
 * missing, what was approved was not sent, Adobe has it, or all is done.
 */
export type Phase = (typeof PHASES)[number];

/** What the figures are made of. */
export interface MeasuredRun extends Pick<RunSummary, 'startedAt' | 'completedAt' | 'tracks'> {
  organizationId: string;
}

/** Organizations by phase at the end of a week. */
export interface FunnelWeek {
  /** Monday, 00:00 UTC. */
  weekStart: Instant;
  /** Every phase, in the order of `PHASES`. */
  counts: { phase: Phase; count: number }[];
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** The first Monday since 1970-01-01, which was a Thursday. */
const FIRST_MONDAY = 4 * DAY;

const PHASE_OF_STEP: Readonly<Record<StepId, Phase>> = {
  ENTITLEMENT: 'PREPARATION',
  VAULT: 'PREPARATION',
  NETWORK: 'PREPARATION',
  KEY: 'PREPARATION',
  POLICY: 'PREPARATION',
  APP_REGISTRATION: 'PREPARATION',
  CONSENT: 'PREPARATION',
  ROLE: 'PREPARATION',
  APPROVAL: 'APPROVAL',
  SUBMISSION: 'SUBMISSION',
  TICKET: 'SUBMISSION',
  ACTIVATION: 'ADOBE',
  CONFIRMATION: 'ADOBE',
};

/**
 * The last weeks, oldest first, with the current one as it is now. An organization counts by the
 * run that was its newest then, from the week on in which its first one began.
 *
 * @param runs newest first
 * @param weeks at least 1
 */
export function measureFunnel(
  runs: readonly MeasuredRun[],
  weeks: number,
  now: Instant,
): FunnelWeek[] {
  const until = Date.parse(now);
  const current = until - ((until - FIRST_MONDAY) % WEEK);
  const byOrganization = Map.groupBy(
    runs.map(milestonesOf),
    ({ organizationId }) => organizationId,
  );
  return Array.from({ length: weeks }, (_, index) => {
    const start = current - (weeks - 1 - index) * WEEK;
    const end = Math.min(start + WEEK, until);
    const counts = PHASES.map((phase) => ({ phase, count: 0 }));
    for (const ofOne of byOrganization.values()) {
      const run = ofOne.find(({ started }) => started <= end);
      if (run) counts[phaseAt(run, end)]!.count += 1;
    }
    return { weekStart: new Date(start).toISOString(), counts };
  });
}

/** Times in milliseconds since the epoch; Infinity: not yet. */
interface Milestones {
  organizationId: string;
  started: number;
  completed: number;
  /** Of each track that applies, when all steps of each phase were done. */
  tracks: number[][];
}

function milestonesOf({ organizationId, startedAt, completedAt, tracks }: MeasuredRun): Milestones {
  return {
    organizationId,
    started: Date.parse(startedAt),
    completed: completedAt === null ? Infinity : Date.parse(completedAt),
    tracks: tracks
      .filter(({ status, steps }) => status !== 'NOT_APPLICABLE' && steps.length > 0)
      .map(({ steps }) =>
        PHASES.map((phase) => {
          const ends = steps.filter(({ id }) => PHASE_OF_STEP[id] === phase).map(endOf);
          return ends.length > 0 ? Math.max(...ends) : Infinity;
        }),
      ),
  };
}

const endOf = ({ status, since }: StepSummary): number =>
  status === 'DONE' || status === 'NOT_APPLICABLE' ? Date.parse(since) : Infinity;

const WITH_ADOBE = PHASES.indexOf('ADOBE');
const COMPLETED = PHASES.indexOf('COMPLETED');

/**
 * The index of the phase: of each track that after the last one that was done, because what comes
 * before a submission decides nothing any more. A run alone says that it is completed.
 */
function phaseAt({ completed, tracks }: Milestones, at: number): number {
  if (completed <= at) return COMPLETED;
  const reached = tracks.map((ends) => ends.findLastIndex((end) => end <= at) + 1);
  return Math.min(WITH_ADOBE, ...reached);
}
