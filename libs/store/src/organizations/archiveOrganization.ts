/**
 * Archives and restores an organization. It is hidden, not removed: its history and what was
 * submitted for it stay.
 */
import { hasSubmitted, isClosed, refuse, type Instant, type Refusal } from '@keyway/core';
import { WAKE_TRIALS } from '../connections/connectionTrials.ts';
import { withModels } from '../database/models.ts';
import { appendHistory } from '../history/appendHistory.ts';
import { applyToOpenRun } from '../runs/applyEvent.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { lockOrganization, type LockedOrganization } from './lockOrganization.ts';
import type { OrganizationRecord } from './organizationRecord.ts';
import { noOrganization } from './organizationRefusals.ts';

const setArchivedAt = (
  { sql, visibility }: Unit,
  id: string,
  archivedAt: Instant | null,
): Promise<unknown> =>
  withModels(sql, ({ organization }) =>
    organization.updateMany({
      where: { id, ...visibility.wherePartner() },
      data: { archivedAt },
    }),
  );

const isSubmitted = ({ organization, currentRun }: LockedOrganization): boolean =>
  organization.hasConfiguration || (currentRun !== null && hasSubmitted(currentRun.run));

/**
 * May be called twice. An open run is cancelled, unless something was submitted, which can't be
 * undone. Refuses ALREADY_SUBMITTED (field `reason`) where a required reason is missing.
 */
export async function archiveOrganization(
  unit: Unit,
  id: string,
  reason: string | null,
  occurrence: Occurrence,
): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }> {
  const locked = await lockOrganization(unit, id);
  if (!locked) return { refusal: noOrganization() };
  const { organization, currentRun } = locked;
  if (organization.archivedAt) return { organization };
  const submitted = isSubmitted(locked);
  if (submitted && reason === null) return { refusal: refuse('archiveReasonMissing', ['reason']) };
  if (!submitted && currentRun !== null && !isClosed(currentRun.run)) {
    const data = reason === null ? { reason, code: 'organizationArchived' as const } : { reason };
    const refusal = await applyToOpenRun(unit, currentRun, 'runCancelled', data, occurrence);
    if (refusal) return { refusal: { ...refusal, field: ['organizationId'] } };
  }
  const kind = 'organizationArchived';
  const archivedAt = await appendHistory(unit, id, kind, { reason }, occurrence);
  await setArchivedAt(unit, id, archivedAt);
  return { organization: { ...organization, archivedAt } };
}

/** May be called twice. A run that was cancelled stays cancelled; another can be started. */
export async function restoreOrganization(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }> {
  const locked = await lockOrganization(unit, id);
  if (!locked) return { refusal: noOrganization() };
  const { organization } = locked;
  if (!organization.archivedAt) return { organization };
  await setArchivedAt(unit, id, null);
  const data = { name: organization.name };
  await appendHistory(unit, id, 'organizationRestored', data, occurrence, locked.end);
  await unit.sql.query(WAKE_TRIALS);
  return { organization: { ...organization, archivedAt: null } };
}
