import { findCurrentRuns } from '../runs/findRuns.ts';
import type { ChainEnd } from '../runs/advanceValues.ts';
import type { StoredRun } from '../runs/runRecord.ts';
import { lockChains } from '../runs/startRuns.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { findOrganizations } from './findOrganizations.ts';
import type { OrganizationRecord } from './organizationRecord.ts';

export interface LockedOrganization {
  organization: OrganizationRecord;
  currentRun: StoredRun | null;
  /** Of its history. */
  end: ChainEnd;
}

/** The organization and its run, read after its lock was won. Null: the viewer sees none. */
export async function lockOrganization(unit: Unit, id: string): Promise<LockedOrganization | null> {
  if (!isUuid(id)) return null;
  unit.sql.enter(id);
  // Sent together and answered in order, the lock first.
  const [[end], [organization], [currentRun]] = await Promise.all([
    lockChains(unit, [id]),
    findOrganizations(unit, [id]),
    findCurrentRuns(unit, [id]),
  ]);
  return organization && end ? { organization, currentRun: currentRun ?? null, end } : null;
}
