/** Which steps are open for somebody and which can be folded away, and which one names the page. */
import type { RunStatus, StepStatus } from '../../../generated/enums.ts';
import type { StepView, TrackView } from '../data/runFields.ts';

const CURRENT: ReadonlySet<StepStatus> = new Set([
  'READY',
  'WORKING',
  'WAITING',
  'BLOCKED',
  'FAILED',
]);

/**
 * True for a step in which something happens or has to happen: its card is open unless a person
 * folded it.
 */
export const isCurrent = (step: { status: StepStatus }): boolean => CURRENT.has(step.status);

const NAMED_BY: Partial<Record<RunStatus, StepStatus[]>> = {
  BLOCKED: ['BLOCKED'],
  FAILED: ['FAILED'],
  WAITING: ['WAITING', 'WORKING'],
  IN_PROGRESS: ['WORKING', 'READY', 'WAITING'],
};

/**
 * The step that a run's status is about, for the tab's title: the first in that state that waits on
 * somebody, AEP before CJA. Null once it ended.
 */
export function namingStep(run: {
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

/**
 * True if a person must act: it fails, could not be checked, or is a warning nobody accepted.
 */
export const needsAttention = (check: Evaluated): boolean =>
  check.verdict !== 'PASS' && !check.override;

/** What needs attention first, worst first; the catalog's order otherwise. */
export function orderChecks<T extends Evaluated>(checks: readonly T[]): T[] {
  const weight = (check: T) => (needsAttention(check) ? SEVERITY[check.verdict] : SEVERITY.PASS);
  return checks.toSorted((a, b) => weight(a) - weight(b));
}

interface Explained extends Evaluated {
  observed: string | null;
  cause: string | null;
}

/**
 * Checks that could not be made for the reason that one above them gives: one refused call leaves a
 * whole step unknown.
 */
export function repeatsAbove<T extends Explained>(ordered: readonly T[]): ReadonlySet<T> {
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
