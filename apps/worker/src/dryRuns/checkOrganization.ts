/** What a run of one organization would find, by the observations of runs. Reads only. */
import { randomUUID } from 'node:crypto';
import {
  beginDryRun,
  dryObservations,
  failedReadiness,
  platformHostOf,
  readinessOf,
  refusedReadiness,
  withDryFacts,
  type DryObservation,
  type DryRun,
  type Organization,
  type Readiness,
} from '@keyway/core';
import { MAX_DRY_RUN_ATTEMPTS, type ClaimedDryRun } from '@keyway/store';
import { requireAdobe, requireAws, requireAzure } from '../credentials.ts';
import { observeFacts, type ObserveContext } from '../observe/observeFacts.ts';
import type { WorkerDependencies } from '../runEffect.ts';

function contextFor(
  claimed: ClaimedDryRun,
  { imsOrgId, region }: Organization,
  { store, azure, adobe, aws }: WorkerDependencies,
  signal: AbortSignal,
): ObserveContext {
  const { organizationId, connections } = claimed;
  let opened: ReturnType<typeof connections> | null = null;
  // Of one organization in this moment: a run opens them for each effect.
  const once = () => (opened ??= connections());
  return {
    ...{ azure, adobe, aws, signal },
    azureConnection: async () => requireAzure(await once()),
    awsConnection: async () => requireAws(await once(), organizationId),
    adobeConnection: async () =>
      requireAdobe(await once(), { imsOrgId, host: platformHostOf(region).host }),
    otherOrganizationsSharing: (vaultOrKey) =>
      store.dryRuns.otherOrganizationsSharing(claimed, vaultOrKey),
  };
}

/**
 * No effect of the run in memory is done, and credentials that are refused here leave no trace.
 * @throws what is no answer of a cloud, such as a lost database
 */
export async function checkOrganization(
  claimed: ClaimedDryRun,
  deps: WorkerDependencies,
  signal: AbortSignal,
): Promise<Readiness> {
  // A worker that dies of it ends no attempt.
  if (claimed.attempts > MAX_DRY_RUN_ATTEMPTS) return failedReadiness();
  const { basis } = claimed;
  if (!('organization' in basis)) return refusedReadiness(basis);
  const at = deps.store.now().toISOString();
  let dry = beginDryRun(basis, { id: randomUUID(), at });
  const context = contextFor(claimed, basis.organization, deps, signal);
  for (let next = dryObservations(dry); next.length > 0; next = dryObservations(dry)) {
    const { run } = dry;
    if (!run) break;
    const read = async (one: DryObservation) => ({
      one,
      facts: await observeFacts(run, one.track, one.step, context),
    });
    for (const { one, facts } of await Promise.all(next.map(read)))
      dry = withFacts(dry, one, facts, deps);
  }
  signal.throwIfAborted();
  return readinessOf(dry, claimed.tracks);
}

const withFacts = (
  dry: DryRun,
  one: DryObservation,
  facts: Parameters<typeof withDryFacts>[2],
  { store, timeScale }: WorkerDependencies,
): DryRun => withDryFacts(dry, one, facts, { at: store.now().toISOString(), timeScale });
