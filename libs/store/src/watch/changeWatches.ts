/** What people do with a watch: ask for an observation, and accept a difference. */
import { ofPartner } from '../database/ofPartner.ts';
import { refuse, type Refusal, type TrackId, type Watch, type WatchEvent } from '@keyway/core';
import { lockChain } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { advanceStoredWatch, WatchHistory } from './advanceStoredWatch.ts';
import { findOrganization } from '../organizations/findOrganizations.ts';
import { noOrganization, organizationArchived } from '../organizations/organizationRefusals.ts';
import type { StoredWatch } from './watchRow.ts';
import { findWatches } from './findWatches.ts';

/**
 * Of an organization that its viewer sees: the caller has asked. An observation under way does not
 * answer it.
 */
export const ASK_OBSERVATION = `update watch_observation set asked = true, due_at = least(due_at, clock_timestamp()), generation = generation + 1
    where organization_id = $1 and ${ofPartner('partner_id', '$2')} returning pg_notify('keyway_watch', '')`;

/**
 * What in Keyway can cause a difference: another credential, or other details. What people do in
 * Azure itself, Keyway does not know.
 */
const CAUSED = `select 1 from history_entry h where h.organization_id = $1 and ${ofPartner('h.partner_id', '$4')} and h.principal = $2 and h.at >= $3
    and h.kind in ('azureConnected', 'azureDisconnected', 'replacementStored', 'organizationUpdated') limit 1`;

/** What is watched of an organization that the viewer sees. */
async function findWatch(
  unit: Unit,
  organizationId: string,
): Promise<{ refusal: Refusal } | (StoredWatch & { watch: Watch })> {
  const [organization, watches] = await Promise.all([
    findOrganization(unit, organizationId),
    findWatches(unit, [organizationId]),
  ]);
  if (!organization) return { refusal: noOrganization() };
  // Its keys are not observed until it is restored.
  if (organization.archivedAt) return { refusal: organizationArchived() };
  const stored = watches.get(organizationId);
  return stored?.watch
    ? { ...stored, watch: stored.watch }
    : { refusal: refuse('notWatched', ['organizationId']) };
}

/** Makes an observation due at once. */
export async function requestObservation(
  unit: Unit,
  organizationId: string,
): Promise<{ refusal: Refusal } | { asked: true }> {
  const found = await findWatch(unit, organizationId);
  if ('refusal' in found) return found;
  await unit.sql.query(ASK_OBSERVATION, [organizationId, found.partnerId]);
  return { asked: true };
}

/** A difference that is as wanted is compared with from now on. */
export async function acceptDifference(
  unit: Unit,
  {
    organizationId,
    ...accepted
  }: { organizationId: string; track: TrackId; field: string; reason: string },
  { id, at, actor }: Occurrence,
): Promise<{ refusal: Refusal } | { accepted: true }> {
  const end = await lockChain(unit.sql, {
    partnerId: unit.visibility.scope.partnerId,
    organizationId,
  });
  const stored = await findWatch(unit, organizationId);
  if ('refusal' in stored) return stored;
  if (!end) return { refusal: noOrganization() };
  const since = stored.watch.startedAt;
  const caused = await unit.sql.query(CAUSED, [
    ...[organizationId, actor.principal, since, stored.partnerId],
  ]);
  if (caused.length > 0) return { refusal: refuse('differenceByYou', null) };
  const event: WatchEvent = {
    ...{ id, at, actor, kind: 'differenceAccepted' },
    data: { ...accepted, timeScale: unit.pollScale },
  };
  const history = new WatchHistory(unit.sql, stored, event, end);
  const advance = await advanceStoredWatch(unit.sql, stored, stored.watch, event, history);
  return 'refusal' in advance ? advance : { accepted: true };
}
