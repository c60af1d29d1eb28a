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

const SEVERITY = { BLOCK: 0, UNKNOWN: 1, WARN: 2, PASS: 3 } as const;

interface Evaluated {
  verdict: keyof typeof SEVERITY;
  override: unknown;
}

/** Whether a person must act on a check: it fails, is unknown, or is a warning not accepted. */
export const needsAttention = (check: Evaluated): boolean =>
  check.verdict !== 'PASS' && !check.override;

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
