/**
 * Takes the ARM ID of a vault or Managed HSM apart, so that only checked parts reach the SDK's
 * paths.
 */
import { ConnectorError } from '@keyway/core';
import type { VaultReference } from '@keyway/core';
import { vaultHost } from './vaultHost.ts';

export interface ArmResourceId {
  subscriptionId: string;
  resourceGroup: string;
  name: string;
}

const ARM_ID =
  /^\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/resourceGroups\/([-\w.()\p{L}\p{N}]{0,89}[-\w()\p{L}\p{N}])\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([A-Za-z0-9-]{3,24})\/?$/iu;
const KIND_OF_TYPE: Record<string, VaultReference['kind']> = {
  vaults: 'vault',
  managedhsms: 'managedHsm',
};

/**
 * The parts of an ARM ID that names a vault or Managed HSM of this kind and name (KID-07), or null.
 */
export function parseArmResourceId(
  id: string,
  vault: Pick<VaultReference, 'kind' | 'name'>,
): ArmResourceId | null {
  const [, subscriptionId, resourceGroup, type, name] = ARM_ID.exec(id) ?? [];
  if (
    subscriptionId === undefined ||
    resourceGroup === undefined ||
    type === undefined ||
    name === undefined
  )
    return null;
  if (
    KIND_OF_TYPE[type.toLowerCase()] !== vault.kind ||
    name.toLowerCase() !== vault.name.toLowerCase()
  )
    return null;
  return { subscriptionId, resourceGroup, name };
}

/** As `parseArmResourceId`; throws `rejected` where that answers null. */
export function requireArmResourceId(
  vault: VaultReference & { resourceId: string },
): ArmResourceId {
  vaultHost(vault);
  const id = parseArmResourceId(vault.resourceId, vault);
  if (id === null)
    throw new ConnectorError({
      kind: 'rejected',
      message: 'The resource ID is not that of this vault or Managed HSM',
    });
  return id;
}
