/**
 * An organization put away and brought back. It is hidden and not removed: its history, and what
 * was submitted for it, stay.
 */
import { hasSubmitted, isClosed, OWN_REASONS, refuse, type Refusal } from '@keyway/core';
import type { AdvanceOptions } from '../runs/advanceRun.ts';
import { appendHistory, lockChain } from '../history/appendHistory.ts';
import { WAKE_TRIALS } from '../connections/connectionTrials.ts';
import type { Transaction } from '../database/database.ts';
import { findOrganization, findRun } from '../tenancy/partnerLookups.ts';
import type { Visibility } from '../tenancy/partnerScope.ts';
import type { Occurrence, OrganizationRecord, StoredRun } from '../store.ts';
import { tellRun } from '../runs/tellRun.ts';

/** Why nothing is begun for an organization that is put away. */
export const archived = (): Refusal =>
  refuse('CONFLICT', 'This organization is archived. Restore it first (restoreOrganization).', [
    'organizationId',
  ]);

export const noOrganization = (): Refusal =>
  refuse('NOT_FOUND', 'There is no such organization.', ['organizationId']);

const REASON_NEEDED =
  'This organization’s configuration was submitted to Adobe. Archiving hides it and its run, which goes on; say why it is archived.';

export interface Archiving {
  transaction: Transaction;
  visibility: Visibility;
  advancing: AdvanceOptions;
}

interface Standing {
  organization: OrganizationRecord;
  current: StoredRun | null;
}

/** What is there, read after the organization's lock was won. */
export async function lockOrganization(
  { transaction, visibility }: Archiving,
  id: string,
): Promise<Standing | null> {
  if (!(await findOrganization(transaction, visibility, { id }))) return null;
  await lockChain(transaction, id);
  const organization = (await findOrganization(transaction, visibility, { id }))!;
  return { organization, current: await findRun(transaction, visibility, { organizationId: id }) };
}

const isSubmitted = ({ organization, current }: Standing): boolean =>
  organization.hasConfiguration || (current !== null && hasSubmitted(current.run));

/**
 * Archiving twice is fine. An open run is cancelled, unless something was submitted: that cannot be
 * taken back, so its run goes on.
 */
export async function archiveOrganization(
  archiving: Archiving,
  id: string,
  reason: string | null,
  occurrence: Occurrence,
): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }> {
  const standing = await lockOrganization(archiving, id);
  if (!standing) return { refusal: noOrganization() };
  const { organization, current } = standing;
  if (organization.archivedAt) return { organization };
  const submitted = isSubmitted(standing);
  if (submitted && reason === null)
    return { refusal: refuse('ALREADY_SUBMITTED', REASON_NEEDED, ['reason']) };
  const { transaction, advancing } = archiving;
  const cancels = !submitted && current !== null && !isClosed(current.run);
  if (cancels) {
    const refusal = await tellRun(
      transaction,
      current,
      'runCancelled',
      { reason: reason ?? OWN_REASONS.archived },
      occurrence,
      advancing,
    );
    if (refusal) return { refusal: { ...refusal, field: ['organizationId'] } };
  }
  const place = { partnerId: organization.partnerId, organizationId: id };
  const archivedAt = await appendHistory(
    transaction,
    place,
    'organizationArchived',
    { reason },
    occurrence,
  );
  await transaction.query('update organization set archived_at = $2 where id = $1', [
    id,
    archivedAt,
  ]);
  return { organization: { ...organization, archivedAt } };
}

/** Restoring twice is fine. A run that was cancelled stays cancelled; another can be started. */
export async function restoreOrganization(
  archiving: Archiving,
  id: string,
  occurrence: Occurrence,
): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }> {
  const standing = await lockOrganization(archiving, id);
  if (!standing) return { refusal: noOrganization() };
  const { organization } = standing;
  if (!organization.archivedAt) return { organization };
  const { transaction } = archiving;
  await transaction.query('update organization set archived_at = null where id = $1', [id]);
  const place = { partnerId: organization.partnerId, organizationId: id };
  await appendHistory(
    transaction,
    place,
    'organizationRestored',
    { name: organization.name },
    occurrence,
  );
  await transaction.query(WAKE_TRIALS);
  return { organization: { ...organization, archivedAt: null } };
}
