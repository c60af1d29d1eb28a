import { lockChain } from '../history/appendHistory.ts';
import { findCurrentRun } from '../runs/findRuns.ts';
import type { StoredRun } from '../runs/runRecord.ts';
import type { Unit } from '../tenancy/view.ts';
import { findOrganization } from './findOrganizations.ts';
import type { OrganizationRecord } from './organizationRecord.ts';

export interface LockedOrganization {
  organization: OrganizationRecord;
  currentRun: StoredRun | null;
}

/** The organization and its run, read after its lock was won. Null: the viewer sees none. */
export async function lockOrganization(unit: Unit, id: string): Promise<LockedOrganization | null> {
  if (!(await findOrganization(unit, id))) return null;
  await lockChain(unit.sql, id);
  const organization = (await findOrganization(unit, id))!;
  return { organization, currentRun: await findCurrentRun(unit, id) };
}
