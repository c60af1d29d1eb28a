/** Makes a vault as Adobe asks for one (AEP-03), where there is none of its name. */
import type { NewVaultNetwork, NewVaultSettings, SetupTarget } from '@keyway/core';
import { vaultPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { vaultFacts } from '../facts/vaultFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { checkedTarget, unlessAbsent } from '../setupTarget.ts';
import { readVault } from './readVault.ts';

const networkAcls = (network: NewVaultNetwork) =>
  network.defaultAction === 'Allow'
    ? { defaultAction: 'Allow', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] }
    : {
        defaultAction: 'Deny',
        bypass: network.bypass,
        ipRules: network.ipRules.map((value) => ({ value })),
        virtualNetworkRules: [],
      };

/**
 * Only where Azure just said that there is none: sent to one that is there, the same request would
 * replace its access policies and network rules.
 */
export async function createVault(
  session: AzureSession,
  given: SetupTarget,
  { location, sku, retentionDays, network }: NewVaultSettings,
): Promise<{ created: boolean }> {
  const { id, vault } = checkedTarget(given);
  if (await unlessAbsent(() => readVault(session, vault))) return { created: false };
  const properties = {
    tenantId: session.connection.tenantId,
    sku: { family: 'A', name: sku },
    accessPolicies: [],
    enableRbacAuthorization: true,
    enableSoftDelete: true,
    softDeleteRetentionInDays: retentionDays,
    enablePurgeProtection: true,
    publicNetworkAccess: 'Enabled',
    networkAcls: networkAcls(network),
  };
  await sdkCall(ARM_HOST, 'Microsoft.KeyVault/vaults/write', async () => {
    const { document } = await session.arm().put(vaultPath(id), { location, properties });
    return vaultFacts(document);
  });
  return { created: true };
}
