/** Assigns the exact role to Adobe's service principal; a fixed name makes it idempotent. */
import { ConnectorError } from '@keyway/core';
import type { VaultReference, VaultResourceId } from '@keyway/core';
import { requireResourceId } from '../vaultResourceId.ts';
import { roleAssignmentPath, vaultId } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { MANAGED_HSM_ROLE, VAULT_ROLE } from '../facts/roleAssignmentFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { requireGuid, vaultHost } from '../vaultHost.ts';

const WRITE = {
  vault: 'Microsoft.Authorization/roleAssignments/write',
  managedHsm: 'Microsoft.KeyVault/managedHsm/roleAssignments/write/action',
} as const;

interface Assignment {
  guid: string;
  principalObjectId: string;
}

/**
 * At the vault, through ARM; `principalType` spares a new service principal the directory's
 * replication (AEP-33).
 */
const assignAtVault = (
  session: AzureSession,
  id: VaultResourceId,
  { guid, principalObjectId }: Assignment,
): Promise<{ created: boolean }> =>
  session.arm().put(roleAssignmentPath(vaultId(id), guid), {
    properties: {
      roleDefinitionId: `/subscriptions/${id.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${VAULT_ROLE}`,
      principalId: principalObjectId,
      principalType: 'ServicePrincipal',
    },
  });

/** For all keys of a Managed HSM, through its local RBAC; ARM never sees it (HSM-03). */
function assignLocally(
  session: AzureSession,
  host: string,
  assignment: Assignment,
): Promise<{ created: boolean }> {
  const path = `//keys/providers/Microsoft.Authorization/roleAssignments/${assignment.guid}?api-version=7.6`;
  const roleDefinitionId = `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${MANAGED_HSM_ROLE}`;
  return session
    .localRbac(host)
    .put(path, { properties: { roleDefinitionId, principalId: assignment.principalObjectId } });
}

/**
 * `created: false` where it was there already (200, or 409 RoleAssignmentExists). Sent once; never
 * repeated automatically.
 */
export async function assignRole(
  session: AzureSession,
  vault: VaultReference & { resourceId: string },
  assignment: Assignment,
): Promise<{ created: boolean }> {
  const id = requireResourceId(vault);
  requireGuid(assignment.guid, 'the name of the assignment');
  requireGuid(assignment.principalObjectId, "the principal's object ID");
  const host = vaultHost(vault);
  try {
    const { created } = await sdkCall(
      vault.kind === 'vault' ? ARM_HOST : host,
      WRITE[vault.kind],
      () =>
        vault.kind === 'vault'
          ? assignAtVault(session, id, assignment)
          : assignLocally(session, host, assignment),
    );
    return { created };
  } catch (error) {
    if (
      error instanceof ConnectorError &&
      error.failure.status === 409 &&
      error.failure.code === 'RoleAssignmentExists'
    ) {
      return { created: false };
    }
    throw error;
  }
}
