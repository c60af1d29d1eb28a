/**
 * Corrects details of one or many organizations: rows, history and open runs together, or nothing.
 */
import {
  correctedOrganization,
  refuse,
  type Organization,
  type OrganizationCorrection,
  type OrganizationField,
  type Refusal,
} from '@keyway/core';
import { inParts } from '../database/inParts.ts';
import { withModels } from '../database/models.ts';
import { isUniqueViolation } from '../database/retry.ts';
import { appendHistory } from '../history/appendHistory.ts';
import { storable } from '../history/storableJson.ts';
import { applyToOpenRun } from '../runs/applyEvent.ts';
import { findCurrentRuns } from '../runs/findRuns.ts';
import type { StoredRun } from '../runs/runRecord.ts';
import { lockChains } from '../runs/startRuns.ts';
import { sortKey } from '../sortKey.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import { Refused } from '../tenancy/refused.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { findByImsOrgId, findOrganizations } from './findOrganizations.ts';
import type { FieldChange, OrganizationChange, OrganizationRecord } from './organizationRecord.ts';
import { noOrganization } from './organizationRefusals.ts';
import { organizationOfRun } from './organizationRow.ts';

export type Changed =
  { organization: OrganizationRecord; changes: FieldChange[] } | { refusals: Refusal[] };

const taken = (imsOrgId: string): Refusal => refuse('imsOrgIdTaken', ['imsOrgId'], { imsOrgId });

/**
 * Returns for every organization that was given, in order. With `dryRun` nothing is locked or
 * written: the answer is what would change.
 */
export async function changeOrganizations(
  unit: Unit,
  given: readonly OrganizationChange[],
  occurrence: () => Occurrence,
  dryRun = false,
): Promise<Map<string, Changed>> {
  const ids = given.map(({ organizationId }) => organizationId).filter(isUuid);
  // In the order in which the database sorts them, so that the parts lock in one order.
  if (!dryRun) await inParts(ids.toSorted(), (part) => lockChains(unit, part));
  const found = await inParts(ids, (part) => findOrganizations(unit, part));
  const organizations = new Map(found.map((each) => [each.id, each]));
  const current = await inParts(ids, (part) => findCurrentRuns(unit, part));
  const runs = new Map(current.map((each) => [each.organizationId, each]));
  const changed = new Map<string, Changed>();
  for (const { organizationId, correction } of given) {
    const organization = organizations.get(organizationId);
    const outcome = organization
      ? await changeOne(
          unit,
          organization,
          runs.get(organizationId) ?? null,
          correction,
          dryRun ? null : occurrence,
        )
      : { refusals: [noOrganization()] };
    changed.set(organizationId, outcome);
  }
  return changed;
}

async function changeOne(
  unit: Unit,
  record: OrganizationRecord,
  current: StoredRun | null,
  correction: OrganizationCorrection,
  occurrence: (() => Occurrence) | null,
): Promise<Changed> {
  const before = organizationOfRun(record);
  const status = {
    run: current?.run ?? null,
    hasConfiguration: record.hasConfiguration,
    azureConnected: record.azureConnected !== null,
    awsConnected: record.awsConnected,
  };
  const corrected = correctedOrganization(before, storable(correction), status);
  if ('refusals' in corrected) return corrected;
  const { organization, changed } = corrected;
  if (changed.includes('imsOrgId')) {
    const refusal = await imsOrgIdProblem(unit, organization.imsOrgId);
    if (refusal) return { refusals: [refusal] };
  }
  const changes = changed.map((field) => ({ field, from: before[field], to: organization[field] }));
  if (occurrence && changes.length > 0) {
    await write(unit, organization, changes, current, occurrence());
  }
  return { organization: { ...record, ...organization }, changes };
}

/** A viewer of some organizations doesn't learn whether another one has an ID. */
async function imsOrgIdProblem(unit: Unit, imsOrgId: string): Promise<Refusal | null> {
  if (unit.visibility.scope.organizationIds) {
    return refuse('imsOrgIdForbidden', ['imsOrgId']);
  }
  return (await findByImsOrgId(unit, imsOrgId)) ? taken(imsOrgId) : null;
}

/** `{ field: { from, to } }`, as history keeps it. */
const asData = (
  changes: readonly FieldChange[],
): Record<OrganizationField, Omit<FieldChange, 'field'>> =>
  Object.fromEntries(changes.map(({ field, from, to }) => [field, { from, to }])) as Record<
    OrganizationField,
    Omit<FieldChange, 'field'>
  >;

async function write(
  unit: Unit,
  after: Organization,
  changes: readonly FieldChange[],
  current: StoredRun | null,
  occurrence: Occurrence,
): Promise<void> {
  const { id, ...details } = after;
  const where = { id, ...unit.visibility.wherePartner() };
  const data = { ...details, nameKey: sortKey(after.name) };
  try {
    await withModels(unit.sql, ({ organization }) => organization.updateMany({ where, data }));
  } catch (error) {
    // Somebody else took the ID in this moment; the whole mutation is undone with the statement.
    if (isUniqueViolation(error)) throw new Refused(taken(after.imsOrgId));
    throw error;
  }
  await appendHistory(unit, id, 'organizationUpdated', { changes: asData(changes) }, occurrence);
  const organization = { organization: after };
  const refusal = await applyToOpenRun(
    unit,
    current,
    'organizationChanged',
    organization,
    occurrence,
  );
  if (refusal) throw new Refused(refusal);
}
