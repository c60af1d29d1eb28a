/** Finds since when a run has waited on someone. */
import type { Actor, RunStatus, StepStatus } from '../../generated/enums.ts';

interface OpenRun {
  status: RunStatus;
  tracks: readonly { steps: readonly { status: StepStatus; since: string; actor?: Actor }[] }[];
}

/** Steps that someone must act on. */
const WAITING: ReadonlySet<StepStatus> = new Set(['READY', 'WAITING', 'BLOCKED', 'FAILED']);
const CLOSED: ReadonlySet<RunStatus> = new Set(['COMPLETED', 'CANCELLED']);

export const isClosed = ({ status }: { status: RunStatus }): boolean => CLOSED.has(status);

/**
 * Milliseconds since the epoch since which the oldest open step waits; null without one or if the
 * run ended.
 * @param actors on whom it waits; anybody if not given
 */
export function findWaitStart(run: OpenRun | null, actors?: readonly Actor[]): number | null {
  if (!run || isClosed(run)) return null;
  let oldest: number | null = null;
  for (const track of run.tracks) {
    for (const step of track.steps) {
      if (!WAITING.has(step.status)) continue;
      if (actors && !(step.actor && actors.includes(step.actor))) continue;
      const since = Date.parse(step.since);
      if (oldest === null || since < oldest) oldest = since;
    }
  }
  return oldest;
}
