/** Since when it has been the turn of whoever a run waits on. Pure. */
import type { RunStatus, StepStatus } from '../../generated/enums.ts';

interface OpenRun {
  status: RunStatus;
  tracks: readonly { steps: readonly { status: StepStatus; since: string }[] }[];
}

/** Steps on which somebody has to act, or on which somebody is waited for. */
const OPEN: ReadonlySet<StepStatus> = new Set(['READY', 'WAITING', 'BLOCKED', 'FAILED']);

/**
 * RFC 3339 of the step that has stood open the longest; null where none does or the run is over.
 */
export function waitingSince(run: OpenRun): string | null {
  if (run.status === 'COMPLETED' || run.status === 'CANCELLED') return null;
  const open = run.tracks.flatMap((track) =>
    track.steps.filter((step) => OPEN.has(step.status)).map((step) => step.since),
  );
  return open.reduce<string | null>(
    (oldest, since) => (oldest === null || Date.parse(since) < Date.parse(oldest) ? since : oldest),
    null,
  );
}
