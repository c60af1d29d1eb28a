/** Finds a soft-deleted vault or Managed HSM: its name is taken until it is purged (KV-08). */
import type { Instant, VaultReference } from '@keyway/core';
import { z } from 'zod';
import { requireResourceId } from '../vaultResourceId.ts';
import { deletedVaultsPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { parseResponse, toInstant } from '@keyway/connector-transport';
import { sdkCall } from '../sdkCall.ts';
import { vaultHost } from '../vaultHost.ts';
import { findInSubscriptions, subscriptionsOf } from './subscriptionsOf.ts';

const PERMISSION = {
  vault: 'Microsoft.KeyVault/deletedVaults/read',
  managedHsm: 'Microsoft.KeyVault/deletedManagedHSMs/read',
} as const;
const rowSchema = z.object({
  name: z.string(),
  properties: z.looseObject({ scheduledPurgeDate: z.unknown().optional() }).nullish(),
});

/**
 * The deleted vault of that name, or null where every subscription that concerns it could be asked
 * and none has it.
 */
export async function readDeletedVault(
  session: AzureSession,
  vault: VaultReference,
): Promise<{ name: string; scheduledPurgeDate: Instant | null } | null> {
  vaultHost(vault);
  const { resourceId } = vault;
  const subscriptions =
    resourceId === null
      ? await subscriptionsOf(session)
      : [requireResourceId({ ...vault, resourceId }).subscriptionId];
  return findInSubscriptions(subscriptions, (subscriptionId) =>
    sdkCall(ARM_HOST, PERMISSION[vault.kind], () =>
      session.arm().find(deletedVaultsPath(subscriptionId, vault.kind), (row) => {
        const { name, properties } = parseResponse(rowSchema, row, 'A deleted vault');
        return name.toLowerCase() === vault.name.toLowerCase()
          ? { name, scheduledPurgeDate: toInstant(properties?.scheduledPurgeDate) }
          : null;
      }),
    ),
  );
}
