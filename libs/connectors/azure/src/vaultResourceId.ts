/** The parts of the ARM ID of one vault, for the SDK's paths: only checked parts reach them. */
import { ConnectorError, OWN_CODES, parseVaultResourceId } from '@keyway/core';
import type { VaultReference, VaultResourceId } from '@keyway/core';
import { vaultHost } from './vaultHost.ts';

/** Null where the ID is not of a vault or Managed HSM of this kind and name (KID-07). */
export function resourceIdOf(
  id: string,
  { kind, name }: Pick<VaultReference, 'kind' | 'name'>,
): VaultResourceId | null {
  const parsed = parseVaultResourceId(id);
  return parsed?.kind === kind && parsed.name.toLowerCase() === name.toLowerCase() ? parsed : null;
}

/** As `resourceIdOf`; throws `rejected` where that is null. */
export function requireResourceId(vault: VaultReference & { resourceId: string }): VaultResourceId {
  vaultHost(vault);
  const id = resourceIdOf(vault.resourceId, vault);
  if (id === null)
    throw new ConnectorError(
      { kind: 'rejected', code: OWN_CODES.invalidRequest },
      { detail: 'The resource ID is not that of this vault or Managed HSM' },
    );
  return id;
}
