/** The pending approvals of runs, of which a change can bring a newer version. */
import { compareNames } from '../../features/organization/compareNames.ts';
import type { PendingApprovalOrder } from '../../generated/graphql.ts';
import type { ApprovalRun } from './approvalsDocument.ts';

export type ChangedRuns = ReadonlyMap<string, ApprovalRun>;

export interface PendingApproval {
  run: ApprovalRun;
  track: ApprovalRun['tracks'][number];
  /** Since when it waits for a decision. */
  since: string;
}

/** What the page lists: for whom, of which names, and in which order. */
export interface PendingList {
  mayDecide: boolean;
  text?: string | undefined;
  orderBy: PendingApprovalOrder;
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

/** As the server finds a text: a short one in names alone. */
function contains({ name, imsOrgId }: ApprovalRun['organization'], text = ''): boolean {
  const wanted = text.trim().toLowerCase();
  const inId = wanted.length >= SHORTEST_IN_ID && imsOrgId.toLowerCase().includes(wanted);
  return inId || name.toLowerCase().includes(wanted);
}
const SHORTEST_IN_ID = 3;

const bySince = (one: PendingApproval, other: PendingApproval): number =>
  Date.parse(one.since) - Date.parse(other.since);
const byName = (one: PendingApproval, other: PendingApproval): number =>
  compareNames(one.run.organization.name, other.run.organization.name);

/**
 * The tracks with a pending approval in the newest version of each run: of those that this person
 * may give, or of the others.
 */
export function listPendingApprovals(
  read: readonly ApprovalRun[],
  changed: ChangedRuns,
  { mayDecide, text, orderBy }: PendingList,
): PendingApproval[] {
  return [...keepNewest(changed, read).values()]
    .filter(({ organization }) => organization.archivedAt === null && contains(organization, text))
    .flatMap((run) =>
      run.tracks.flatMap((track) => {
        const step = track.steps.find((one) => one.id === 'APPROVAL');
        const isListed = (track.approval?.mayNotDecide === null) === mayDecide;
        return step?.status === 'WAITING' && isListed
          ? [{ run, track, since: track.approval?.requestedAt ?? step.since }]
          : [];
      }),
    )
    .toSorted(orderBy === 'NAME' ? byName : bySince);
}
