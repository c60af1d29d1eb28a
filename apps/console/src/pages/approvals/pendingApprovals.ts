/** The pending approvals of runs, of which a change can bring a newer version. */
import type { ApprovalRun } from './approvalsDocument.ts';

export type ChangedRuns = ReadonlyMap<string, ApprovalRun>;

export interface PendingApproval {
  run: ApprovalRun;
  track: ApprovalRun['tracks'][number];
  /** Since when it waits for a decision. */
  since: string;
}

/** The key that the approval is for. */
export const keyOf = (track: PendingApproval['track'] | undefined): string | undefined =>
  track?.approval?.keyIdentifier ?? track?.key?.resolvedIdentifier ?? track?.key?.identifier;

const isNewer = (run: ApprovalRun, other: ApprovalRun | undefined): boolean =>
  !other || run.version > other.version;

/** The newest version of each run that has changed. */
export function keepNewest(known: ChangedRuns, changes: readonly ApprovalRun[]): ChangedRuns {
  const runs = new Map(known);
  for (const run of changes) if (isNewer(run, runs.get(run.id))) runs.set(run.id, run);
  return runs;
}

/**
 * The tracks with a pending approval in the newest version of each run, the longest wait first: of
 * those that this person may give, or of the others.
 */
export function listPendingApprovals(
  read: readonly ApprovalRun[],
  changed: ChangedRuns,
  mayDecide: boolean,
): PendingApproval[] {
  return [...keepNewest(changed, read).values()]
    .filter(({ organization }) => organization.archivedAt === null)
    .flatMap((run) =>
      run.tracks.flatMap((track) => {
        const step = track.steps.find((one) => one.id === 'APPROVAL');
        const isListed = (track.approval?.mayNotDecide === null) === mayDecide;
        return step?.status === 'WAITING' && isListed
          ? [{ run, track, since: track.approval?.requestedAt ?? step.since }]
          : [];
      }),
    )
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
}
