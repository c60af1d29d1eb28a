/** Finds since when a run has waited on someone. */
import type { RunStatus, StepStatus } from '../../generated/enums.ts';

interface OpenRun {
  status: RunStatus;
  tracks: readonly { steps: readonly { status: StepStatus; since: string }[] }[];
}

/** Steps that someone must act on. */
const OPEN: ReadonlySet<StepStatus> = new Set(['READY', 'WAITING', 'BLOCKED', 'FAILED']);

/** RFC 3339 time since which the oldest open step waits; null without one or if the run ended. */
export function findWaitStart(run: OpenRun): string | null {
  if (run.status === 'COMPLETED' || run.status === 'CANCELLED') return null;
  const open = run.tracks.flatMap((track) =>
    track.steps.filter((step) => OPEN.has(step.status)).map((step) => step.since),
  );
  return open.reduce<string | null>(
    (oldest, since) => (oldest === null || Date.parse(since) < Date.parse(oldest) ? since : oldest),
    null,
  );
}
