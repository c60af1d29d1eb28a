/** Which steps are current, which one names the page, and in which order checks are shown. */
import type { RunStatus, StepStatus } from '../../../generated/enums.ts';
import type { StepView, TrackView } from '../data/runFields.ts';

const CURRENT: ReadonlySet<StepStatus> = new Set([
  'READY',
  'WORKING',
  'WAITING',
  'BLOCKED',
  'FAILED',
]);

/** Whether something happens or must happen in a step. Its card is then open by default. */
export const isCurrent = (step: { status: StepStatus }): boolean => CURRENT.has(step.status);

const NAMED_BY: Partial<Record<RunStatus, StepStatus[]>> = {
  BLOCKED: ['BLOCKED'],
  FAILED: ['FAILED'],
  WAITING: ['WAITING', 'WORKING'],
  IN_PROGRESS: ['WORKING', 'READY', 'WAITING'],
};

/**
 * The step that a run's status is about, for the tab's title: the first with that status that waits
 * on a person, AEP before CJA. Null if the run has ended.
 */
export function findTitleStep(run: {
  status: RunStatus;
  tracks: readonly TrackView[];
}): StepView | null {
  const steps = run.tracks.flatMap((track) => track.steps);
  for (const status of NAMED_BY[run.status] ?? []) {
    const inState = steps.filter((step) => step.status === status);
    // Propagation finishes without anyone; other waits need a person.
    const found = inState.find((step) => step.actor !== 'SYSTEM') ?? inState[0];
    if (found) return found;
  }
  return null;
}

/** What one track is about: its worst step first, then what waits on a person. */
const OF_TRACK: readonly StepStatus[] = ['FAILED', 'BLOCKED', 'READY', 'WAITING', 'WORKING'];

/** The step that a track is at; null where all of its steps are done, or none is open. */
export function findTrackStep({ steps }: TrackView): StepView | null {
  for (const status of OF_TRACK) {
    const found = steps.find((step) => step.status === status);
    if (found) return found;
  }
  return null;
}

export type StepGroupKind = 'done' | 'open' | 'ahead';

/** From so many steps on, those that are done, or not yet possible, are folded together. */
const MIN_FOLDED = 3;

/**
 * Steps in the order in which a person reads them: done, then open, then ahead; each in the plan's
 * order. What is little to fold stays among the open ones, and all of a run that has ended.
 */
export function groupSteps<T extends { status: StepStatus }>(
  steps: readonly T[],
): { kind: StepGroupKind; steps: T[] }[] {
  const stateOf = ({ status }: T): StepGroupKind =>
    status === 'LOCKED' ? 'ahead' : isCurrent({ status }) ? 'open' : 'done';
  const isLong = (kind: StepGroupKind) =>
    steps.filter((step) => stateOf(step) === kind).length >= MIN_FOLDED;
  const hasOpen = steps.some(isCurrent);
  const kindOf = (step: T): StepGroupKind =>
    hasOpen && isLong(stateOf(step)) ? stateOf(step) : 'open';
  return (['done', 'open', 'ahead'] as const)
    .map((kind) => ({ kind, steps: steps.filter((step) => kindOf(step) === kind) }))
    .filter(({ steps: of }) => of.length > 0);
}

const SEVERITY = { BLOCK: 0, UNKNOWN: 1, WARN: 2, PASS: 3 } as const;

interface Evaluated {
  verdict: keyof typeof SEVERITY;
  override: unknown;
}

/** Whether a person must act on a check: it fails, is unknown, or is a warning not accepted. */
export const needsAttention = (check: Evaluated): boolean =>
  check.verdict !== 'PASS' && !check.override;

/** From so many on, checks that nobody has to read are folded below the others. */
const MIN_FOLDED_CHECKS = 2;

/**
 * The checks that a person reads, those that are unknown for the same reason as one above, and
 * those that passed. A few stay among the others, and so do all where all passed.
 */
export function foldChecks<T extends Explained>(
  ordered: readonly T[],
): { shown: T[]; repeats: T[]; passed: T[] } {
  const repeated = findRepeats(ordered);
  const isPassed = ({ verdict }: T) => verdict === 'PASS';
  const long = (checks: T[]) => (checks.length < MIN_FOLDED_CHECKS ? [] : checks);
  const repeats = long([...repeated]);
  const passed = ordered.every(isPassed) ? [] : long(ordered.filter(isPassed));
  const folded = new Set([...repeats, ...passed]);
  return { shown: ordered.filter((check) => !folded.has(check)), repeats, passed };
}

/** Checks that need attention first, the worst first; otherwise in the catalog's order. */
export function orderChecks<T extends Evaluated>(checks: readonly T[]): T[] {
  const weight = (check: T) => (needsAttention(check) ? SEVERITY[check.verdict] : SEVERITY.PASS);
  return checks.toSorted((a, b) => weight(a) - weight(b));
}

interface Explained extends Evaluated {
  observed: string | null;
  cause: string | null;
}

/**
 * Checks that are unknown for the same reason as one above them: one refused call makes a whole
 * step unknown.
 */
export function findRepeats<T extends Explained>(ordered: readonly T[]): ReadonlySet<T> {
  const isSame = (a: T, b: T) =>
    a.verdict === b.verdict && a.observed === b.observed && a.cause === b.cause;
  return new Set(
    ordered.filter(
      (check, index) =>
        check.verdict === 'UNKNOWN' &&
        check.observed !== null &&
        ordered.slice(0, index).some((one) => isSame(one, check)),
    ),
  );
}
