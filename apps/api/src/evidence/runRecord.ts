/** A run as `runs.json` has it: what is known and decided, without what only Keyway works with. */
import { globalId, trackStatus } from '@keyway/core';
import type { StoredRun } from '@keyway/store';

export function runRecord({ id, organizationId, run }: StoredRun) {
  const { organization, owner, policy, connections } = run;
  const { id: _id, ...details } = organization;
  return {
    id: globalId('Run', id),
    organization: { id: globalId('Organization', organizationId), ...details },
    ...{ startedAt: run.startedAt, updatedAt: run.updatedAt, completedAt: run.completedAt },
    owner: owner && { id: globalId('Member', owner.memberId), name: owner.name },
    ...{ dueAt: run.dueAt, cancelled: run.cancelled, policy, connections },
    tracks: Object.values(run.tracks)
      .filter(({ applicable }) => applicable)
      .map(({ applicable: _applicable, ...track }) => ({
        status: trackStatus(run, track.id),
        ...track,
      })),
    anomalies: run.anomalies,
  };
}
