/** Assigns the exact role to Adobe's service principal; a fixed name makes it idempotent. */
import { ConnectorError } from '@keyway/core';
import type { VaultReference } from '@keyway/core';
import { requireResourceId } from '../vaultResourceId.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { MANAGED_HSM_ROLE, VAULT_ROLE } from '../facts/roleAssignmentFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { requireGuid, vaultHost } from '../vaultHost.ts';

const WRITE = {
  vault: 'Microsoft.Authorization/roleAssignments/write',
  managedHsm: 'Microsoft.KeyVault/managedHsm/roleAssignments/write/action',
};

interface Assignment {
  guid: string;
  principalObjectId: string;
}

/**
 * At the vault, through ARM; `principalType` spares a new service principal the directory's
 * replication (AEP-33).
 */
async function assignAtVault(
  session: AzureSession,
  resourceId: string,
  subscriptionId: string,
  assignment: Assignment,
): Promise<number> {
  let status = 0;
  await session.authorization().roleAssignments.create(
    resourceId.replace(/^\/|\/$/g, ''),
    assignment.guid,
    {
      roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${VAULT_ROLE}`,
      principalId: assignment.principalObjectId,
      principalType: 'ServicePrincipal',
    },
    { onResponse: (response) => void (status = response.status) },
  );
  return status;
}

/** For all keys of a Managed HSM, through its local RBAC; ARM never sees it (HSM-03). */
async function assignLocally(
  session: AzureSession,
  host: string,
  assignment: Assignment,
): Promise<number> {
  const path = `//keys/providers/Microsoft.Authorization/roleAssignments/${assignment.guid}?api-version=7.6`;
  const roleDefinitionId = `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${MANAGED_HSM_ROLE}`;
  const { status } = await session
    .localRbac(host)
    .put(path, { properties: { roleDefinitionId, principalId: assignment.principalObjectId } });
  return status;
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
  const { subscriptionId } = requireResourceId(vault);
  requireGuid(assignment.guid, 'the name of the assignment');
  requireGuid(assignment.principalObjectId, "the principal's object ID");
  const host = vaultHost(vault);
  try {
    const status = await sdkCall(vault.kind === 'vault' ? ARM_HOST : host, WRITE[vault.kind], () =>
      vault.kind === 'vault'
        ? assignAtVault(session, vault.resourceId, subscriptionId, assignment)
        : assignLocally(session, host, assignment),
    );
    return { created: status === 201 };
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
