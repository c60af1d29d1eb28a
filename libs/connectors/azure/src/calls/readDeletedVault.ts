/** Finds a soft-deleted vault or Managed HSM: its name is taken until it is purged (KV-08). */
import type { Instant, VaultReference } from '@keyway/core';
import { z } from 'zod';
import { requireResourceId } from '../vaultResourceId.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { collectPages } from '../collectPages.ts';
import { parseResponse, toInstant } from '../facts/parseResponse.ts';
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
  return findInSubscriptions(subscriptions, async (subscriptionId) => {
    const client = session.keyVaultManagement(subscriptionId);
    const rows = await sdkCall(ARM_HOST, PERMISSION[vault.kind], async (): Promise<unknown[]> =>
      vault.kind === 'vault'
        ? collectPages(client.vaults.listDeleted(), ARM_HOST)
        : collectPages(client.managedHsms.listDeleted(), ARM_HOST),
    );
    const deleted = rows
      .map((row) => parseResponse(rowSchema, row, 'A deleted vault'))
      .find((row) => row.name.toLowerCase() === vault.name.toLowerCase());
    return deleted === undefined
      ? null
      : {
          name: deleted.name,
          scheduledPurgeDate: toInstant(deleted.properties?.scheduledPurgeDate),
        };
  });
}
